import { cleanText } from '$lib/domain/clean-text';
import { deletionNumbers } from '$lib/domain/cloze';
import type { Item, Option } from '$lib/domain/item';
import type { SetTopic, StudySet } from '$lib/domain/set';
import { isSameItem } from '$lib/domain/set-difference';

/** The types that the editor can write. */
export const EDITABLE_TYPES = ['basic', 'cloze', 'single-choice', 'true-false'] as const;
export type EditableType = (typeof EDITABLE_TYPES)[number];

export type DraftOption = { readonly text: string; readonly correct: boolean; readonly rationale?: string };

type DraftQuestion =
	| { readonly type: 'basic'; readonly stem: string; readonly answer: string }
	| { readonly type: 'cloze'; readonly stem: string; readonly accept?: Readonly<Record<string, readonly string[]>> }
	| { readonly type: 'single-choice'; readonly stem: string; readonly options: readonly DraftOption[] }
	| { readonly type: 'true-false'; readonly stem: string; readonly answer: boolean | null }
	/** Of a type that the editor cannot write: it stays as it is. */
	| { readonly type: 'fixed'; readonly item: Item };

/** A question being written: complete or not. */
export type DraftItem = DraftQuestion & {
	readonly number: number;
	readonly explanation: string;
	/** The item as it was when the draft was begun; null for a new one. */
	readonly before: Item | null;
};

/** A set being written. Kept as it is typed, so it may be incomplete; the set itself never is. */
export type SetDraft = {
	readonly setId: string;
	readonly title: string;
	readonly lang: string;
	readonly topics: readonly SetTopic[];
	readonly items: readonly DraftItem[];
	/** The next item gets it; numbers are never used twice, because progress hangs on them. */
	readonly nextNumber: number;
	/** Revision of the set that the draft was begun from; 0 for a new one. */
	readonly baseRevision: number;
	/** Whether it says anything else than the stored set. */
	readonly changed: boolean;
};

const FIRST_OPTIONS = 4;

/** @returns an empty draft */
export function newDraft(setId: string, lang: string): SetDraft {
	return { setId, title: '', lang, topics: [], items: [], nextNumber: 1, baseRevision: 0, changed: false };
}

/**
 * @param nextNumber the least number for a new item; numbers of withdrawn items lie below it
 * @returns a draft that says what the set says
 */
export function draftOfSet(set: StudySet, nextNumber: number): SetDraft {
	// New items are named by their number, so no item may have that name yet either.
	const taken = set.items.flatMap((item) => [item.number, Number(item.id)]).filter(Number.isSafeInteger);
	const { id, title, lang, topics, revision } = set;
	return {
		setId: id,
		title,
		lang,
		topics,
		items: set.items.map(draftOfItem),
		nextNumber: Math.max(nextNumber, ...taken.map((number) => number + 1)),
		baseRevision: revision,
		changed: false
	};
}

/** @returns a draft of a set of one's own with the content of another's */
export function copyOfSet(set: StudySet, setId: string): SetDraft {
	const items = set.items.map((item) => draftOfItem({ ...item, revision: 1 }));
	return { ...draftOfSet(set, 1), setId, items, baseRevision: 0, changed: true };
}

/** @returns an empty question of a type */
export function newDraftItem(type: EditableType, number: number): DraftItem {
	const common = { number, explanation: '', before: null, stem: '' };
	switch (type) {
		case 'basic':
			return { ...common, type, answer: '' };
		case 'cloze':
			return { ...common, type };
		case 'single-choice':
			return { ...common, type, options: Array.from({ length: FIRST_OPTIONS }, () => ({ text: '', correct: false })) };
		case 'true-false':
			return { ...common, type, answer: null };
	}
}

function draftOfItem(item: Item): DraftItem {
	const common = { number: item.number, explanation: item.explanation ?? '', before: item };
	switch (item.type) {
		case 'basic':
			return { ...common, type: item.type, stem: item.stem, answer: item.answer };
		case 'cloze':
			return { ...common, type: item.type, stem: item.stem, ...(item.accept && { accept: item.accept }) };
		case 'single-choice':
			return { ...common, type: item.type, stem: item.stem, options: item.options };
		case 'true-false':
			return { ...common, type: item.type, stem: item.stem, answer: item.answer };
		case 'multiple-choice':
		case 'ordering':
		case 'matching':
		case 'map':
		case 'classify':
		case 'short-answer':
			return { ...common, type: 'fixed', item };
	}
}

/** @returns the stem of a question being written; may be empty */
export function stemOfDraft(item: DraftItem): string {
	return item.type === 'fixed' ? item.item.stem : item.stem;
}

/** @returns whether a question says nothing at all yet */
export function isBlankItem(item: DraftItem): boolean {
	if (item.type === 'fixed' || item.explanation.trim() !== '' || item.stem.trim() !== '') return false;
	if (item.type === 'basic') return item.answer.trim() === '';
	return item.type !== 'single-choice' || item.options.every((option) => option.text.trim() === '');
}

/**
 * Writes a question as an item. To be asked only when `problemsOf` finds nothing.
 * @returns the item; the one from before, unless it says something else, and then of the next revision
 */
export function itemOfDraft(item: DraftItem): Item {
	if (item.type === 'fixed') return { ...item.item, number: item.number };
	const { before, number } = item;
	const explanation = cleanText(item.explanation).trim();
	const written: Item = {
		...(before?.topic !== undefined && { topic: before.topic }),
		...(before?.supersedes !== undefined && { supersedes: before.supersedes }),
		...questionOfDraft(item),
		number,
		id: before?.id ?? String(number),
		revision: before?.revision ?? 1,
		...(explanation !== '' && { explanation })
	};
	if (before === null) return written;
	return isSameItem(before, written) ? before : { ...written, revision: before.revision + 1 };
}

function questionOfDraft(item: Exclude<DraftItem, { type: 'fixed' }>) {
	const stem = cleanText(item.stem).trim();
	switch (item.type) {
		case 'basic':
			return { type: item.type, stem, answer: cleanText(item.answer).trim() };
		case 'cloze': {
			const left = deletionNumbers(stem).map(String);
			const accept = Object.entries(item.accept ?? {}).filter(([deletion]) => left.includes(deletion));
			return { type: item.type, stem, ...(accept.length > 0 && { accept: Object.fromEntries(accept) }) };
		}
		case 'single-choice':
			return { type: item.type, stem, options: filledOptions(item.options) };
		case 'true-false':
			return { type: item.type, stem, answer: item.answer === true };
	}
}

/** @returns the options that say something: rows left empty are no options */
export function filledOptions(options: readonly DraftOption[]): Option[] {
	return options
		.map((option) => ({ ...option, text: cleanText(option.text).trim() }))
		.filter((option) => option.text !== '');
}
