import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '$lib/domain/event';
import type { Memory } from '$lib/domain/fsrs-scheduler';
import { intervalFor, nextMemory, nextStability, retrievability } from '$lib/domain/fsrs-scheduler';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';

const KNOWN: Memory = { stability: 10, difficulty: 5 };

const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);

describe('nextMemory', () => {
	it('starts a card with the weight of its first rating', () => {
		const first = ([1, 2, 3, 4] as const).map((rating) => nextMemory(null, 0, rating, DEFAULT_PARAMETERS).stability);
		expect(first).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
	});

	it('keeps a fitted first stability below 0.1', () => {
		const params = { ...DEFAULT_PARAMETERS, weights: DEFAULT_PARAMETERS.weights.with(0, 0.02) };
		expect(nextMemory(null, 0, 1, params).stability).toBe(0.02);
		expect(nextMemory({ stability: 0.02, difficulty: 6.4 }, 1, 3, params).stability).toBeGreaterThan(0.02);
	});

	it('counts a second answer of the same study day as the same day', () => {
		// 23:50 and 00:10 UTC: the library's own calendar would make it a day and the stability 7.3.
		const first = nextMemory(null, 0, 3, DEFAULT_PARAMETERS);
		expect(nextMemory(first, 0, 3, DEFAULT_PARAMETERS).stability).toBe(2.3065);
	});

	it('takes a negative time since the last answer as none', () => {
		expect(nextMemory(KNOWN, -3, 3, DEFAULT_PARAMETERS)).toEqual(nextMemory(KNOWN, 0, 3, DEFAULT_PARAMETERS));
	});

	it('uses the weights of the parameters it is given', () => {
		const other = { ...DEFAULT_PARAMETERS, weights: DEFAULT_PARAMETERS.weights.with(2, 4) };
		expect(nextMemory(null, 0, 3, other).stability).toBe(4);
		expect(nextMemory(null, 0, 3, DEFAULT_PARAMETERS).stability).toBe(2.3065);
	});

	it('goes by other parameters as soon as it is given others', () => {
		const quicker = {
			...DEFAULT_PARAMETERS,
			weights: DEFAULT_PARAMETERS.weights.with(8, 2.5)
		};
		const stabilities = [DEFAULT_PARAMETERS, quicker, DEFAULT_PARAMETERS].map(
			(params) => nextMemory(KNOWN, 10, 3, params).stability
		);
		expect(stabilities[1]).toBeGreaterThan((stabilities[0] ?? 0) * 1.2);
		expect(stabilities[2]).toBe(stabilities[0]);
	});

	it('keeps stability and difficulty within their ranges over any history', () => {
		const history = fc.array(fc.tuple(ratings, fc.integer({ min: -5, max: 40_000 })), { maxLength: 40 });
		const property = fc.property(history, (answers) => {
			let memory: Memory | null = null;
			for (const [rating, elapsed] of answers) {
				memory = nextMemory(memory, elapsed, rating, DEFAULT_PARAMETERS);
				expect(memory.stability >= 0.001 && memory.stability <= 36500).toBe(true);
				expect(memory.difficulty >= 1 && memory.difficulty <= 10).toBe(true);
			}
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});
});

describe('nextStability', () => {
	it('is that of the next memory, whatever was asked before and with whichever parameters', () => {
		const other = { ...DEFAULT_PARAMETERS, weights: DEFAULT_PARAMETERS.weights.with(8, 1.2).with(15, 0.5) };
		const memory = fc.record({
			stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
			difficulty: fc.double({ min: 1, max: 10, noNaN: true })
		});
		const question = fc.record({
			memory,
			elapsed: fc.integer({ min: -1, max: 400 }),
			rating: fc.constantFrom(2, 3, 4),
			params: fc.constantFrom(DEFAULT_PARAMETERS, other),
			asked: ratings
		});
		fc.assert(
			fc.property(question, ({ memory, elapsed, rating, params, asked }) => {
				nextMemory(memory, elapsed, asked, params);
				const stability = nextStability(memory, elapsed, rating, params);
				nextMemory(KNOWN, 3, asked, params);
				expect(stability).toBe(nextMemory(memory, elapsed, rating, params).stability);
			}),
			{ seed: 42, numRuns: 500 }
		);
	});
});

describe('retrievability', () => {
	it('is certain at once and 0.9 when the stability has passed', () => {
		expect(retrievability(0, 10, DEFAULT_PARAMETERS)).toBe(1);
		expect(retrievability(10, 10, DEFAULT_PARAMETERS)).toBeCloseTo(0.9, 7);
		expect(retrievability(-4, 10, DEFAULT_PARAMETERS)).toBe(1);
	});

	it('falls with time', () => {
		const days = [0, 1, 2, 10, 100, 10_000].map((elapsed) => retrievability(elapsed, 10, DEFAULT_PARAMETERS));
		expect(days).toEqual([...days].sort((a, b) => b - a));
		expect(new Set(days).size).toBe(6);
	});
});

describe('intervalFor', () => {
	it('is the stability at 0.9, shorter above and longer below', () => {
		expect(intervalFor(10, 0.9, DEFAULT_PARAMETERS)).toBe(10);
		expect(intervalFor(10, 0.95, DEFAULT_PARAMETERS)).toBeLessThan(10);
		expect(intervalFor(10, 0.8, DEFAULT_PARAMETERS)).toBeGreaterThan(10);
	});

	it('is at least a day and at most the maximum', () => {
		expect(intervalFor(0.001, 0.99, DEFAULT_PARAMETERS)).toBe(1);
		expect(intervalFor(400, 0.9, { ...DEFAULT_PARAMETERS, maximumInterval: 365 })).toBe(365);
	});

	it('brings retrievability to the desired retention', () => {
		const property = fc.property(
			fc.double({ min: 50, max: 1000, noNaN: true }),
			fc.double({ min: 0.7, max: 0.97, noNaN: true }),
			(stability, desired) => {
				const interval = intervalFor(stability, desired, DEFAULT_PARAMETERS);
				if (interval < 36500) expect(retrievability(interval, stability, DEFAULT_PARAMETERS)).toBeCloseTo(desired, 2);
			}
		);
		fc.assert(property, { seed: 42, numRuns: 300 });
	});
});

describe('the library behind it', () => {
	it('leaves dates as they were', () => {
		const names: string[] = [];
		for (const name in new Date(0)) names.push(name);
		expect(names).toEqual([]);
		expect('scheduler' in Date.prototype || 'dueFormat' in Date.prototype).toBe(false);
	});
});
