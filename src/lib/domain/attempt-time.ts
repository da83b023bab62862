import type { Attempt, QuizSpec } from './quiz';
import { MINUTE_MS, type DurationMs, type EpochMs } from './units';

/** Shorter gaps are ordinary pauses and corrections of the clock. */
const MIN_GAP_MS: DurationMs = 1_000;
/** What is announced besides half the time. */
const THRESHOLDS_MS: readonly DurationMs[] = [5 * MINUTE_MS, MINUTE_MS, 10_000];
const LAST_THRESHOLD_MS = 10_000;

/** @returns the limit of the whole quiz with the learner's time factor applied, or null when there is none */
export function quizLimitMs(spec: QuizSpec): DurationMs | null {
	return spec.time.kind === 'quiz' ? spec.time.limitMs * spec.factor : null;
}

/** @returns the limit of each question with the learner's time factor applied, or null when there is none */
export function questionLimitMs(spec: QuizSpec): DurationMs | null {
	return spec.time.kind === 'question' ? spec.time.limitMs * spec.factor : null;
}

/** @returns when the current question's time is up, or null when questions have no limit */
export function questionDeadline(attempt: Attempt): EpochMs | null {
	const limit = questionLimitMs(attempt.spec);
	return limit === null ? null : attempt.shownAt + limit - attempt.spentMs;
}

/** @returns when time is up for the quiz or the current question, whichever is limited, or null */
export function timeUpAt(attempt: Attempt): EpochMs | null {
	return attempt.deadline ?? questionDeadline(attempt);
}

/**
 * Time left, at least 0; null without a limit. A clock set back behind the last recorded instant counts as standing
 * still there, so it never shows more than was left then, and never more than the limit.
 */
export function remainingMs(attempt: Attempt, now: EpochMs): DurationMs | null {
	const end = timeUpAt(attempt);
	if (end === null) return null;
	const instant = attempt.finishedAt ?? Math.max(now, attempt.lastAt);
	return Math.max(0, end - instant);
}

/**
 * Records that it is now `now`. When the clock was set back, the running deadlines move back with it, so that the
 * time left at the last recorded instant stays the time left; the jump is recorded. `startedAt` stays as the clock read then.
 */
export function recordInstant(attempt: Attempt, now: EpochMs): Attempt {
	const backMs = attempt.lastAt - now;
	if (backMs <= 0) return { ...attempt, lastAt: now };
	return {
		...attempt,
		lastAt: now,
		shownAt: attempt.shownAt - backMs,
		deadline: attempt.deadline === null ? null : attempt.deadline - backMs,
		gaps: backMs < MIN_GAP_MS ? attempt.gaps : [...attempt.gaps, { kind: 'clock-back', at: now, ms: backMs }]
	};
}

/** Records how long the app was gone. It is an upper bound: the learner may have been thinking for part of it. */
export function recordAbsence(attempt: Attempt, now: EpochMs): Attempt {
	const ms = now - attempt.lastAt;
	return ms < MIN_GAP_MS ? attempt : { ...attempt, gaps: [...attempt.gaps, { kind: 'away', at: now, ms }] };
}

/**
 * What a screen reader is told: the marks (half the time, 5 minutes, 1 minute, 10 seconds) the time left has just come
 * down to. Half is left out when it is 10 seconds or less, and nothing is told of a mark that is the whole time.
 * @param before time left when last looked at
 * @param after time left now
 * @param total the whole limit
 * @returns the marks passed, longest first; after a sleep there may be several and the last one is the news
 */
export function thresholdsPassed(before: DurationMs, after: DurationMs, total: DurationMs): DurationMs[] {
	const half = total / 2;
	const marks = new Set(half > LAST_THRESHOLD_MS ? [half, ...THRESHOLDS_MS] : THRESHOLDS_MS);
	return [...marks].filter((mark) => mark < total && after <= mark && mark < before).sort((a, b) => b - a);
}
