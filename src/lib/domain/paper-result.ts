import type { Assignment, AssignedQuiz } from './assignment';
import type { AssignmentResult } from './assignment-result';
import { cleanName } from './clean-text';
import type { PaperTwin } from './paper-twin';
import type { Response } from './quiz';
import type { EpochMs } from './units';

/** Answers typed in from a paper. */
export type PaperAnswers = {
	readonly name: string;
	/** By index of the paper; null for a question left open. */
	readonly responses: readonly (Response | null)[];
	/** When they were typed in. */
	readonly at: EpochMs;
};

/** The number is the instant at which they were typed in; the oldest are numbered from 1. */
const PAPER_SENDER = /^paper-(\d+)$/;
const NOTHING = { count: 0, ms: 0 };

/** Makes of answers on paper what a learner's device would hand in. Paper has no clock: it took no time and was not late. */
export function toPaperResult(
	assignment: Assignment,
	twin: PaperTwin,
	{ name, responses, at }: PaperAnswers
): AssignmentResult {
	return {
		assignment: assignment.id,
		seed: twin.seed,
		paperCheck: twin.check,
		sitting: 1,
		name: cleanName(name),
		startedAt: beforeClosing(assignment.quiz, at),
		tookMs: 0,
		timedOut: false,
		lateMs: 0,
		away: NOTHING,
		clockBack: NOTHING,
		paused: NOTHING,
		accommodations: null,
		answers: twin.paper.map((_, index) => ({ response: responses[index] ?? null, tookMs: 0 }))
	};
}

/** @returns whether a result was typed in from paper */
export function isFromPaper(sender: string): boolean {
	return PAPER_SENDER.test(sender);
}

/**
 * @returns the sender of answers typed in at an instant: no two papers share one, whichever window or device they are typed
 * in on
 */
export function toPaperSender(at: EpochMs): string {
	return `paper-${String(at)}`;
}

/** Papers are often typed in after the closing instant, which says nothing about the learner. */
function beforeClosing({ rules }: AssignedQuiz, at: EpochMs): EpochMs {
	return rules.closesAt === null ? at : Math.min(at, rules.closesAt);
}
