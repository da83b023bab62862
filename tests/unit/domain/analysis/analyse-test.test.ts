import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseTest, type TestAnalysis } from '$lib/domain/analysis/analyse-test';
import type { AnalysedItem } from '$lib/domain/analysis/analysed-item';
import type { AnalysedSitting } from '$lib/domain/analysis/sitting';
import { anAnswer, anItem, classOf, sittingsOf } from './sittings';

function analyse(sittings: readonly AnalysedSitting[], items: readonly AnalysedItem[]): TestAnalysis {
	const work = analyseTest(sittings, items);
	let step = work.next();
	while (step.done !== true) step = work.next();
	return step.value;
}

const four = [1, 2, 3, 4].map((item) => anItem(item));

/** Any class: credits in quarters, options, confidence; some papers lack items. */
const anyClass = array(
	tuple(
		array(tuple(integer({ min: 0, max: 4 }), integer({ min: 0, max: 3 })), { minLength: 4, maxLength: 4 }),
		constantFrom('sure', 'fairly', 'guess', null),
		integer({ min: 1, max: 4 })
	),
	{ maxLength: 45 }
).map((learners) =>
	learners.map(([answers, confidence, length], learner): AnalysedSitting => ({
		learner: `learner ${String(learner)}`,
		answers: answers
			.slice(0, length)
			.map(([quarters, option], index) =>
				anAnswer(index + 1, { credit: quarters / 4, chosen: [option], confidence, tookMs: 1000 * quarters + learner })
			)
	}))
);

/** Sums depend on the order in which they are added, in the last of 16 digits. */
function rounded(analysis: TestAnalysis): unknown {
	return JSON.parse(
		JSON.stringify(analysis, (_, value: unknown) =>
			typeof value === 'number' ? Math.round(value * 1e7) / 1e7 + 0 : value
		)
	);
}

describe('analyseTest', () => {
	it('gives the same whatever the order of learners', () => {
		assert(
			property(anyClass, (sittings) => {
				const turned = [...sittings].reverse();
				expect(rounded(analyse(turned, four))).toEqual(rounded(analyse(sittings, four)));
			}),
			{ seed: 42, numRuns: 60 }
		);
	});

	it('keeps every number within its bounds', () => {
		assert(
			property(anyClass, (sittings) => {
				const { test, items } = analyse(sittings, four);
				for (const { facility, discrimination, options, n, time } of items) {
					for (const share of [facility?.value, facility?.low, facility?.high]) {
						expect(share ?? 0).toBeGreaterThanOrEqual(0);
						expect(share ?? 0).toBeLessThanOrEqual(1 + 1e-12);
					}
					const { low = 0, value = 0, high = 0 } = discrimination ?? {};
					expect(low).toBeGreaterThanOrEqual(-1);
					expect(low).toBeLessThanOrEqual(value);
					expect(value).toBeLessThanOrEqual(high);
					expect(high).toBeLessThanOrEqual(1);
					expect(options.reduce((sum, { all }) => sum + all, 0)).toBeLessThanOrEqual(n);
					expect((time?.low ?? 0) <= (time?.median ?? 0) && (time?.median ?? 0) <= (time?.high ?? 0)).toBe(true);
				}
				const alpha = test.reliability?.alpha ?? { low: 0, value: 0, high: 0 };
				expect(alpha.low).toBeLessThanOrEqual(alpha.value + 1e-9);
				expect(alpha.value).toBeLessThanOrEqual(alpha.high + 1e-9);
				expect(alpha.high).toBeLessThanOrEqual(1 + 1e-9);
			}),
			{ seed: 42, numRuns: 60 }
		);
	});

	it('gives a question that everyone knows no discrimination, and the others theirs', () => {
		const sittings = sittingsOf(Array.from({ length: 24 }, (_, i) => [1, i % 2, i % 3 === 0 ? 1 : i % 2, i % 2]));
		const { items } = analyse(sittings, four);
		expect(items.find(({ item }) => item === 1)?.discrimination).toBeNull();
		expect(items.find(({ item }) => item === 2)?.discrimination?.value).toBeGreaterThan(0.5);
	});

	it('corrects for the item itself: of two questions, each is measured by the other', () => {
		const opposed = sittingsOf(Array.from({ length: 20 }, (_, i) => [i % 2, 1 - (i % 2)]));
		const { items } = analyse(opposed, four);
		expect(items.map(({ discrimination }) => Math.round(discrimination?.value ?? 0))).toEqual([-1, -1]);
	});

	it('does not rank learners with a harder paper lower for it', () => {
		// Both forms share item 1. Item 2 is easy, item 3 hard; within each form those who know it know item 1.
		const sittings = classOf(40, (learner) => {
			const knows = learner % 20 < (learner < 20 ? 16 : 4) ? 1 : 0;
			return [anAnswer(1, { credit: knows }), anAnswer(learner < 20 ? 2 : 3, { credit: knows })];
		});
		const { items, test } = analyse(sittings, four);
		expect(test.samePaper).toBe(false);
		expect(items.find(({ item }) => item === 2)?.n).toBe(20);
		expect(items.find(({ item }) => item === 1)?.discrimination?.value).toBeGreaterThan(0.7);
	});

	it('is silent of a small class but for what can be said', () => {
		const { test, items } = analyse(
			sittingsOf([
				[1, 0],
				[1, 1],
				[0, 0],
				[1, 0],
				[1, 1]
			]),
			four
		);
		expect(test).toMatchObject({ learners: 5, items: 2, reliability: null, skewness: null });
		expect(items[0]).toMatchObject({ item: 2, n: 5, right: 2, discrimination: null, thirds: null, alarms: [] });
		expect(items[0]?.facility?.value).toBe(0.4);
		expect(analyse(sittingsOf([[1], [0], [1], [1]]), four).items[0]?.facility).toBeNull();
		expect(analyse([], four)).toMatchObject({ items: [], test: { learners: 0, score: null } });
	});

	it('passes over answers to items it does not know, and tells how far it is', () => {
		const work = analyseTest(
			sittingsOf([
				[1, 1, 1],
				[0, 1, 0]
			]),
			[anItem(1), anItem(2)]
		);
		const shares: number[] = [];
		let step = work.next();
		while (step.done !== true) {
			shares.push(step.value);
			step = work.next();
		}
		expect(shares).toEqual([0.25, 0.5, 0.75]);
		expect(step.value.items.map(({ item }) => item).sort()).toEqual([1, 2]);
	});
});
