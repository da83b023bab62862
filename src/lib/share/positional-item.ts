import type { Item, ItemType } from '$lib/domain/item';
import type { HeadValue } from './head';
import { countParts, hasNotes, readQuestion } from './question-read';
import type { Part, WrittenQuestion } from './question-write';
import type { TextCursor } from './text-cursor';

/** What the columns of the head say of one item. `topic` counts from 1; 0 is none. */
export type ItemNumbers = {
	readonly type: ItemType;
	readonly topic: number;
	readonly number: number;
	readonly revision: number;
};

/** Texts that items have only when some item of the set needs them. */
export type Optional = { readonly id: boolean; readonly supersedes: boolean; readonly notes: boolean };

/** @returns true when a part of the question has a note */
export function writtenNotes(question: WrittenQuestion): boolean {
	return question.parts.some((part) => part.note !== '');
}

/** @returns the item's texts: stem, parts (each with its note), explanation, id, superseded id. Empty stands for absent. */
export function writeItem(item: Item, parts: readonly Part[], optional: Optional): string[] {
	const noted = optional.notes && hasNotes(item.type);
	return [
		item.stem,
		...parts.flatMap((part) => (noted ? [part.text, part.note] : [part.text])),
		item.explanation ?? '',
		...(optional.id ? [item.id === String(item.number) ? '' : item.id] : []),
		...(optional.supersedes ? [item.supersedes ?? ''] : [])
	];
}

/** @returns the item put together again, or null when its key is none of its type */
export function readItem(
	own: ItemNumbers,
	key: HeadValue,
	topic: string | undefined,
	optional: Optional,
	texts: TextCursor
): Item | null {
	const count = countParts(own.type, key);
	if (count === null) return null;
	const noted = optional.notes && hasNotes(own.type);
	const stem = texts.take();
	const parts = Array.from({ length: count }, () => ({ text: texts.take(), note: noted ? texts.take() : '' }));
	const explanation = texts.take();
	const id = optional.id ? texts.take() : '';
	const supersedes = optional.supersedes ? texts.take() : '';
	return {
		...readQuestion(own.type, key, stem, parts),
		number: own.number,
		id: id === '' ? String(own.number) : id,
		revision: own.revision,
		...(topic === undefined ? {} : { topic }),
		...(explanation === '' ? {} : { explanation }),
		...(supersedes === '' ? {} : { supersedes })
	};
}
