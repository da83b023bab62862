import { describe, expect, it } from 'vitest';
import { playFirstDay } from '$lib/domain/plan/first-day';

describe('playFirstDay', () => {
	it('counts the answers until the steps are done', () => {
		expect(playFirstDay([1, 10], 1)).toEqual({ goods: 2, wait: null });
		expect(playFirstDay([1, 10], 2)).toEqual({ goods: 2, wait: null });
		expect(playFirstDay([1, 10], 3)).toEqual({ goods: 1, wait: null });
		expect(playFirstDay([1, 10], 4)).toEqual({ goods: 0, wait: null });
	});

	it('ends the day at a step of a day or more', () => {
		expect(playFirstDay([10, 2880], 1)).toEqual({ goods: 1, wait: 2 });
		expect(playFirstDay([10, 2880], 3)).toEqual({ goods: 0, wait: 2 });
	});

	it('is over at once without steps', () => {
		expect(playFirstDay([], 1)).toEqual({ goods: 0, wait: null });
	});
});
