import { describe, expect, it } from 'vitest';
import { withoutOtherSets, withStates } from '$lib/domain/card-columns';
import { placeCards } from '$lib/domain/card-places';
import { distributeMemory } from '$lib/domain/statistics/memory-distribution';
import { forecastDue } from '$lib/domain/statistics/forecast-due';
import { cardColumns } from './statistics/columns';

describe('placeCards', () => {
	it('finds cards in a list and puts those that are not in it behind', () => {
		const { list, places } = placeCards(['a.1.1', 'b.1.1', 'c.1.1'], ['d.1.1', 'c.1.1', 'a.1.1', 'e.1.1']);
		expect(list).toEqual(['a.1.1', 'b.1.1', 'c.1.1', 'd.1.1', 'e.1.1']);
		expect([...places]).toEqual([3, 2, 0, 4]);
	});

	it('leaves a list alone that has them all', () => {
		const known = ['a.1.1', 'b.1.1'];
		expect(placeCards(known, ['b.1.1']).list).toBe(known);
	});
});

describe('withStates', () => {
	const columns = cardColumns({ card: 'a.1.1', lapses: 3 }, { card: 'a.2.1' });

	it('lets a card without a state count in nothing', () => {
		const changed = withStates(columns, ['a.1.1', 'a.2.1', 'a.3.1'], [[0, null]]);
		expect(distributeMemory(changed).n).toBe(1);
		expect([...forecastDue(changed, 110, 1)]).toEqual([1]);
		expect([...changed.lapses]).toEqual([0, 0, 0]);
		expect(changed.stability[1]).toBe(10);
		expect(columns.lapses[0]).toBe(3);
	});
});

describe('withoutOtherSets', () => {
	it('lets the cards of a deleted set count in nothing, and keeps their places', () => {
		const columns = cardColumns({ card: 'a.1.1' }, { card: 'gone.1.1' }, { card: 'b.1.1' }, { card: 'gone.2.1' });
		const left = withoutOtherSets(columns, new Set(['a', 'b']));
		expect([...left.reviews]).toEqual([1, 0, 1, 0]);
		expect(left.cards).toBe(columns.cards);
		expect(withoutOtherSets(columns, new Set(['a', 'b', 'gone']))).toBe(columns);
	});
});
