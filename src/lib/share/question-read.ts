import { assertNever } from '$lib/domain/result';
import type { ItemType, Option, Question } from '$lib/domain/item';
import { isWhole } from './head';
import type { Head, HeadValue } from './head';
import { labelOfNumber } from './item-types';
import { MAX_ANSWERS, MAX_OPTIONS } from './limits';
import { USUAL_OPTIONS } from './question-write';
import type { Part } from './question-write';

const MAX_DELETION = 99;

/** Item types whose parts may carry notes. */
const NOTED: ReadonlySet<ItemType> = new Set<ItemType>(['single-choice', 'multiple-choice', 'ordering']);

/** @returns true when parts of such items have a note: an option's rationale, an entry's date */
export function hasNotes(type: ItemType): boolean {
	return NOTED.has(type);
}

/**
 * Checks the key of an item, so that `readQuestion` may trust it.
 * @returns how many texts the question has besides its stem; null when the key is none of its type
 */
export function countParts(type: ItemType, key: HeadValue): number | null {
	const [a, b, ...more] = toList(key);
	switch (type) {
		case 'basic':
			return key === 0 ? 1 : null;
		case 'cloze':
			return countSpellings(key);
		case 'single-choice': {
			const options = b ?? USUAL_OPTIONS;
			if (more.length > 0 || !isWhole(options, 1, MAX_OPTIONS) || !isWhole(a, 0, options - 1)) return null;
			return options;
		}
		case 'multiple-choice':
			if (more.length > 0 || !isWhole(a, 1, MAX_OPTIONS) || !isWhole(b, 0, 2 ** a - 1)) return null;
			return a;
		case 'true-false':
			return isWhole(key, 0, 1) ? 0 : null;
		case 'ordering':
			return isWhole(key, 1, MAX_OPTIONS) ? key : null;
		case 'matching':
			if (more.length > 0 || !isWhole(a, 1, MAX_OPTIONS) || !isWhole(b, 0, MAX_OPTIONS)) return null;
			return 2 * a + b;
		case 'map':
			return isTarget(key) ? 1 : null;
		case 'classify':
			return typeof key === 'number' && labelOfNumber(key) !== undefined ? 0 : null;
		case 'short-answer':
			return isWhole(key, 1, MAX_ANSWERS) ? key : null;
		default:
			return assertNever(type);
	}
}

/** Puts a question together again. The key has passed `countParts`, which also said how many parts there are. */
export function readQuestion(type: ItemType, key: HeadValue, stem: string, parts: readonly Part[]): Question {
	const [a = 0, b = 0, c = 0] = toList(key).map(Number);
	const texts = parts.map((part) => part.text);
	switch (type) {
		case 'basic':
			return { type, stem, answer: texts[0] ?? '' };
		case 'cloze':
			return key === 0 ? { type, stem } : { type, stem, accept: readAccepted(toList(key), texts) };
		case 'single-choice':
			return { type, stem, options: parts.map((part, place) => toOption(part, place === a)) };
		case 'multiple-choice':
			return { type, stem, options: parts.map((part, place) => toOption(part, (b & (1 << place)) !== 0)) };
		case 'true-false':
			return { type, stem, answer: a === 1 };
		case 'ordering':
			return {
				type,
				stem,
				entries: parts.map(({ text, note }) => (note === '' ? { text } : { text, date: note }))
			};
		case 'matching':
			return {
				type,
				stem,
				pairs: Array.from({ length: a }, (_, place) => ({
					left: texts[2 * place] ?? '',
					right: texts[2 * place + 1] ?? ''
				})),
				extra: texts.slice(2 * a)
			};
		case 'map':
			return { type, stem, target: { place: texts[0] ?? '', lat: a, lon: b, toleranceKm: c } };
		case 'classify':
			return { type, stem, answer: labelOfNumber(a) ?? 'fact' };
		case 'short-answer':
			return { type, stem, answers: texts };
		default:
			return assertNever(type);
	}
}

function toList(key: HeadValue): Head {
	return typeof key === 'number' ? [key] : key;
}

function isTarget(key: HeadValue): boolean {
	return (
		typeof key === 'object' &&
		key.length === 3 &&
		key.every((value) => typeof value === 'number' && Number.isFinite(value))
	);
}

/** Pairs of deletion number (ascending) and number of spellings, or 0 when there are none. */
function countSpellings(key: HeadValue): number | null {
	if (typeof key === 'number') return key === 0 ? 0 : null;
	if (key.length === 0 || key.length % 2 !== 0) return null;
	let total = 0;
	for (let place = 0; place < key.length; place += 2) {
		const before = place === 0 ? 0 : Number(key[place - 2]);
		const count = key[place + 1];
		if (!isWhole(key[place], before + 1, MAX_DELETION) || !isWhole(count, 1, MAX_ANSWERS)) return null;
		total += count;
	}
	return total;
}

function readAccepted(key: Head, texts: readonly string[]): Record<string, string[]> {
	const accept: [string, string[]][] = [];
	let start = 0;
	for (let place = 0; place < key.length; place += 2) {
		const end = start + Number(key[place + 1]);
		accept.push([String(Number(key[place])), texts.slice(start, end)]);
		start = end;
	}
	return Object.fromEntries(accept);
}

function toOption({ text, note }: Part, correct: boolean): Option {
	return note === '' ? { text, correct } : { text, correct, rationale: note };
}
