import { kindName } from './kind-name';
import * as m from './paraglide/messages';

/** @returns the words that stand for a choice where an item is told as plain question and answer */
export function flashcardWords() {
	return {
		isTrue: m.true_answer(),
		isFalse: m.false_answer(),
		trueOrFalse: m.true_or_false(),
		whatKind: m.quiz_sort_statement(),
		labelName: kindName
	};
}
