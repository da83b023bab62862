import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { ItemType } from '$lib/domain/item';
import type { SharedSet } from '$lib/domain/share-model';
import { fromDeltas, isWhole, readColumn, toDeltas, writeColumn } from './head';
import type { Head, HeadValue } from './head';
import { MAX_ITEMS, MAX_NUMBER, MAX_TOPICS } from './limits';
import { readItem, writeItem, writtenNotes } from './positional-item';
import type { ItemNumbers, Optional } from './positional-item';
import { TYPE_NUMBERS, typeOfNumber } from './item-types';
import { writeQuestion } from './question-write';
import { invalidAt } from './shape-error';
import type { ShapeError } from './shape-error';
import type { TextCursor } from './text-cursor';

/** Bits of the `columns` number: which optional texts each item has. */
const HAS_ID = 1;
const HAS_SUPERSEDES = 2;
const HAS_NOTES = 4;

/** Numbers of item types that may one day exist; more is not a type of any version. */
const MAX_TYPE = 255;

export type Written = { readonly head: Head; readonly texts: readonly string[] };

/**
 * Takes a set apart: `[revision, keys, types, topics, topic of each item, numbers, revisions, columns]` and its texts item
 * by item, which compresses better than text by text. A topic that the set does not list is left out.
 */
export function writeSet(set: SharedSet): Written {
	const questions = set.items.map(writeQuestion);
	const topicIds = set.topics.map((topic) => topic.id);
	const numbers = set.items.map((item) => item.number);
	const columns: Optional = {
		id: set.items.some((item) => item.id !== String(item.number)),
		supersedes: set.items.some((item) => item.supersedes !== undefined),
		notes: questions.some((question) => writtenNotes(question))
	};
	return {
		head: [
			set.revision,
			questions.map((question) => question.key),
			writeColumn(set.items.map((item) => TYPE_NUMBERS[item.type])),
			set.topics.length,
			writeColumn(set.items.map((item) => (item.topic === undefined ? 0 : topicIds.indexOf(item.topic) + 1))),
			numbers.every((number, place) => number === place + 1) ? 0 : toDeltas(numbers),
			writeColumn(set.items.map((item) => item.revision - 1)),
			toBits(columns)
		],
		texts: [
			set.id,
			set.lang,
			set.title,
			...set.topics.flatMap((topic) => [topic.id, topic.title]),
			...set.items.flatMap((item, place) => writeItem(item, questions[place]?.parts ?? [], columns))
		]
	};
}

/**
 * Puts a set together again, with every number checked. Texts and everything that the one schema of a set knows are left to
 * its parser, which the result is meant for.
 */
export function readSet(head: Head, texts: TextCursor): Result<unknown, ShapeError> {
	const [revision, keys, types = 0, topicCount = 0, topicOf = 0, numbers = 0, revisions = 0, columns = 0, ...surplus] =
		head;
	if (surplus.length > 0) return err(invalidAt('head'));
	if (!isWhole(revision, 0, Number.MAX_SAFE_INTEGER)) return err(invalidAt('revision'));
	if (typeof keys !== 'object' || keys.length === 0) return err(invalidAt('items'));
	if (keys.length > MAX_ITEMS) return err({ kind: 'too-large' });
	if (!isWhole(topicCount, 0, MAX_TOPICS)) return err(invalidAt('topics'));
	if (!isWhole(columns, 0, HAS_ID | HAS_SUPERSEDES | HAS_NOTES)) return err(invalidAt('columns'));
	const read = readColumns(keys.length, types, topicOf, topicCount, numbers, revisions);
	if (!read.ok) return read;
	const [id, lang, title] = [texts.take(), texts.take(), texts.take()];
	const topics = Array.from({ length: topicCount }, () => ({ id: texts.take(), title: texts.take() }));
	const items: unknown[] = [];
	for (const [place, key] of keys.entries()) {
		const own = read.value[place];
		const item = own === undefined ? null : readItem(own, key, topics[own.topic - 1]?.id, fromBits(columns), texts);
		if (item === null) return err(invalidAt(`items.${String(place)}`));
		items.push(item);
	}
	return ok({ id, revision, title, lang, topics, items, origin: 'received', addedAt: 0 });
}

function readColumns(
	count: number,
	types: HeadValue,
	topicOf: HeadValue,
	topicCount: number,
	numbers: HeadValue,
	revisions: HeadValue
): Result<ItemNumbers[], ShapeError> {
	const typeColumn = readColumn(types, count, 0, MAX_TYPE);
	const topicColumn = readColumn(topicOf, count, 0, topicCount);
	const deltas = readColumn(numbers === 0 ? 1 : numbers, count, -MAX_NUMBER, MAX_NUMBER);
	const revisionColumn = readColumn(revisions, count, 0, MAX_NUMBER - 1);
	if (typeColumn === null) return err(invalidAt('types'));
	if (topicColumn === null) return err(invalidAt('topics'));
	if (deltas === null) return err(invalidAt('numbers'));
	if (revisionColumn === null) return err(invalidAt('revisions'));
	const numberColumn = fromDeltas(deltas);
	const items: ItemNumbers[] = [];
	for (const [place, typeNumber] of typeColumn.entries()) {
		const type: ItemType | undefined = typeOfNumber(typeNumber);
		if (type === undefined) return err({ kind: 'newer-version' });
		items.push({
			type,
			topic: topicColumn[place] ?? 0,
			number: numberColumn[place] ?? 0,
			revision: (revisionColumn[place] ?? 0) + 1
		});
	}
	return ok(items);
}

function toBits(columns: Optional): number {
	return (columns.id ? HAS_ID : 0) | (columns.supersedes ? HAS_SUPERSEDES : 0) | (columns.notes ? HAS_NOTES : 0);
}

function fromBits(columns: number): Optional {
	return {
		id: (columns & HAS_ID) !== 0,
		supersedes: (columns & HAS_SUPERSEDES) !== 0,
		notes: (columns & HAS_NOTES) !== 0
	};
}
