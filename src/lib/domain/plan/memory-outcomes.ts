import type { Rating } from '../event';
import { RATINGS } from '../event';
import type { Memory } from '../fsrs-scheduler';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { Days } from '../units';
import type { FirstDay } from './first-day';
import { playFirstDay } from './first-day';
import type { MemoryStep } from './memory-step';
import { createMemoryStep } from './memory-step';
import { perParameters } from './per-parameters';

/** Memory at the end of a day on which a card was begun. */
export type Beginning = Memory & { readonly wait: Days | null };

/** What a day's study does to a memory, steps of the same day included. */
export type MemoryOutcomes = {
	readonly step: MemoryStep;
	/** By the first rating. */
	readonly begun: Record<Rating, Beginning>;
	/** Relearning after Again. */
	readonly relearning: FirstDay;
	/** Stability at the end of a day on which a card was forgotten. */
	readonly stabilityAfterLapse: (stability: Days, difficulty: number, elapsed: Days, r?: number) => Days;
	readonly difficultyAfterLapse: (difficulty: number) => number;
};

/** What a plan needs for every card, worked out once for a set of parameters. */
export const memoryOutcomes = perParameters(createMemoryOutcomes);

function createMemoryOutcomes(params: SchedulerParameters): MemoryOutcomes {
	const step = createMemoryStep(params);
	const relearning = playFirstDay(params.relearningSteps, 1);
	const [again, hard, good, easy] = RATINGS.map((rating) => begin(step, rating, params));
	if (again === undefined || hard === undefined || good === undefined || easy === undefined) {
		throw new Error('There are four ratings.');
	}
	return {
		step,
		begun: { 1: again, 2: hard, 3: good, 4: easy },
		relearning,
		stabilityAfterLapse: (stability, difficulty, elapsed, r = step.recall(elapsed, stability)) => {
			let days = step.stabilityAfter(stability, difficulty, elapsed, 1, r);
			for (let i = 0; i < relearning.goods; i++) days = step.stabilityAfter(days, difficulty, 0, 3);
			return days;
		},
		difficultyAfterLapse: (difficulty) => {
			let hardness = step.difficultyAfter(difficulty, 1);
			for (let i = 0; i < relearning.goods; i++) hardness = step.difficultyAfter(hardness, 3);
			return hardness;
		}
	};
}

function begin(step: MemoryStep, rating: Rating, params: SchedulerParameters): Beginning {
	const { goods, wait } = playFirstDay(params.learningSteps, rating);
	let stability = step.firstStability(rating);
	let difficulty = step.firstDifficulty(rating);
	for (let i = 0; i < goods; i++) {
		stability = step.stabilityAfter(stability, difficulty, 0, 3);
		difficulty = step.difficultyAfter(difficulty, 3);
	}
	return { stability, difficulty, wait };
}
