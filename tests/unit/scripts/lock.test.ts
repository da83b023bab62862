import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLock, formatLock, hashKey, hashQuestion, parseLock, updateLock } from '../../../scripts/bank/lock';
import type { Item } from '../../../src/lib/domain/item';
import { arbitraryItem, arbitrarySet } from '../../fixtures/arbitrary-item';

const keeper: Item = {
	type: 'basic',
	stem: 'Who keeps it?',
	answer: 'The keepers',
	number: 1,
	id: 'keeper',
	revision: 1
};
const options = [
	{ text: 'Salt', correct: true },
	{ text: 'Iron', correct: false, rationale: 'By river.' }
];
const goods: Item = { type: 'single-choice', stem: 'What?', options, number: 2, id: 'goods', revision: 1 };
const lock = updateLock([keeper, goods], {});
const messages = (items: readonly Item[]): string[] => checkLock(items, lock).map(({ message }) => message);

describe('updateLock', () => {
	it('leaves nothing to report on a new bank, whatever its items', () => {
		fc.assert(
			fc.property(arbitrarySet(), (set) => {
				const first = set.items.filter((item) => item.supersedes === undefined);
				expect(checkLock(first, updateLock(first, {}))).toEqual([]);
			}),
			{ seed: 42, numRuns: 50 }
		);
	});

	it('numbers new items from 1 and never uses a number again', () => {
		expect([lock.keeper?.number, lock.goods?.number]).toEqual([1, 2]);
		const without = updateLock([keeper], lock);
		expect(without.goods).toEqual({ ...lock.goods, retired: true });
		const again = updateLock([keeper, { ...goods, id: 'other-goods' }], without);
		expect(again['other-goods']?.number).toBe(3);
	});

	it('takes a wording fix when the revision was raised', () => {
		const fixed = { ...keeper, stem: 'Who looks after it?', revision: 2 };
		const next = updateLock([fixed, goods], lock);
		expect(next.keeper).toMatchObject({ number: 1, revision: 2, hash: hashQuestion(fixed) });
		expect(checkLock([fixed, goods], next)).toEqual([]);
	});

	it('does not take what breaks a rule: no raise, a changed answer, a retired id', () => {
		expect(updateLock([{ ...keeper, stem: 'Who?' }, goods], lock).keeper).toEqual(lock.keeper);
		expect(updateLock([{ ...keeper, answer: 'The traders', revision: 2 }, goods], lock).keeper).toEqual(lock.keeper);
		const retired = updateLock([keeper], lock);
		expect(updateLock([keeper, goods], retired).goods).toEqual(retired.goods);
	});

	it('is done after one run', () => {
		expect(updateLock([keeper, goods], lock)).toEqual(lock);
	});
});

describe('checkLock', () => {
	it('finds nothing when nothing changed, or only explanation, rationale, topic and sources', () => {
		const reworded: Item = {
			...goods,
			explanation: 'New.',
			topic: 'other',
			options: options.map(({ text, correct }) => ({ text, correct, rationale: 'Said better.' }))
		};
		expect(messages([keeper, goods])).toEqual([]);
		expect(messages([keeper, reworded])).toEqual([]);
	});

	it('asks for a higher revision when the question changed', () => {
		expect(messages([{ ...keeper, stem: 'Who?' }, goods])).toEqual(['The question changed: raise its revision to 2.']);
		const wrong = { text: 'Tin', correct: false };
		expect(messages([keeper, { ...goods, options: [...options, wrong] }])).toEqual([
			'The question changed: raise its revision to 2.'
		]);
	});

	it('asks for a new id when the right answer changed, whatever the revision', () => {
		const turned = options.map((option) => ({ ...option, correct: !option.correct }));
		for (const revision of [1, 2]) {
			expect(messages([keeper, { ...goods, options: turned, revision }])).toEqual([
				'The right answer changed: make it a new item with another id and "supersedes: goods".'
			]);
		}
	});

	it('takes a successor that names the item it supersedes', () => {
		const heir: Item = { ...keeper, id: 'keeper-now', answer: 'The traders', supersedes: 'keeper' };
		expect(checkLock([heir, goods], updateLock([heir, goods], lock))).toEqual([]);
	});

	it('reports an item that is gone, at the lock', () => {
		expect(checkLock([keeper], lock)).toEqual([
			{ id: 'goods', inLock: true, message: expect.stringContaining('"goods" is gone') as unknown }
		]);
	});
});

describe('hashKey', () => {
	it('is the same for other case, spacing and punctuation, and for options in another order', () => {
		expect(hashKey({ ...keeper, answer: ' the *Keepers*.' })).toBe(hashKey(keeper));
		expect(hashKey({ ...goods, options: [...options].reverse() })).toBe(hashKey(goods));
	});

	it('is different when what is right is different, for each type', () => {
		const base = { number: 1, id: 'x', revision: 1, stem: 'Which?' };
		const target = { place: 'kabul', lat: 1, lon: 2, toleranceKm: 3 };
		const [a, b] = [{ text: 'a' }, { text: 'b' }];
		const changes: [Item, Item][] = [
			[
				{ ...base, type: 'short-answer', answers: ['a', 'b'] },
				{ ...base, type: 'short-answer', answers: ['b', 'a'] }
			],
			[
				{ ...base, type: 'cloze', stem: 'In {{1::1893}}.' },
				{ ...base, type: 'cloze', stem: 'In {{1::1894}}.' }
			],
			[
				{ ...base, type: 'true-false', answer: true },
				{ ...base, type: 'true-false', answer: false }
			],
			[
				{ ...base, type: 'classify', answer: 'fact' },
				{ ...base, type: 'classify', answer: 'claim' }
			],
			[
				{ ...base, type: 'ordering', entries: [a, b] },
				{ ...base, type: 'ordering', entries: [b, a] }
			],
			[
				{ ...base, type: 'map', target },
				{ ...base, type: 'map', target: { ...target, place: 'doha' } }
			],
			[
				{ ...base, type: 'matching', pairs: [{ left: 'a', right: 'b' }], extra: [] },
				{ ...base, type: 'matching', pairs: [{ left: 'a', right: 'c' }], extra: [] }
			]
		];
		for (const [before, after] of changes) expect(hashKey(after), before.type).not.toBe(hashKey(before));
	});
});

describe('hashQuestion', () => {
	it('does not depend on the order of fields', () => {
		fc.assert(
			fc.property(arbitraryItem(3), (item) => {
				const turned = Object.fromEntries(Object.entries(item).reverse()) as Item;
				expect(hashQuestion(turned)).toBe(hashQuestion(item));
			}),
			{ seed: 42, numRuns: 100 }
		);
	});

	it('sees a moved map target', () => {
		const map: Item = { ...keeper, type: 'map', target: { place: 'a', lat: 1, lon: 2, toleranceKm: 40 } };
		const moved: Item = { ...map, target: { place: 'a', lat: 1, lon: 2, toleranceKm: 60 } };
		expect(hashQuestion(moved)).not.toBe(hashQuestion(map));
	});
});

describe('parseLock', () => {
	it('reads what formatLock wrote', () => {
		expect(parseLock(JSON.parse(formatLock(lock)))).toEqual({ ok: true, value: lock });
	});

	it('refuses entries that are not whole', () => {
		expect(parseLock({ keeper: { number: 1, revision: 1, hash: 'short', key: lock.keeper?.key } }).ok).toBe(false);
		expect(parseLock(null).ok).toBe(false);
	});
});
