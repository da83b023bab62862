import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import type { Item, ItemOf } from '$lib/domain/item';
import { markResponse } from '$lib/domain/marking';
import { deletionNumbers } from '$lib/domain/cloze';
import type { Response } from '$lib/domain/quiz';
import { toSharedSet, type SharedSet } from '$lib/domain/share-model';
import { blankKeys, canWithhold, fillKeys, restoreResponse, withholdKeys } from '$lib/domain/withhold-keys';
import { arbitrarySet } from '../../fixtures/arbitrary-item';

const shared = arbitrarySet().map((set): SharedSet => {
	const { id, revision, title, lang, topics, items } = set;
	return toSharedSet({ id, revision, title, lang, topics, items });
});

const SINGLE: ItemOf<'single-choice'> = {
	type: 'single-choice',
	number: 1,
	id: '1',
	revision: 1,
	stem: 'Which line?',
	explanation: 'Drawn in 1893.',
	options: [
		{ text: 'The Durand Line', correct: true, rationale: 'Drawn in 1893.' },
		{ text: 'The Radcliffe Line', correct: false },
		{ text: 'The McMahon Line', correct: false }
	]
};

/** What someone says who reads the withheld item and chooses by words: the right answer to the item as written. */
function rightAnswer(written: Item, withheld: Item): Response | null {
	if (written.type === 'single-choice' || written.type === 'multiple-choice') {
		if (withheld.type !== written.type) return null;
		const free = withheld.options.map(({ text }) => text);
		const chosen = written.options
			.filter(({ correct }) => correct)
			.map(({ text }) => {
				const index = free.indexOf(text);
				free[index] = '';
				return index;
			});
		return { type: 'choice', chosen };
	}
	if (written.type === 'ordering' && withheld.type === 'ordering') {
		const free = withheld.entries.map(({ text }): string | null => text);
		const order = written.entries.map(({ text }) => {
			const index = free.indexOf(text);
			free[index] = null;
			return index;
		});
		return { type: 'order', order };
	}
	if (written.type === 'matching' && withheld.type === 'matching') {
		const sides = [...withheld.pairs.map(({ right }) => right), ...withheld.extra];
		return { type: 'match', right: written.pairs.map(({ right }) => sides.indexOf(right)) };
	}
	return null;
}

describe('withholdKeys', () => {
	it('leaves no key, explanation, rationale or date in a set', () => {
		fc.assert(
			fc.property(shared, (set) => {
				for (const item of withholdKeys(set).items) {
					expect(item.explanation).toBeUndefined();
					if (item.type === 'basic') expect(item.answer).toBe('');
					if (item.type === 'short-answer') expect(item.answers).toEqual([]);
					if (item.type === 'true-false') expect(item.answer).toBe(true);
					if (item.type === 'classify') expect(item.answer).toBe('fact');
					if (item.type === 'map') expect(item.target).toEqual({ place: '…', lat: 0, lon: 0, toleranceKm: 1 });
					if (item.type === 'cloze') {
						expect(item.accept).toBeUndefined();
						expect(item.stem.replace(/\{\{\d+::…\}\}/g, '')).not.toMatch(/\{\{\d+::/);
					}
					if (item.type === 'single-choice' || item.type === 'multiple-choice') {
						expect(item.options.every((option) => !option.correct && option.rationale === undefined)).toBe(true);
					}
					if (item.type === 'ordering') expect(item.entries.every(({ date }) => date === undefined)).toBe(true);
				}
			}),
			{ seed: 42, numRuns: 100 }
		);
	});

	it('gives the same set wherever the right option stood', () => {
		const [first, second, third] = SINGLE.options;
		if (first === undefined || second === undefined || third === undefined) throw new Error('Three options');
		const set = (options: readonly (typeof first)[]): SharedSet => ({
			id: 'a',
			revision: 1,
			title: 'T',
			lang: 'en',
			topics: [],
			items: [{ ...SINGLE, options }]
		});
		const orders = [
			[first, second, third],
			[third, first, second],
			[second, third, first]
		].map((options) => withholdKeys(set(options)));
		expect(orders[1]).toEqual(orders[0]);
		expect(orders[2]).toEqual(orders[0]);
	});

	it('keeps stems, numbers, ids, parts and the gaps of a cloze', () => {
		fc.assert(
			fc.property(shared, (set) => {
				const withheld = withholdKeys(set);
				for (const [place, item] of set.items.entries()) {
					const other = withheld.items[place];
					expect([other?.number, other?.id, other?.revision, other?.type]).toEqual([
						item.number,
						item.id,
						item.revision,
						item.type
					]);
					if (item.type === 'cloze') expect(deletionNumbers(other?.stem ?? '')).toEqual(deletionNumbers(item.stem));
					else expect(other?.stem).toBe(item.stem);
				}
			}),
			{ seed: 42, numRuns: 100 }
		);
	});
});

describe('fillKeys', () => {
	it('makes a withheld set one that the schema accepts, and blankKeys takes it back', () => {
		fc.assert(
			fc.property(shared, (set) => {
				const withheld = withholdKeys(set);
				const filled = { ...fillKeys(withheld), origin: 'received', addedAt: 0 };
				const parsed = parseStudySet(filled);
				expect(parsed.ok).toBe(true);
				if (parsed.ok) expect(blankKeys(toSharedSet(parsed.value))).toEqual(withheld);
				expect(blankKeys(withheld)).toEqual(withheld);
			}),
			{ seed: 42, numRuns: 100 }
		);
	});
});

describe('restoreResponse', () => {
	it('makes an answer right that was right by its words', () => {
		fc.assert(
			fc.property(shared, (set) => {
				const withheld = withholdKeys(set);
				for (const [place, written] of set.items.entries()) {
					const other = withheld.items[place];
					const response = other === undefined ? null : rightAnswer(written, other);
					if (response !== null) expect(markResponse(written, restoreResponse(written, response)).credit).toBe(1);
				}
			}),
			{ seed: 42, numRuns: 150 }
		);
	});

	it('leaves everything else as it is', () => {
		const response: Response = { type: 'text', values: ['1893'] };
		expect(restoreResponse(SINGLE, response)).toBe(response);
		expect(restoreResponse(SINGLE, { type: 'order', order: [1, 0] })).toEqual({ type: 'order', order: [1, 0] });
	});
});

describe('canWithhold', () => {
	it('is for own sets only: every copy of the app has the keys of its bank', () => {
		const bank = { kind: 'bank-items' as const, bank: 'collision-course', bankRevision: 1, title: '', items: [] };
		const set = { id: 'a', revision: 1, title: 'T', lang: 'en', topics: [], items: [SINGLE] };
		expect(canWithhold(bank)).toBe(false);
		expect(canWithhold({ kind: 'set', set })).toBe(true);
	});
});
