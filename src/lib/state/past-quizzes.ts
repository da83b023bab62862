import type { Attempt } from '$lib/domain/quiz';
import { scoreAttempt } from '$lib/domain/score';
import { applyFeedback } from '$lib/domain/teacher-marks';
import type { EpochMs } from '$lib/domain/units';
import type { App } from './app.svelte';
import { now } from './clock';
import { attemptsInFull, sightOfFull, type AttemptInFull } from './set-of-attempt';

/** A finished quiz in one line. */
export type PastQuiz = {
	readonly id: string;
	readonly setId: string;
	readonly title: string;
	readonly finishedAt: EpochMs;
	readonly timedOut: boolean;
	/** As the teacher marked it, where feedback says so. Null when the set is gone, and while the score may not be seen. */
	readonly right: number | null;
	/** Questions that count; all of them where there is no score. */
	readonly count: number;
};

/** @returns finished attempts as lines, in the same order */
export async function toPastQuizzes(attempts: readonly Attempt[], app: App): Promise<PastQuiz[]> {
	const [full, at] = [await attemptsInFull(app, attempts), now()];
	return attempts.map((attempt, index) => toPastQuiz(attempt, toldScore(full[index] ?? null, at)));
}

function toPastQuiz(attempt: Attempt, score: ReturnType<typeof toldScore>): PastQuiz {
	const { id, title, finishedAt, timedOut, paper, lastAt, spec } = attempt;
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

/** So many right is a mark that also tells of right and wrong: it is said where both may be seen. */
function toldScore(full: AttemptInFull | null, at: EpochMs): { readonly right: number; readonly total: number } | null {
	if (full === null) return null;
	const { correctness, marks } = sightOfFull(full, at);
	if (!correctness || !marks) return null;
	const { attempt, set, feedback } = full;
	return applyFeedback(attempt, set.items, scoreAttempt(attempt, set.items), feedback).score;
}
