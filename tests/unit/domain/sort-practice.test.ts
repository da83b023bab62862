import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASSIFY_LABELS, labelOfKind, STATEMENT_KINDS, type StatementKind } from '../../../src/lib/domain/item';
import { createRng } from '../../../src/lib/domain/rng';
import {
	countSorted,
	drawSortRound,
	markSeen,
	worstMixUp,
	type SortStatement
} from '../../../src/lib/domain/sort-practice';

function statements(kinds: readonly StatementKind[]): SortStatement[] {
	return kinds.map((kind, index) => ({
		id: String(index),
		text: `Statement ${String(index)}`,
		kind,
		said: null,
		note: null,
		asOf: '2025-10-16',
		sources: [],
		paragraphs: [1]
	}));
}
const many = (kind: StatementKind, count: number): StatementKind[] => Array<StatementKind>(count).fill(kind);
const labelsOf = (round: readonly SortStatement[]) => round.map(({ kind }) => labelOfKind(kind)).sort();
const none = new Set<string>();

describe('labelOfKind', () => {
	it('puts predictions and recommendations under one label and leaves the others', () => {
		expect(STATEMENT_KINDS.map(labelOfKind)).toEqual(['fact', 'claim', 'contested', 'ahead', 'ahead']);
	});
});

describe('drawSortRound', () => {
	const bank = statements([
		...many('fact', 20),
		...many('claim', 15),
		...many('contested', 10),
		...many('prediction', 4),
		...many('recommendation', 2)
	]);

	it('gives each label its share: of 20, 15, 10 and 6 statements 4, 3, 2 and 1', () => {
		const round = drawSortRound(bank, none, 10, createRng(1));
		expect(labelsOf(round)).toEqual([
			'ahead',
			'claim',
			'claim',
			'claim',
			'contested',
			'contested',
			'fact',
			'fact',
			'fact',
			'fact'
		]);
	});

	it('draws differently with another seed, and the same with the same', () => {
		const ids = (seed: number) => drawSortRound(bank, none, 10, createRng(seed)).map(({ id }) => id);
		expect(ids(7)).toEqual(ids(7));
		expect(ids(7)).not.toEqual(ids(8));
	});

	it('repeats nothing until everything was seen, whatever the statements', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...STATEMENT_KINDS), { minLength: 1, maxLength: 60 }),
				fc.integer(),
				(kinds, seed) => {
					const all = statements(kinds);
					const rng = createRng(seed);
					let seen: Set<string> = new Set();
					const sorted: string[] = [];
					while (sorted.length < all.length) {
						const round = drawSortRound(all, seen, 10, rng);
						expect(round).toHaveLength(Math.min(10, all.length));
						expect(new Set(round.map(({ id }) => id)).size).toBe(round.length);
						for (const { id } of round) {
							sorted.push(id);
							seen = markSeen(seen, id, all);
						}
					}
					expect(new Set(sorted.slice(0, all.length)).size).toBe(all.length);
				}
			),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('mixes the kinds in every round of a pass, not in the first alone', () => {
		const rng = createRng(3);
		let seen: Set<string> = new Set();
		for (let round = 0; round < 5; round += 1) {
			const drawn = drawSortRound(bank, seen, 10, rng);
			expect(new Set(labelsOf(drawn))).toEqual(new Set(CLASSIFY_LABELS));
			for (const { id } of drawn) seen = markSeen(seen, id, bank);
		}
		expect(seen.size).toBe(50);
	});

	it('puts the last unseen ones first, then fills up with seen ones', () => {
		const seen = new Set(bank.slice(0, 48).map(({ id }) => id));
		const round = drawSortRound(bank, seen, 10, createRng(5)).map(({ id }) => id);
		expect(new Set(round.slice(0, 3))).toEqual(new Set(['48', '49', '50']));
		expect(round.slice(3).every((id) => seen.has(id))).toBe(true);
		expect(new Set(round).size).toBe(10);
	});

	it('gives what there is when that is less than a round', () => {
		expect(drawSortRound(statements(['fact', 'claim']), none, 10, createRng(1))).toHaveLength(2);
		expect(drawSortRound([], none, 10, createRng(1))).toEqual([]);
	});
});

describe('markSeen', () => {
	const two = statements(['fact', 'claim']);

	it('begins anew once all were seen', () => {
		expect(markSeen(none, '0', two)).toEqual(new Set(['0']));
		expect(markSeen(new Set(['0']), '1', two)).toEqual(new Set());
	});

	it('is not held up by ids of statements that are gone', () => {
		expect(markSeen(new Set(['0', 'gone']), '1', two)).toEqual(new Set());
	});
});

describe('the mix-ups of a round', () => {
	it('counts by what a statement was and what it was taken for', () => {
		const counts = countSorted([
			{ kind: 'recommendation', chosen: 'claim' },
			{ kind: 'prediction', chosen: 'claim' },
			{ kind: 'fact', chosen: 'fact' },
			{ kind: 'contested', chosen: 'fact' }
		]);
		expect(counts).toEqual({
			fact: { fact: 1, claim: 0, contested: 0, ahead: 0 },
			claim: { fact: 0, claim: 0, contested: 0, ahead: 0 },
			contested: { fact: 1, claim: 0, contested: 0, ahead: 0 },
			ahead: { fact: 0, claim: 2, contested: 0, ahead: 0 }
		});
		expect(worstMixUp(counts)).toEqual({ right: 'ahead', chosen: 'claim', count: 2 });
	});

	it('has no worst one when two share that place', () => {
		const counts = countSorted([
			{ kind: 'fact', chosen: 'claim' },
			{ kind: 'claim', chosen: 'fact' }
		]);
		expect(worstMixUp(counts)).toBeNull();
	});

	it('has no worst one when everything was right', () => {
		expect(worstMixUp(countSorted([{ kind: 'claim', chosen: 'claim' }]))).toBeNull();
	});
});
