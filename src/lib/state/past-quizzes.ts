import type { Attempt } from '$lib/domain/quiz';
import { scoreAttempt } from '$lib/domain/score';
import type { EpochMs } from '$lib/domain/units';
import type { Library } from './library.svelte';

/** A finished quiz in one line. */
export type PastQuiz = {
	readonly id: string;
	readonly setId: string;
	readonly title: string;
	readonly finishedAt: EpochMs;
	readonly timedOut: boolean;
	/** Null when the set is gone, and for assignments: what may be known of those when is for the review to say. */
	readonly right: number | null;
	readonly count: number;
};

/** @returns finished attempts as lines, in the same order */
export function toPastQuizzes(attempts: readonly Attempt[], library: Library): Promise<PastQuiz[]> {
	return Promise.all(attempts.map((attempt) => toPastQuiz(attempt, library)));
}

async function toPastQuiz(attempt: Attempt, library: Library): Promise<PastQuiz> {
	const { id, title, finishedAt, timedOut, paper, lastAt, spec } = attempt;
	const set = attempt.assignment === undefined ? await library.set(spec.setId) : null;
	const score = set === null ? null : scoreAttempt(attempt, set.items);
	return {
		id,
		setId: spec.setId,
		title,
		finishedAt: finishedAt ?? lastAt,
		timedOut,
		right: score?.right ?? null,
		count: score?.total ?? paper.length
	};
}
