import { catchUp, correctionInstant, inVisit } from './attempt';
import type { AnsweredQuestion, Attempt, Confidence } from './quiz';
import type { EpochMs } from './units';

/** Records how sure the learner is of the current answer, until it is told. Nothing happens where nothing is answered. */
export function stateConfidence(attempt: Attempt, confidence: Confidence, now: EpochMs): Attempt {
	return inVisit(attempt, now, (live) => {
		const answer = live.answers[live.current] ?? null;
		if (answer === null || answer.response === null || answer.told === true) return live;
		return { ...live, answers: live.answers.with(live.current, { ...answer, confidence }) };
	});
}

/** Marks a question to be looked at again, or takes the mark away. */
export function flagQuestion(attempt: Attempt, index: number, isFlagged: boolean, now: EpochMs): Attempt {
	const { flagged = [], ...live } = catchUp(attempt, now);
	const others = flagged.filter((other) => other !== index);
	const next = isFlagged ? [...others, index].sort((a, b) => a - b) : others;
	return next.length === 0 ? live : { ...live, flagged: next };
}

/**
 * Records what the learner says is wrong with a question itself, during the attempt or after it; nothing but spaces takes it
 * back.
 */
export function reportQuestion(attempt: Attempt, index: number, words: string, now: EpochMs): Attempt {
	const live = catchUp(attempt, now);
	const answer: { -readonly [K in keyof AnsweredQuestion]: AnsweredQuestion[K] } = {
		...(live.answers[index] ?? { response: null, tookMs: 0 })
	};
	const report = words.trim();
	if (report === '') delete answer.report;
	else answer.report = report;
	const reported = { ...live, answers: live.answers.with(index, answer) };
	return attempt.finishedAt === null ? reported : { ...reported, correctedAt: correctionInstant(attempt, now) };
}
