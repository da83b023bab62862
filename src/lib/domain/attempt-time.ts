import { ownLimitMs, rulesOf } from './opening';
import type { Attempt, AttemptGap, QuizSpec } from './quiz';
import { MINUTE_MS, type DurationMs, type EpochMs } from './units';

/** Shorter gaps are ordinary pauses and corrections of the clock. */
const MIN_GAP_MS: DurationMs = 1_000;
/** What is announced besides half the time. */
const THRESHOLDS_MS: readonly DurationMs[] = [5 * MINUTE_MS, MINUTE_MS, 10_000];
const LAST_THRESHOLD_MS = 10_000;

/** @returns the limit of the whole quiz with the learner's time factor applied, or null when there is none */
export function quizLimitMs(spec: QuizSpec): DurationMs | null {
	return spec.time.kind === 'quiz' ? ownLimitMs(spec) : null;
}

/** @returns the limit of each question with the learner's time factor applied, or null when there is none */
export function questionLimitMs(spec: QuizSpec): DurationMs | null {
	return spec.time.kind === 'question' ? ownLimitMs(spec) : null;
}

/**
 * @returns the end of an attempt begun at `start`: of its limit or the closing instant, whichever comes first, or null.
 * Nothing started after closing has any time, and only late work has an end before its start.
 */
export function deadlineFrom(spec: QuizSpec, start: EpochMs): EpochMs | null {
	const limit = quizLimitMs(spec);
	const { closesAt, ending } = rulesOf(spec);
	const closing = closesAt === null || ending.kind === 'late' ? closesAt : Math.max(start, closesAt);
	if (limit === null) return closing;
	return closing === null ? start + limit : Math.min(start + limit, closing);
}

/** @returns the whole of the time that is running down: of a limit, or until closing; null without an end */
export function runningLimitMs({ spec, startedAt, deadline }: Attempt): DurationMs | null {
	const limit = quizLimitMs(spec) ?? questionLimitMs(spec);
	const whole = deadline === null ? null : Math.max(0, deadline - startedAt);
	return limit === null || whole === null ? (limit ?? whole) : Math.min(limit, whole);
}

/** @returns whether closing, and not a limit, is what ends the attempt */
export function isCutByClosing(attempt: Attempt): boolean {
	return attempt.deadline !== null && closingSlackMs(attempt) === 0;
}

/**
 * @returns when the current question's time is up, or null when questions have no limit. None runs while the clock is
 * stopped or once its answer was told: explanations are read without hurry.
 */
export function questionDeadline(attempt: Attempt): EpochMs | null {
	const limit = questionLimitMs(attempt.spec);
	if (limit === null || attempt.pausedAt !== undefined) return null;
	if (attempt.answers[attempt.current]?.told === true) return null;
	return attempt.shownAt + limit - attempt.spentMs;
}

/** @returns when the whole attempt ends: while its clock is stopped, when closing ends it all the same; or null */
export function attemptDeadline(attempt: Attempt): EpochMs | null {
	if (attempt.deadline === null || attempt.pausedAt === undefined) return attempt.deadline;
	const slack = closingSlackMs(attempt);
	return slack === null ? null : attempt.deadline + slack;
}

/**
 * Time left, at least 0; null without a limit. A clock set back behind the last recorded instant counts as standing
 * still there, so it never shows more than was left then, and never more than the limit. In a pause it stands still.
 */
export function remainingMs(attempt: Attempt, now: EpochMs): DurationMs | null {
	const instant = attempt.finishedAt ?? Math.max(now, attempt.lastAt);
	const running = attempt.pausedAt === undefined ? attempt : endPause(attempt, instant);
	const end = timeUpAt(running, instant);
	return end === null ? null : Math.max(0, end - instant);
}

/**
 * Records that it is now `now`. When the clock was set back, the running deadlines move back with it, so that the
 * time left at the last recorded instant stays the time left; the jump is recorded. `startedAt` stays as the clock read then.
 */
export function recordInstant(attempt: Attempt, now: EpochMs): Attempt {
	const backMs = attempt.lastAt - now;
	if (backMs <= 0) return { ...attempt, lastAt: now };
	return withGap(moveInstants(attempt, -backMs), { kind: 'clock-back', at: now, ms: backMs });
}

/**
 * Records that the clock was set forward by `ms`, although no such time passed: the running deadlines move with it. The
 * gap tells nothing from time away, so whoever reads it may judge.
 * @param now what the clock reads since
 */
export function recordJump(attempt: Attempt, ms: DurationMs, now: EpochMs): Attempt {
	if (attempt.finishedAt !== null) return attempt;
	return withGap(moveInstants(attempt, ms), { kind: 'away', at: now, ms });
}

/** Records how long the app was gone. It is an upper bound: the learner may have been thinking for part of it. */
export function recordAbsence(attempt: Attempt, now: EpochMs): Attempt {
	const ms = now - attempt.lastAt;
	// Until the first question shows, nobody was away from one: a slow device takes a second to show it.
	const hasSeen = attempt.lastAt !== attempt.startedAt;
	// A pause is a gap of its own.
	return attempt.pausedAt === undefined && hasSeen && ms > 0
		? withGap(attempt, { kind: 'away', at: now, ms })
		: attempt;
}

/** Lets the clock run again at `now`. The limits move by the pause, the closing instant does not. */
export function endPause(attempt: Attempt, now: EpochMs): Attempt {
	const { pausedAt, ...running } = attempt;
	if (pausedAt === undefined) return attempt;
	const ms = Math.max(0, now - pausedAt);
	const moved = Math.min(ms, closingSlackMs(attempt) ?? ms);
	return {
		...running,
		shownAt: attempt.shownAt + ms,
		deadline: attempt.deadline === null ? null : attempt.deadline + moved,
		gaps: [...attempt.gaps, { kind: 'pause', at: now, ms }]
	};
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

/**
 * @returns when the next thing ends by itself, or null: the current question or the whole, whichever comes first. Work that
 * is taken late goes on after the whole is over: then it is the question, if that has a limit.
 */
function timeUpAt(attempt: Attempt, now: EpochMs): EpochMs | null {
	const [whole, question] = [attemptDeadline(attempt), questionDeadline(attempt)];
	if (whole === null || question === null) return whole ?? question;
	const goesOn = now >= whole && rulesOf(attempt.spec).ending.kind === 'late';
	return goesOn ? question : Math.min(whole, question);
}

/**
 * How far the limit may still move before closing ends the attempt anyway, from what the clock read at the start, so that
 * no later jump of it counts; null when the quiz does not close.
 */
function closingSlackMs({ spec, startedAt, gaps }: Attempt): DurationMs | null {
	const { closesAt } = rulesOf(spec);
	if (closesAt === null) return null;
	const limit = quizLimitMs(spec);
	if (limit === null) return 0;
	const paused = gaps.reduce((sum, gap) => sum + (gap.kind === 'pause' ? gap.ms : 0), 0);
	return Math.max(0, closesAt - (startedAt + limit) - paused);
}

function moveInstants(attempt: Attempt, ms: number): Attempt {
	return {
		...attempt,
		lastAt: attempt.lastAt + ms,
		shownAt: attempt.shownAt + ms,
		deadline: attempt.deadline === null ? null : attempt.deadline + ms,
		...(attempt.pausedAt === undefined ? {} : { pausedAt: attempt.pausedAt + ms })
	};
}

function withGap(attempt: Attempt, gap: AttemptGap): Attempt {
	return gap.ms < MIN_GAP_MS ? attempt : { ...attempt, gaps: [...attempt.gaps, gap] };
}
