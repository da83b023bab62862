import { describe, expect, it } from 'vitest';
import { trueRetention } from '$lib/domain/statistics/true-retention';
import { tallied, type AnswerRow } from './columns';

/** Each card is answered, then again after `gap` days. */
function twice(count: number, gap: number, rating: (index: number) => number): AnswerRow[] {
	const cards = Array.from({ length: count }, (_, index) => `gap-${gap}.${index + 1}.1`);
	return [
		...cards.map((card): AnswerRow => [card, 100, 3]),
		...cards.map((card, index): AnswerRow => [card, 100 + gap, rating(index)])
	];
}

function retentionOf(...rows: AnswerRow[]) {
	return trueRetention(tallied(200, ...rows).tally.retention);
}

describe('trueRetention', () => {
	it('is the share of answers not rated Again, by how long ago the card was seen', () => {
		const { overall, rows } = retentionOf(
			...twice(20, 1, (index) => (index < 2 ? 1 : 3)),
			...twice(40, 10, (index) => (index < 10 ? 1 : 2))
		);
		expect(rows.map(({ from, to, n }) => [from, to, n])).toEqual([
			[1, 1, 20],
			[2, 6, 0],
			[7, 20, 40],
			[21, 89, 0],
			[90, null, 0]
		]);
		expect(rows.map(({ recalled }) => recalled?.share ?? null)).toEqual([0.9, null, 0.75, null, null]);
		expect(overall).toMatchObject({ n: 60, hits: 48, share: 0.8 });
	});

	it('counts only the first answer of a day, and no quiz answer', () => {
		const again = twice(20, 3, () => 1);
		const repeated = again.slice(20).map(([card, day]): AnswerRow => [card, day, 3]);
		const quiz = again.slice(20).map(([card]): AnswerRow => [card, 110, 6]);
		expect(retentionOf(...again, ...repeated, ...quiz).overall).toMatchObject({ n: 20, hits: 0 });
	});

	it('says nothing about a few answers', () => {
		const { overall, rows } = retentionOf(...twice(19, 1, () => 3));
		expect(overall).toBeNull();
		expect(rows[0]).toEqual({ from: 1, to: 1, n: 19, recalled: null });
	});
});
