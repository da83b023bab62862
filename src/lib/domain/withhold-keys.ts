import { parseCloze } from './cloze';
import { hashText } from './hash';
import type { Item, MatchingPair } from './item';
import type { Response } from './quiz';
import type { SharedContent, SharedSet, SharedSetContent } from './share-model';

/** Stands where the schema of a set wants a text and the answer would be. */
const BLANK = '…';

/** @returns whether keys can be withheld at all: those of a bank are in every copy of the app */
export function canWithhold(content: SharedContent): content is SharedSetContent {
	return content.kind === 'set';
}

/**
 * A set to be answered and not to be learnt from: no right options, no accepted answers, no explanations, the words of a
 * cloze blank, true or false and claim or fact on one side. Where the order of parts is the key (or may be, as authors like to
 * write the right option first), they are put in an order that follows from their words alone: it tells nothing, and whoever
 * has the set as written finds the same. A seed would be in the link as well.
 */
export function withholdKeys(set: SharedSet): SharedSet {
	return blankKeys({ ...set, items: set.items.map(scrambleParts) });
}

/** Takes every key out of a set, and leaves its parts where they are: twice is the same as once. */
export function blankKeys(set: SharedSet): SharedSet {
	return { ...set, items: set.items.map(blankItem) };
}

/**
 * Puts a key into every item that has none, in the same place for all: a set of which the schema says that it is one, and
 * which `blankKeys` takes back.
 */
export function fillKeys(set: SharedSet): SharedSet {
	return { ...set, items: set.items.map(fillItem) };
}

/**
 * Says what an answer to the withheld edition of an item means for the item as written.
 * @param item as written
 */
export function restoreResponse(item: Item, response: Response): Response {
	switch (response.type) {
		case 'choice': {
			if (item.type !== 'single-choice' && item.type !== 'multiple-choice') return response;
			const order = orderOf(item.options.map(({ text }) => text));
			return { type: 'choice', chosen: toWritten(order, response.chosen).sort((a, b) => a - b) };
		}
		case 'order':
			if (item.type !== 'ordering') return response;
			return { type: 'order', order: toWritten(orderOf(item.entries.map(({ text }) => text)), response.order) };
		case 'match': {
			if (item.type !== 'matching') return response;
			const order = orderOf(sidesOf(item));
			return { type: 'match', right: response.right.map((side) => (side === null ? null : (order[side] ?? side))) };
		}
		case 'boolean':
		case 'text':
		case 'point':
		case 'label':
		case 'self':
			return response;
	}
}

function scrambleParts(item: Item): Item {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return { ...item, options: inOrder(item.options, orderOf(item.options.map(({ text }) => text))) };
		case 'ordering':
			return { ...item, entries: inOrder(item.entries, orderOf(item.entries.map(({ text }) => text))) };
		case 'matching': {
			const sides = sidesOf(item);
			const rights = inOrder(sides, orderOf(sides));
			const pairs = item.pairs.map(({ left, right }, i): MatchingPair => ({ left, right: rights[i] ?? right }));
			return { ...item, pairs, extra: rights.slice(pairs.length) };
		}
		case 'basic':
		case 'cloze':
		case 'true-false':
		case 'map':
		case 'classify':
		case 'short-answer':
			return item;
	}
}

function blankItem(item: Item): Item {
	const { explanation, provenance, ...rest } = item;
	const bare: Item = explanation === undefined && provenance === undefined ? item : rest;
	switch (bare.type) {
		case 'basic':
			return { ...bare, answer: '' };
		case 'short-answer':
			return { ...bare, answers: [] };
		case 'cloze': {
			const { accept, ...cloze } = bare;
			return { ...(accept === undefined ? bare : cloze), stem: blankDeletions(bare.stem) };
		}
		case 'single-choice':
		case 'multiple-choice':
			return { ...bare, options: bare.options.map(({ text }) => ({ text, correct: false })) };
		case 'ordering':
			return { ...bare, entries: bare.entries.map(({ text }) => ({ text })) };
		case 'true-false':
			return { ...bare, answer: true };
		case 'classify':
			return { ...bare, answer: 'fact' };
		case 'map':
			return { ...bare, target: { place: BLANK, lat: 0, lon: 0, toleranceKm: 1 } };
		case 'matching':
			return bare;
	}
}

function fillItem(item: Item): Item {
	switch (item.type) {
		case 'basic':
			return item.answer === '' ? { ...item, answer: BLANK } : item;
		case 'short-answer':
			return item.answers.length === 0 ? { ...item, answers: [BLANK] } : item;
		case 'single-choice':
		case 'multiple-choice':
			return item.options.some(({ correct }) => correct)
				? item
				: { ...item, options: item.options.map((option, i) => ({ ...option, correct: i === 0 })) };
		case 'cloze':
		case 'true-false':
		case 'ordering':
		case 'matching':
		case 'map':
		case 'classify':
			return item;
	}
}

function blankDeletions(stem: string): string {
	return parseCloze(stem)
		.map(({ text, deletion }) => (deletion === null ? text : `{{${String(deletion)}::${BLANK}}}`))
		.join('');
}

/** @returns indices of texts in an order that follows from their words; equal ones stay as they are */
function orderOf(texts: readonly string[]): number[] {
	const hashes = texts.map(hashText);
	return [...texts.keys()].sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
}

function inOrder<T>(parts: readonly T[], order: readonly number[]): T[] {
	return order.flatMap((index) => parts.slice(index, index + 1));
}

function toWritten(order: readonly number[], indices: readonly number[]): number[] {
	return indices.map((index) => order[index] ?? index);
}

function sidesOf(item: Extract<Item, { type: 'matching' }>): string[] {
	return [...item.pairs.map(({ right }) => right), ...item.extra];
}
