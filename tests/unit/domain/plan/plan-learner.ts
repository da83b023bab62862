import { DEFAULT_HABITS } from '$lib/domain/plan/answer-habits';
import type { Learner } from '$lib/domain/plan/learner';
import type { MemoryColumns } from '$lib/domain/plan/memory-columns';
import { DEFAULT_COST } from '$lib/domain/plan/review-cost';
import { createRng } from '$lib/domain/rng';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';

export const TODAY = 20_000;

export const AVERAGE: Learner = { params: DEFAULT_PARAMETERS, habits: DEFAULT_HABITS, cost: DEFAULT_COST };

export const NO_LIMIT = { fresh: Infinity, reviews: Infinity, minutes: Infinity };

type Card = { stability: number; difficulty: number; lastDay: number; dueDay: number };

export function toColumns(cards: readonly Card[]): MemoryColumns {
	return {
		stability: Float64Array.from(cards, ({ stability }) => stability),
		difficulty: Float64Array.from(cards, ({ difficulty }) => difficulty),
		lastDay: Int32Array.from(cards, ({ lastDay }) => lastDay),
		dueDay: Int32Array.from(cards, ({ dueDay }) => dueDay)
	};
}

/** Cards of all ages whose learner kept up until `missed` days ago, and has done nothing since. */
export function drawColumns(count: number, missed = 0): MemoryColumns {
	const rng = createRng(7);
	const cards = Array.from({ length: count }, () => {
		const stability = Math.exp(rng() * 4);
		const lastDay = TODAY - missed - 1 - Math.floor(rng() * stability);
		return { stability, difficulty: 1 + rng() * 9, lastDay, dueDay: lastDay + Math.max(1, Math.round(stability)) };
	});
	return toColumns(cards);
}
