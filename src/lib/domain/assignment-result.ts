import type { Accommodations } from './accommodations';
import type { AnsweredQuestion, TimeFactor } from './quiz';
import type { SharedSet } from './share-model';
import type { DurationMs, EpochMs } from './units';

/** How often something odd about the time of a sitting was recorded, and how long it was in all. */
export type GapSum = { readonly count: number; readonly ms: DurationMs };

/** What a learner hands in. It holds responses, not marks: the teacher's device marks, and can mark again. */
export type AssignmentResult = {
	readonly assignment: string;
	/** From which the paper is drawn again. */
	readonly seed: number;
	/** Check over what was drawn, 0 to 255, as in the paper code: another edition of an item gives another. */
	readonly paperCheck: number;
	/** Which sitting, the first being 1. */
	readonly sitting: number;
	/** What the learner typed as their name; cleaned, at most 60 characters. */
	readonly name: string;
	readonly startedAt: EpochMs;
	/** From the start to handing in, gaps included; a clock set back does not shorten it. */
	readonly tookMs: DurationMs;
	readonly timedOut: boolean;
	/** 0 when handed in in time. */
	readonly lateMs: DurationMs;
	readonly away: GapSum;
	readonly clockBack: GapSum;
	/** Nothing unless the learner consents, as pauses are an accommodation. */
	readonly paused: GapSum;
	/** Null unless the learner consents. */
	readonly accommodations: (Accommodations & { readonly factor: TimeFactor }) | null;
	/** By index of the paper; times are coarse (within 5 %). */
	readonly answers: readonly (AnsweredQuestion | null)[];
};

/** @returns what the learner's clock read when they handed in */
export function handedInAt({ startedAt, tookMs, clockBack }: AssignmentResult): EpochMs {
	return startedAt + tookMs - clockBack.ms;
}

/** What a teacher sends back to one learner. */
export type AssignmentFeedback = {
	readonly assignment: string;
	readonly sitting: number;
	/** The teacher's words; may be empty. */
	readonly comment: string;
	/** By index of the paper: credit 0 to 1, null for a question that counts for nobody. */
	readonly credits: readonly (number | null)[];
	/** The items as they are, when the link had withheld their keys; absent otherwise. */
	readonly set?: SharedSet;
};
