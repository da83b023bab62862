import { letterAt, toPaperKey } from '$lib/domain/paper-form';
import { plainText } from '$lib/domain/text';
import type { IsoDate } from '$lib/domain/units';
import { asList } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import type { PrintedQuestion } from '$lib/state/print-draft.svelte';
import { kindName } from '$lib/i18n/kind-name';

/** A line of the key: the letter to look for, what it stands for, when that was, and what else is to be known. */
export type KeyLine = {
	readonly mark: string | null;
	readonly text: string;
	readonly date?: IsoDate | undefined;
	readonly note: string | null;
};

/** @param nameOf the name of a place by its id */
export function toKeyLines({ item, order }: PrintedQuestion, nameOf: (place: string) => string): KeyLine[] {
	const key = toPaperKey(item, order);
	const letters = key.kind === 'letters' ? key.letters : [];
	const marked = (texts: readonly string[]): KeyLine[] =>
		texts.map((text, index) => ({ mark: letters[index] ?? null, text, note: null }));
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return order.flatMap((index, place) => {
				const option = item.options[index];
				return option?.correct === true ? [{ mark: letterAt(place), text: option.text, note: null }] : [];
			});
		case 'true-false':
			return marked([item.answer ? m.true_answer() : m.false_answer()]);
		case 'classify':
			return marked([kindName(item.answer)]);
		case 'ordering':
			return item.entries.map(({ text, date }, index) => ({
				mark: letters[index] ?? null,
				text,
				date,
				note: null
			}));
		case 'matching':
			return item.pairs.map(({ left, right }, index) => ({
				mark: `${String(index + 1)} ${letters[index] ?? ''}`,
				text: `${left}: ${right}`,
				note: null
			}));
		case 'map':
			return [{ mark: null, text: nameOf(item.target.place), note: null }];
		case 'basic':
		case 'short-answer':
		case 'cloze':
			return (key.kind === 'words' ? key.blanks : []).map(([best = '', ...others], index, { length }) => ({
				mark: length > 1 ? String(index + 1) : null,
				text: best,
				note: others.length === 0 ? null : m.print_key_also({ answers: asList(others.map(plainText)) })
			}));
	}
}
