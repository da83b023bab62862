import type { Minutes } from '../learning-steps';
import type { StudyDay } from '../units';
import type { ReviewCost } from './review-cost';

/** What a learner has decided on. Nothing of what is still to do is in it: each day follows from what is remembered then. */
export type StudyPlan = ExamGoal | BacklogGoal;

/** To know as much as possible of a set, or of some of its items, on one day. */
export type ExamGoal = {
	readonly kind: 'exam';
	readonly setId: string;
	/** Numbers of the items; empty for the whole set, with whatever is added to it. */
	readonly items: readonly number[];
	/** Study ends the day before. */
	readonly examDay: StudyDay;
	/** The most minutes a day. */
	readonly minutes: Minutes;
	/** What the learner's cards took when the plan was made. */
	readonly cost: ReviewCost;
	readonly madeDay: StudyDay;
	/** What was expected then: the share recalled on the day, 0 to 1. */
	readonly recall: number;
};

/** To review what waits with so many minutes a day, until nothing waits any more. */
export type BacklogGoal = {
	readonly kind: 'backlog';
	readonly minutes: Minutes;
	readonly cost: ReviewCost;
	readonly madeDay: StudyDay;
	/** When it was expected to be cleared; null when that was not within a year. */
	readonly clearedDay: StudyDay | null;
};
