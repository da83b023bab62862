import { attemptDeadline } from './attempt-time';
import { rulesOf } from './opening';
import type { Attempt } from './quiz';
import type { DurationMs, EpochMs } from './units';

/**
 * What an attempt allows. `running`: everything. `paused`: the clock stands still, the question is not shown. `frozen`: time
 * is up, the answers stay as they are and are to be handed in. `overtime`: time is up, answers are taken and count as late.
 */
export type AttemptStage = 'running' | 'paused' | 'frozen' | 'overtime' | 'finished';

/** @returns the stage at an instant. Rules that hand in at once have none after `running`: `expire` finishes the attempt. */
export function stageOf(attempt: Attempt, now: EpochMs): AttemptStage {
	if (attempt.finishedAt !== null) return 'finished';
	const end = attemptDeadline(attempt);
	const isOver = end !== null && Math.max(now, attempt.lastAt) >= end;
	if (!isOver) return attempt.pausedAt === undefined ? 'running' : 'paused';
	const stages = { submit: 'running', grace: 'frozen', late: 'overtime' } as const;
	return stages[rulesOf(attempt.spec).ending.kind];
}

/** @returns whether answers are taken */
export function canAnswer(attempt: Attempt, now: EpochMs): boolean {
	const stage = stageOf(attempt, now);
	return stage === 'running' || stage === 'overtime';
}

/** @returns until when a frozen attempt may be handed in without being late; null when its rules know no such time */
export function graceEndsAt({ deadline, spec }: Attempt): EpochMs | null {
	const { ending } = rulesOf(spec);
	return deadline === null || ending.kind !== 'grace' ? null : deadline + ending.graceMs;
}

/** @returns how long after its end an attempt handed in at `at` is, 0 when that is in time or its rules know no lateness */
export function latenessMs(attempt: Attempt, at: EpochMs): DurationMs {
	const { deadline, spec } = attempt;
	const { kind } = rulesOf(spec).ending;
	if (deadline === null || kind === 'submit') return 0;
	const last = graceEndsAt(attempt) ?? deadline;
	return at > last ? at - deadline : 0;
}
