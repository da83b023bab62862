import { questionLimitMs, quizLimitMs, recordAbsence, recordInstant, questionDeadline, timeUpAt } from './attempt-time';
import type { Attempt, Paper, QuizSpec, Response } from './quiz';
import type { EpochMs } from './units';

export type AttemptStart = {
	readonly id: string;
	readonly title: string;
	readonly spec: QuizSpec;
	readonly paper: Paper;
};

/** Begins a sitting with the first question on the screen. */
export function startAttempt(start: AttemptStart, now: EpochMs): Attempt {
	const limit = quizLimitMs(start.spec);
	return {
		...start,
		startedAt: now,
		deadline: limit === null ? null : now + limit,
		current: 0,
		shownAt: now,
		spentMs: 0,
		lastAt: now,
		gaps: [],
		answers: start.paper.map(() => null),
		finishedAt: null,
		timedOut: false
	};
}

/**
 * Records the answer to the current question, in place of an earlier one; null takes it back. Call at each change, so
 * that time-out submits what is there. When time is up already, the answer comes too late and is not recorded.
 */
export function answerQuestion(attempt: Attempt, response: Response | null, now: EpochMs): Attempt {
	const live = catchUp(attempt, now);
	return isSameVisit(attempt, live) ? recordResponse(live, response, now) : live;
}

/**
 * Moves on to the next open question, round to those left for later before. On an unanswered question this leaves it for
 * later. Stays where it is when no other question is open: then it is time to finish.
 */
export function advance(attempt: Attempt, now: EpochMs): Attempt {
	const live = catchUp(attempt, now);
	if (!isSameVisit(attempt, live)) return live;
	const left = leaveQuestion(live, now);
	const next = nextOpen(left);
	return next === null ? left : showQuestion(left, next, now);
}

/**
 * Goes to any question, answered or not. One whose own time is used up can't be gone back to: nothing happens.
 * @throws when there is no such question
 */
export function goTo(attempt: Attempt, index: number, now: EpochMs): Attempt {
	if (attempt.paper[index] === undefined) throw new Error(`The paper has no question ${String(index)}`);
	const live = catchUp(attempt, now);
	if (!isSameVisit(attempt, live) || index === live.current || !hasTimeLeft(live, index)) return live;
	return showQuestion(leaveQuestion(live, now), index, now);
}

/**
 * Applies the limits. At the quiz's deadline the attempt ends with what has been answered. A question's own deadline
 * shows the next open one from that instant on, several in a row while the app was gone, and ends the attempt after the
 * last.
 * @returns the same object when no time is up, so that it may be called every second
 */
export function expire(attempt: Attempt, now: EpochMs): Attempt {
	const end = timeUpAt(attempt);
	if (attempt.finishedAt !== null || end === null || now < end) return attempt;
	const live = recordInstant(attempt, now);
	return live.deadline === null ? passQuestions(live) : endAttempt(live, live.deadline, true);
}

/** Ends the attempt, or lets it end by time-out when time was up before. */
export function finishAttempt(attempt: Attempt, now: EpochMs): Attempt {
	const live = catchUp(attempt, now);
	return live.finishedAt === null ? endAttempt(live, now, false) : live;
}

/**
 * Takes an attempt up again after the app was gone: the same question with the true time left, or what the limits have
 * made of it meanwhile. The absence and a clock set back are recorded, never punished.
 */
export function resumeAttempt(attempt: Attempt, now: EpochMs): Attempt {
	return attempt.finishedAt === null ? catchUp(recordAbsence(attempt, now), now) : attempt;
}

/**
 * Records that the learner overrules the marking of a typed answer, or takes that back. What was typed stays as it was.
 * @throws when the attempt is still running, or nobody answered that question: there is no marking then
 */
export function overruleAnswer(attempt: Attempt, index: number, overruled: boolean, now: EpochMs): Attempt {
	const { response, tookMs } = attempt.answers[index] ?? { response: null, tookMs: 0 };
	if (attempt.finishedAt === null || response === null) throw new Error('There is no marking to overrule');
	const changed = overruled ? { response, tookMs, overruled: true as const } : { response, tookMs };
	// Later than the last change even when the clock was set back, so that the later copy holds.
	const correctedAt = Math.max(now, (attempt.correctedAt ?? 0) + 1);
	return { ...attempt, answers: attempt.answers.with(index, changed), correctedAt };
}

/** @returns the indices of questions without an answer that still have time, for an overview before finishing */
export function openQuestions(attempt: Attempt): number[] {
	return [...attempt.paper.keys()].filter((index) => isOpen(attempt, index));
}

function catchUp(attempt: Attempt, now: EpochMs): Attempt {
	return attempt.finishedAt === null ? expire(recordInstant(attempt, now), now) : attempt;
}

/** False when the limits have ended the attempt or taken it to another question. */
function isSameVisit(before: Attempt, after: Attempt): boolean {
	return after.finishedAt === null && after.current === before.current;
}

function passQuestions(attempt: Attempt): Attempt {
	let passed = attempt;
	for (let end = questionDeadline(passed); end !== null && end <= passed.lastAt; end = questionDeadline(passed)) {
		const left = leaveQuestion(passed, end);
		const next = nextOpen(left);
		if (next === null) return endAttempt(left, end, true);
		passed = showQuestion(left, next, end);
	}
	return passed;
}

function endAttempt(attempt: Attempt, at: EpochMs, timedOut: boolean): Attempt {
	return { ...leaveQuestion(attempt, at), finishedAt: at, timedOut };
}

function leaveQuestion(attempt: Attempt, now: EpochMs): Attempt {
	return recordResponse(attempt, attempt.answers[attempt.current]?.response ?? null, now);
}

function recordResponse(attempt: Attempt, response: Response | null, now: EpochMs): Attempt {
	if (attempt.paper.length === 0) return attempt;
	const tookMs = attempt.spentMs + now - attempt.shownAt;
	return { ...attempt, answers: attempt.answers.with(attempt.current, { response, tookMs }) };
}

function showQuestion(attempt: Attempt, index: number, now: EpochMs): Attempt {
	return { ...attempt, current: index, shownAt: now, spentMs: attempt.answers[index]?.tookMs ?? 0 };
}

function nextOpen(attempt: Attempt): number | null {
	const open = openQuestions(attempt).filter((index) => index !== attempt.current);
	return open.find((index) => index > attempt.current) ?? open[0] ?? null;
}

function isOpen(attempt: Attempt, index: number): boolean {
	return (attempt.answers[index]?.response ?? null) === null && hasTimeLeft(attempt, index);
}

function hasTimeLeft(attempt: Attempt, index: number): boolean {
	const limit = questionLimitMs(attempt.spec);
	return limit === null || (attempt.answers[index]?.tookMs ?? 0) < limit;
}
