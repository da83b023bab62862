import { choiceItems, isRight } from './choice-items';
import { contentForms, contentWords } from './content-words';
import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

/** Shorter words are mostly grammar or short forms such as TTP, of which a stem has to speak. */
const LEAST_LETTERS = 4;

/**
 * A content word of the stem that stands in a right option and in no wrong one gives the answer away by its sound. Words are
 * compared folded and without the common endings.
 */
export function checkClues({ items }: SourceBank): Violation[] {
	return choiceItems(items).flatMap((at) => {
		const { stem, options } = at.value;
		const wrong = new Set(options.filter((option) => !isRight(option)).flatMap(({ text }) => contentWords(text)));
		const telling = contentForms(stem).filter((word) => word.form.length >= LEAST_LETTERS && !wrong.has(word.stem));
		const forms = new Map(telling.map((word) => [word.stem, word.form]));
		return options.flatMap((option, i) => {
			if (!isRight(option)) return [];
			const shared = [...new Set(contentWords(option.text))].flatMap((word) => forms.get(word) ?? []);
			return shared.map((form) =>
				violationAt(at, ['options', i], `"${form}" of the stem stands in this right option and in no wrong one.`)
			);
		});
	});
}
