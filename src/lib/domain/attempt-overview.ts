import { openQuestions } from './attempt';
import type { Attempt } from './quiz';

/** One question as an overview lists it. `closed`: left open, and there is no way back to it. */
export type OverviewEntry = {
	readonly index: number;
	readonly state: 'answered' | 'open' | 'closed';
	readonly isFlagged: boolean;
	readonly isCurrent: boolean;
};

/** @returns every question of the paper in its order */
export function overviewOf(attempt: Attempt): OverviewEntry[] {
	const open = new Set(openQuestions(attempt));
	const flagged = new Set(attempt.flagged);
	return attempt.paper.map((_, index) => ({
		index,
		state: (attempt.answers[index]?.response ?? null) !== null ? 'answered' : open.has(index) ? 'open' : 'closed',
		isFlagged: flagged.has(index),
		isCurrent: index === attempt.current
	}));
}
