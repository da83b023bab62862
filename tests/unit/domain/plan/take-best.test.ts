import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeBest } from '$lib/domain/plan/take-best';

describe('takeBest', () => {
	it('agrees with sorting all of them', () => {
		const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(-Infinity)), { maxLength: 40 });
		const property = fc.property(values, fc.integer({ min: 0, max: 50 }), (list, most) => {
			const all = [...list.keys()].filter((i) => list[i]! > -Infinity).sort((a, b) => list[b]! - list[a]! || a - b);
			expect(takeBest(Float64Array.from(list), most)).toEqual(all.slice(0, most));
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});
});
