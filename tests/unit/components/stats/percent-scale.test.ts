import { describe, expect, it } from 'vitest';
import { dotRadius } from '$lib/components/stats/calendar-dots';
import { percentScale } from '$lib/components/stats/percent-scale';

describe('percentScale', () => {
	it('starts at one half while nothing is lower, with a line at every ten', () => {
		const { lines, x, y } = percentScale([0.62, 0.9]);
		expect(lines).toEqual([100, 90, 80, 70, 60, 50]);
		expect([y(1), y(0.5)]).toEqual([10, 196]);
		expect([x(0.5), x(1)]).toEqual([40, 330]);
		expect(y(0.75)).toBeCloseTo(103, 6);
	});

	it('starts lower for what is lower, never below zero', () => {
		expect(percentScale([0.33]).lines).toEqual([100, 80, 60, 40]);
		expect(percentScale([0]).lines).toEqual([100, 80, 60, 40, 20, 0]);
		expect(percentScale([0.33]).y(0.3)).toBe(196);
	});

	it('has a scale for nothing', () => {
		expect(percentScale([]).lines.at(-1)).toBe(50);
	});
});

describe('dotRadius', () => {
	it('grows with the area, and keeps one answer visible', () => {
		expect(dotRadius(100, 100)).toBe(8);
		expect(dotRadius(25, 100)).toBe(4);
		expect(dotRadius(1, 1000)).toBe(3.2);
		expect(dotRadius(0, 100)).toBeLessThan(2);
	});
});
