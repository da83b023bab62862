import { canAnswer, latenessMs, stageOf } from './attempt-stage';
import {
	attemptDeadline,
	deadlineFrom,
	endPause,
	questionDeadline,
	questionLimitMs,
	recordAbsence,
	recordInstant
} from './attempt-time';
import { accommodationsOf, openingState, rulesOf } from './opening';
import type { AnsweredQuestion, Attempt, Paper, QuizSpec, Response } from './quiz';
import type { EpochMs } from './units';

export type AttemptStart = {
	readonly id: string;
	readonly title: string;
	readonly spec: QuizSpec;
	readonly paper: Paper;
};

/**
 * Begins a sitting with the first question on the screen.
 * @throws before the quiz opens: ask `openingState` first
 */
export function startAttempt(start: AttemptStart, now: EpochMs): Attempt {
	if (openingState(rulesOf(start.spec), now) === 'early') throw new Error('The quiz is not open yet');
	return {
		...start,
		startedAt: now,
		deadline: deadlineFrom(start.spec, now),
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
 * that time-out submits what is there. When time is up already, the answer comes too late and is not recorded, and one that
 * was told stays as it is.
 */
export function answerQuestion(attempt: Attempt, response: Response | null, now: EpochMs): Attempt {
	return inVisit(attempt, now, (live) => recordResponse(live, response, now));
}

/**
 * Moves on to the next open question, round to those left for later before. On an unanswered question this leaves it for
 * later, or for good where there is no way back. Stays where it is when no other question is open: then it is time to finish.
 */
export function advance(attempt: Attempt, now: EpochMs): Attempt {
	return inVisit(attempt, now, (live) => {
		const left = leaveQuestion(live, now);
		const next = nextOpen(left);
		return next === null ? left : showQuestion(left, next, now);
	});
}

/**
 * Goes to any question, answered or not. One whose own time is used up can't be gone back to, and none can where there is
 * only one way: nothing happens.
 * @throws when there is no such question
 */
export function goTo(attempt: Attempt, index: number, now: EpochMs): Attempt {
	if (attempt.paper[index] === undefined) throw new Error(`The paper has no question ${String(index)}`);
	return inVisit(attempt, now, (live) => {
		const stays = index === live.current || !hasTimeLeft(live, index) || rulesOf(live.spec).oneWay;
		return stays ? live : showQuestion(leaveQuestion(live, now), index, now);
	});
}

/**
 * Applies the limits. At the end of the whole the attempt is handed in with what has been answered, unless its rules say
 * otherwise: then `stageOf` tells what is still possible. A question's own deadline shows the next open one from that instant
 * on, several in a row while the app was gone, and ends the attempt after the last, as there is nothing left to do.
 * @returns the same object when no time is up, so that it may be called every second
 */
export function expire(attempt: Attempt, now: EpochMs): Attempt {
	if (attempt.finishedAt !== null) return attempt;
	const whole = attemptDeadline(attempt);
	const isOver = whole !== null && now >= whole;
	const { kind } = rulesOf(attempt.spec).ending;
	const question = questionDeadline(attempt);
	const isQuestionOver = question !== null && question <= (isOver && kind !== 'late' ? whole : now);
	const isPauseOver = isOver && attempt.pausedAt !== undefined;
	if (!isQuestionOver && !isPauseOver && !(isOver && kind === 'submit')) return attempt;
	const live = recordInstant(isPauseOver ? endPause(attempt, whole) : attempt, now);
	const end = isOver && kind !== 'late' ? live.deadline : null;
	const passed = passQuestions(live, end ?? now);
	return end !== null && kind === 'submit' && passed.finishedAt === null ? endAttempt(passed, end, true) : passed;
}

/** Ends the attempt, or lets it end by time-out when time was up before. */
export function finishAttempt(attempt: Attempt, now: EpochMs): Attempt {
	const live = catchUp(attempt, now);
	return live.finishedAt === null ? endAttempt(endPause(live, now), now, stageOf(live, now) === 'frozen') : live;
}

/** Stops the clock, for learners who need that, until time is up; the question is not shown meanwhile. Nothing happens for others. */
export function pauseAttempt(attempt: Attempt, now: EpochMs): Attempt {
	const isAllowed = accommodationsOf(attempt.spec).pauses;
	return inVisit(attempt, now, (live) =>
		isAllowed && stageOf(live, now) === 'running' ? { ...live, pausedAt: now } : live
	);
}

/** Lets the clock run again after a pause. */
export function continueAttempt(attempt: Attempt, now: EpochMs): Attempt {
	const live = catchUp(attempt, now);
	return live.finishedAt === null ? endPause(live, now) : live;
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
	const changed: Writable<AnsweredQuestion> = { ...(attempt.answers[index] ?? OPEN) };
	if (attempt.finishedAt === null || changed.response === null) throw new Error('There is no marking to overrule');
	if (overruled) changed.overruled = true;
	else delete changed.overruled;
	return { ...attempt, answers: attempt.answers.with(index, changed), correctedAt: correctionInstant(attempt, now) };
}

/** @returns later than the last correction even when the clock was set back, so that the later copy holds */
export function correctionInstant({ correctedAt = 0 }: Attempt, now: EpochMs): EpochMs {
	return Math.max(now, correctedAt + 1);
}

/**
 * @returns the indices of questions without an answer that can still be given one, for an overview before finishing; where
 * there is no way back, none before the current one
 */
export function openQuestions(attempt: Attempt): number[] {
	return [...attempt.paper.keys()].filter((index) => isOpen(attempt, index));
}

/** Brings an attempt up to now: the clock is recorded and the limits are applied. */
export function catchUp(attempt: Attempt, now: EpochMs): Attempt {
	return attempt.finishedAt === null ? expire(recordInstant(attempt, now), now) : attempt;
}

/** Does something on the visit on which it was meant: not when the limits have ended that, nor while nothing may be answered. */
export function inVisit(attempt: Attempt, now: EpochMs, act: (live: Attempt) => Attempt): Attempt {
	const live = catchUp(attempt, now);
	const isSame = live.finishedAt === null && live.current === attempt.current;
	return isSame && canAnswer(live, now) ? act(live) : live;
}

/** Sets the current answer with the time it took, or leaves it as it was told. */
export function recordResponse(attempt: Attempt, response: Response | null, now: EpochMs): Attempt {
	const { confidence, ...before } = attempt.answers[attempt.current] ?? OPEN;
	if (attempt.paper.length === 0 || before.told === true) return attempt;
	const tookMs = attempt.spentMs + now - attempt.shownAt;
	// Nobody is sure of an answer taken back.
	const said = confidence === undefined || response === null ? {} : { confidence };
	return { ...attempt, answers: attempt.answers.with(attempt.current, { ...before, ...said, response, tookMs }) };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const OPEN: AnsweredQuestion = { response: null, tookMs: 0 };

function passQuestions(attempt: Attempt, until: EpochMs): Attempt {
	let passed = attempt;
	for (let end = questionDeadline(passed); end !== null && end <= until; end = questionDeadline(passed)) {
		const left = leaveQuestion(passed, end);
		const next = nextOpen(left);
		if (next === null) return endAttempt(left, end, true);
		passed = showQuestion(left, next, end);
	}
	return passed;
}

function endAttempt(attempt: Attempt, at: EpochMs, timedOut: boolean): Attempt {
	const isFrozen = stageOf(attempt, at) === 'frozen';
	// Time after the answers were frozen is nobody's thinking time.
	const left = leaveQuestion(attempt, isFrozen ? (attempt.deadline ?? at) : at);
	const lateMs = latenessMs(attempt, at);
	return { ...left, finishedAt: at, timedOut, ...(lateMs > 0 ? { lateMs } : {}) };
}

function leaveQuestion(attempt: Attempt, now: EpochMs): Attempt {
	return recordResponse(attempt, attempt.answers[attempt.current]?.response ?? null, now);
}

function showQuestion(attempt: Attempt, index: number, now: EpochMs): Attempt {
	return { ...attempt, current: index, shownAt: now, spentMs: attempt.answers[index]?.tookMs ?? 0 };
}

function nextOpen(attempt: Attempt): number | null {
	const open = openQuestions(attempt).filter((index) => index !== attempt.current);
	return open.find((index) => index > attempt.current) ?? open[0] ?? null;
}

function isOpen(attempt: Attempt, index: number): boolean {
	if (index < attempt.current && rulesOf(attempt.spec).oneWay) return false;
	return (attempt.answers[index]?.response ?? null) === null && hasTimeLeft(attempt, index);
}

function hasTimeLeft(attempt: Attempt, index: number): boolean {
	const limit = questionLimitMs(attempt.spec);
	return limit === null || (attempt.answers[index]?.tookMs ?? 0) < limit;
}
