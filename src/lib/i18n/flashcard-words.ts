import * as m from '$lib/i18n/paraglide/messages';

/** @returns the words that stand for a choice where an item is told as plain question and answer */
export function flashcardWords() {
	return {
		isTrue: m.true_answer(),
		isFalse: m.false_answer(),
		trueOrFalse: m.true_or_false(),
		whatKind: m.quiz_sort_statement(),
		labels: {
			fact: m.kind_fact(),
			claim: m.kind_claim(),
			contested: m.kind_contested(),
			ahead: m.kind_ahead()
		}
	};
}
