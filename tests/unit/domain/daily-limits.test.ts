import { describe, expect, it } from 'vitest';
import { countDown, limitsOn } from '$lib/domain/daily-limits';

const everyDay = { fresh: 20, reviews: 200 };

describe('limitsOn', () => {
	it('is what holds every day', () => {
		expect(limitsOn({ everyDay, today: null, sets: [] }, 100)).toEqual(everyDay);
	});

	it('is another on the one day it was chosen for, and lapses with it', () => {
		const limits = { everyDay, today: { day: 100, fresh: 0, reviews: null }, sets: [] };
		expect([99, 100, 101].map((day) => limitsOn(limits, day))).toEqual([
			everyDay,
			{ fresh: 0, reviews: 200 },
			everyDay
		]);
	});
});

describe('countDown', () => {
	it('counts what is taken against the day and against the set', () => {
		const left = countDown({ fresh: 2, reviews: 1 }, { fresh: 0, reviews: 0 }, [{ setId: 'a', fresh: 1, reviews: null }], new Map()); // prettier-ignore
		expect(['a', 'a', 'b', 'b'].map((setId) => left.take('fresh', setId))).toEqual([true, false, true, false]);
		expect(left.isOut('fresh')).toBe(true);
		expect(left.isOut('reviews')).toBe(false);
		expect([left.take('reviews', 'a'), left.take('reviews', 'a')]).toEqual([true, false]);
	});

	it('has no room where more is done than the limit says', () => {
		const left = countDown({ fresh: 2, reviews: 1 }, { fresh: 5, reviews: 9 }, [], new Map());
		expect([left.isOut('fresh'), left.take('fresh', 'a'), left.isOut('reviews')]).toEqual([true, false, true]);
	});
});
