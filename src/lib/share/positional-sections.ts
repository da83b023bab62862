import type { BlueprintRow, Section } from '$lib/domain/blueprint';
import { DIFFICULTIES, ITEM_TYPES } from '$lib/domain/item';
import { TYPE_NUMBERS } from './item-types';
import { MAX_ITEMS, MAX_NUMBER, MAX_TITLE, MAX_TOPICS } from './limits';
import type { NumberCursor } from './number-cursor';
import type { TextCursor } from './text-cursor';

const MAX_SECTIONS = 50;
const MAX_ROWS = 100;
const ALL_DIFFICULTIES = 2 ** DIFFICULTIES.length - 1;
const ALL_TYPES = 2 ** ITEM_TYPES.length - 1;
/** Bits that later versions may have for types and difficulties. */
const LATER_BITS = 2 ** 30 - 1;
/** A topic's id. */
const TOPIC = /^[A-Za-z0-9_-]{1,80}$/;

/** What stands in the list of numbers, and the texts that belong to it: topic ids, then section titles. */
export type WrittenSections = { readonly numbers: readonly number[]; readonly texts: readonly string[] };

/**
 * Takes the parts of a quiz apart: how many topics are named and how many sections there are, then for each section its fixed
 * items and its rows, each preceded by their number. A row is a count, bits for difficulties and for types, and topics.
 */
export function writeSections(sections: readonly Section[]): WrittenSections {
	const topics = [...new Set(sections.flatMap(({ rows }) => rows.flatMap((row) => row.topics)))];
	return {
		numbers: [
			topics.length,
			sections.length,
			...sections.flatMap(({ fixed, rows }) => [
				fixed.length,
				...fixed,
				rows.length,
				...rows.flatMap((row) => writeRow(row, topics))
			])
		],
		texts: [...topics, ...sections.map(({ title }) => title)]
	};
}

/** Puts the parts of a quiz together again; what is wrong with the numbers the cursor tells. @returns null for a wrong text */
export function readSections(cursor: NumberCursor, texts: TextCursor): readonly Section[] | null {
	const topicCount = cursor.take('quiz.topics', 0, MAX_TOPICS);
	const topics = Array.from({ length: topicCount }, () => texts.take());
	const sections: Section[] = [];
	const count = cursor.take('quiz.sections', 1, MAX_SECTIONS);
	for (let place = 0; place < count && cursor.failed === null; place += 1) {
		const title = texts.take().replaceAll('\n', ' ');
		if (title.length > MAX_TITLE) return null;
		const fixed = list(cursor, MAX_ITEMS, () => cursor.take('quiz.fixed', 1, MAX_NUMBER));
		const rows = list(cursor, MAX_ROWS, () => readRow(cursor, topics));
		sections.push({ title, fixed, rows });
	}
	return topics.every((topic) => TOPIC.test(topic)) ? sections : null;
}

function writeRow({ count, topics, difficulties, types }: BlueprintRow, names: readonly string[]): number[] {
	return [
		count,
		DIFFICULTIES.reduce((bits, name, place) => (difficulties.includes(name) ? bits | (1 << place) : bits), 0),
		ITEM_TYPES.reduce((bits, type) => (types.includes(type) ? bits | (1 << TYPE_NUMBERS[type]) : bits), 0),
		topics.length,
		...topics.map((topic) => names.indexOf(topic))
	];
}

function readRow(cursor: NumberCursor, names: readonly string[]): BlueprintRow {
	const count = cursor.take('quiz.count', 1, MAX_ITEMS);
	const difficulties = cursor.takeKnown('quiz.difficulties', ALL_DIFFICULTIES, LATER_BITS);
	const types = cursor.takeKnown('quiz.types', ALL_TYPES, LATER_BITS);
	return {
		count,
		topics: list(cursor, MAX_TOPICS, () => names[cursor.take('quiz.topics', 0, names.length - 1)] ?? ''),
		difficulties: DIFFICULTIES.filter((_, place) => (difficulties & (1 << place)) !== 0),
		types: ITEM_TYPES.filter((type) => (types & (1 << TYPE_NUMBERS[type])) !== 0)
	};
}

/** A number of things, then the things; after something wrong no more are read. */
function list<T>(cursor: NumberCursor, most: number, read: () => T): T[] {
	const things: T[] = [];
	const count = cursor.take('quiz.sections', 0, most);
	while (things.length < count && cursor.failed === null) things.push(read());
	return things;
}
