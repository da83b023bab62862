import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countScale } from '$lib/components/stats/count-scale';

describe('countScale', () => {
	it.each([
		[0, [1, 0]],
		[4, [4, 3, 2, 1, 0]],
		[37, [40, 30, 20, 10, 0]],
		[1000, [1000, 800, 600, 400, 200, 0]]
	])('has round lines for numbers up to %i', (most, lines) => {
		expect(countScale(most).lines).toEqual(lines);
	});

	it('holds any number between its lowest and highest line, higher up the larger it is', () => {
		fc.assert(
			fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
				const [less, more] = [Math.min(a, b), Math.max(a, b)];
				const { lines, y } = countScale(more);
				expect(lines.length).toBeLessThanOrEqual(7);
				expect(y(lines[0] ?? 0)).toBe(10);
				expect(y(more)).toBeGreaterThanOrEqual(10);
				expect(y(less)).toBeGreaterThanOrEqual(y(more));
				expect(y(0)).toBe(196);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});
