import { assert, constantFrom, integer, array, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Memory } from '$lib/domain/fsrs-scheduler';
import { nextMemory, retrievability } from '$lib/domain/fsrs-scheduler';
import type { AnswerColumns } from '$lib/domain/answer-columns';
import { foldCard } from '$lib/domain/fold';
import { DEFAULT_HISTORY } from '$lib/domain/parameter-history';
import { DEFAULT_PARAMETERS, type SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { MemoryWalk } from '$lib/domain/statistics/memory-walk';
import { quizAnswer, review } from '../learning-log';
import { answers, type AnswerRow } from './columns';

const OTHER: SchedulerParameters = {
	...DEFAULT_PARAMETERS,
	weights: DEFAULT_PARAMETERS.weights.map((weight, index) => weight * (index % 2 === 0 ? 0.8 : 1.2))
};

const closeTo = (value: number) => ({
	asymmetricMatch: (other: number) => Math.abs(other - value) <= 1e-6 * Math.max(1, Math.abs(value))
});

/** What was expected of each answer, the walk being broken off and gone on with after each. */
function passMemory({ cards, card, day, rating, tookMs }: AnswerColumns, params: SchedulerParameters) {
	let states = new Float32Array(0);
	const steps = Array.from(card, (place, i) => {
		const walk = new MemoryWalk(params, states);
		walk.reserve(cards.length);
		walk.step(place, day[i] ?? 0, rating[i] ?? 0, tookMs[i] ?? 0);
		states = walk.states.slice();
		return { recall: walk.recall, elapsed: walk.elapsed };
	});
	return { recall: steps.map(({ recall }) => recall), elapsed: steps.map(({ elapsed }) => elapsed) };
}

describe('MemoryWalk', () => {
	it.each([
		['the default weights', DEFAULT_PARAMETERS],
		['other weights', OTHER]
	])('agrees with the scheduler within a millionth for any reviews: %s', (_, params) => {
		const rows = array(
			record({
				card: constantFrom('s.1.1', 's.2.1', 's.3.1'),
				gap: integer({ min: 0, max: 60 }),
				rating: constantFrom(1, 2, 3, 4)
			}),
			{ minLength: 1, maxLength: 40 }
		);
		assert(
			property(rows, (log) => {
				let day = 100;
				const memories = new Map<string, { memory: Memory; day: number }>();
				const table: AnswerRow[] = [];
				const recall: number[] = [];
				for (const { card, gap, rating } of log) {
					day += gap;
					table.push([card, day, rating]);
					const before = memories.get(card) ?? null;
					const elapsed = before === null ? 0 : day - before.day;
					recall.push(before === null ? 0 : retrievability(elapsed, before.memory.stability, params));
					memories.set(card, {
						memory: nextMemory(before?.memory ?? null, elapsed, rating, params),
						day
					});
				}
				expect([...passMemory(answers(...table), params).recall]).toEqual(recall.map(closeTo));
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('says how many study days passed, and that nothing was expected of a first answer', () => {
		const pass = passMemory(answers(['a.1.1', 100, 3], ['a.1.1', 100, 3], ['a.1.1', 107, 3]), DEFAULT_PARAMETERS);
		expect([...pass.elapsed]).toEqual([-1, 0, 7]);
		expect(pass.recall[0]).toBe(0);
		expect(pass.recall[1]).toBe(1);
	});

	it('counts a clock set back as the same day', () => {
		const pass = passMemory(answers(['a.1.1', 100, 3], ['a.1.1', 90, 3]), DEFAULT_PARAMETERS);
		expect([...pass.elapsed]).toEqual([-1, 0]);
	});

	it('takes quiz answers as the fold of a card does', () => {
		const events = [
			review(1, 3, 100),
			quizAnswer(2, 105, { correct: true }),
			quizAnswer(3, 105, { correct: true }),
			quizAnswer(4, 120, { correct: false }),
			quizAnswer(5, 120, { correct: false }),
			quizAnswer(6, 130, { correct: true, tookMs: 300 }),
			review(7, 3, 140)
		];
		const columns = answers(
			['a.1.1', 100, 3],
			['a.1.1', 105, 6],
			['a.1.1', 105, 6],
			['a.1.1', 120, 5],
			['a.1.1', 120, 5],
			['a.1.1', 130, 6, 0.3],
			['a.1.1', 140, 3]
		);
		const pass = passMemory(columns, DEFAULT_PARAMETERS);
		const expected = events.map((event, index) => {
			const state = foldCard(events.slice(0, index), DEFAULT_HISTORY);
			return state === null ? 0 : retrievability(event.day - state.lastDay, state.stability, DEFAULT_PARAMETERS);
		});
		expect([...pass.recall]).toEqual(expected.map(closeTo));
	});

	it('lets a right choice make no memory of a card nobody has learnt', () => {
		const pass = passMemory(answers(['a.1.1', 100, 6], ['a.1.1', 101, 3]), DEFAULT_PARAMETERS);
		expect([...pass.elapsed]).toEqual([-1, -1]);
	});
});
