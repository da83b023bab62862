import { cleanText } from '$lib/domain/clean-text';
import { deletionNumbers } from '$lib/domain/cloze';
import { MAX_ITEMS, MAX_TEXT, MAX_TITLE } from '$lib/share/limits';
import { filledOptions, isBlankItem, type DraftItem, type DraftOption, type SetDraft } from './set-draft';

/** What keeps a question from being finished, and the field it stands at. */
export type ItemProblem =
	| { readonly field: 'stem'; readonly kind: 'stem-empty' | 'too-long' | 'cloze-none' | 'cloze-zero' }
	| { readonly field: 'answer'; readonly kind: 'answer-empty' | 'too-long' | 'truth-none' }
	| { readonly field: 'options'; readonly kind: 'options-few' | 'right-none' | 'option-twice' | 'too-long' }
	| { readonly field: 'explanation'; readonly kind: 'too-long' };

export type ItemField = ItemProblem['field'];

export type SetProblem =
	| { readonly field: 'title'; readonly kind: 'title-empty' | 'title-long' }
	| { readonly field: 'items'; readonly kind: 'items-none' | 'items-many' };

/** @returns what is wrong with a question, at most one thing a field */
export function problemsOfItem(item: DraftItem): ItemProblem[] {
	if (item.type === 'fixed') return [];
	const problems: ItemProblem[] = [];
	const stem = problemOfStem(item);
	if (stem !== null) problems.push({ field: 'stem', kind: stem });
	if (item.type === 'basic' && isEmpty(item.answer)) problems.push({ field: 'answer', kind: 'answer-empty' });
	if (item.type === 'basic' && isLong(item.answer)) problems.push({ field: 'answer', kind: 'too-long' });
	if (item.type === 'true-false' && item.answer === null) problems.push({ field: 'answer', kind: 'truth-none' });
	if (item.type === 'single-choice') {
		const options = problemOfOptions(item.options);
		if (options !== null) problems.push({ field: 'options', kind: options });
	}
	if (isLong(item.explanation)) problems.push({ field: 'explanation', kind: 'too-long' });
	return problems;
}

/** @returns what is wrong with the set as a whole */
export function problemsOfSet(draft: SetDraft): SetProblem[] {
	const problems: SetProblem[] = [];
	const title = cleanText(draft.title).trim();
	if (title === '') problems.push({ field: 'title', kind: 'title-empty' });
	if (title.length > MAX_TITLE) problems.push({ field: 'title', kind: 'title-long' });
	const count = draft.items.filter((item) => !isBlankItem(item)).length;
	if (count === 0) problems.push({ field: 'items', kind: 'items-none' });
	if (count > MAX_ITEMS) problems.push({ field: 'items', kind: 'items-many' });
	return problems;
}

/** @returns whether nothing stands against finishing the set; questions left blank do not count */
export function isComplete(draft: SetDraft): boolean {
	return problemsOfSet(draft).length === 0 && faultyItems(draft).length === 0;
}

/** @returns the questions that need something, those left blank aside */
export function faultyItems(draft: SetDraft): DraftItem[] {
	return draft.items.filter((item) => !isBlankItem(item) && problemsOfItem(item).length > 0);
}

function problemOfStem(item: Exclude<DraftItem, { type: 'fixed' }>) {
	if (isEmpty(item.stem)) return 'stem-empty';
	if (isLong(item.stem)) return 'too-long';
	if (item.type !== 'cloze') return null;
	const deletions = deletionNumbers(cleanText(item.stem));
	if (deletions.length === 0) return 'cloze-none';
	return deletions.includes(0) ? 'cloze-zero' : null;
}

function problemOfOptions(options: readonly DraftOption[]) {
	const filled = filledOptions(options);
	if (filled.length < 2) return 'options-few';
	if (filled.some((option) => option.text.length > MAX_TEXT)) return 'too-long';
	if (new Set(filled.map((option) => option.text.toLowerCase())).size < filled.length) return 'option-twice';
	return filled.filter((option) => option.correct).length === 1 ? null : 'right-none';
}

function isEmpty(text: string): boolean {
	return cleanText(text).trim() === '';
}

function isLong(text: string): boolean {
	return cleanText(text).trim().length > MAX_TEXT;
}
