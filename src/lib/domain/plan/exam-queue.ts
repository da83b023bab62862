import type { StudyDay } from '../units';
import type { ExamGains } from './exam-priority';
import { createExamGains } from './exam-priority';
import type { Learner } from './learner';
import type { MemoryColumns } from './memory-columns';
import { takeBest } from './take-best';

/** What to study on one day for an exam. */
export type ExamDayPlan = {
	/** Cards to review, the most worthwhile first: indexes into the columns. */
	readonly reviews: readonly number[];
	/** How many of the reviews come before the new cards, which are all worth the same. */
	readonly before: number;
	/** The most new cards there is time for. */
	readonly fresh: number;
};

/** A card begun, wherever it is kept. */
export type ExamCards = {
	readonly size: number;
	readonly stability: (card: number) => number;
	readonly difficulty: (card: number) => number;
	readonly lastDay: (card: number) => StudyDay;
};

/**
 * Reviews that add less than this to the recall of their card are left out: near certain cards would otherwise fill
 * whatever time there is. Due or not does not matter: before an exam the gain decides.
 */
const LEAST_GAIN = 0.01;

/**
 * Today's study for an exam: the cards in the order of what they add to expected recall on the exam day for each minute,
 * until the minutes are full. The plan simulates the same rule.
 * @param fresh number of selected cards never seen
 */
export function examQueue(
	cards: MemoryColumns,
	fresh: number,
	today: StudyDay,
	examDay: StudyDay,
	minutes: number,
	learner: Learner
): ExamDayPlan {
	return planExamDay(toExamCards(cards), fresh, today, minutes, learner, createExamGains(examDay, learner));
}

/** The same for cards kept in another way, with the gains worked out once for many days. */
export function planExamDay(
	cards: ExamCards,
	fresh: number,
	today: StudyDay,
	minutes: number,
	{ cost }: Learner,
	gains: ExamGains
): ExamDayPlan {
	if (minutes <= 0) return NO_STUDY;
	const most = Math.ceil((minutes * 60) / Math.min(cost.passed, cost.failed));
	const values = reviewValues(cards, today, gains);
	const reviews = takeBest(values, most);
	const begin = gains.of(null, today);
	const before = reviews.filter((card) => (values[card] ?? 0) >= begin.perMinute).length;
	const room = Math.max(0, minutes * 60 - before * cost.passed);
	return { reviews, before, fresh: begin.recall < LEAST_GAIN ? 0 : Math.min(fresh, Math.ceil(room / cost.fresh)) };
}

const NO_STUDY: ExamDayPlan = { reviews: [], before: 0, fresh: 0 };

/** @returns gain per minute of each card; -Infinity for one that is not worth a review today */
function reviewValues(cards: ExamCards, today: StudyDay, gains: ExamGains): Float64Array {
	const values = new Float64Array(cards.size);
	for (let card = 0; card < cards.size; card++) {
		const lastDay = cards.lastDay(card);
		const memory = { stability: cards.stability(card), difficulty: cards.difficulty(card), lastDay };
		const gain = lastDay >= today ? null : gains.of(memory, today);
		values[card] = gain === null || gain.recall < LEAST_GAIN ? -Infinity : gain.perMinute;
	}
	return values;
}

function toExamCards({ stability, difficulty, lastDay }: MemoryColumns): ExamCards {
	return {
		size: stability.length,
		stability: (card) => stability[card] ?? NaN,
		difficulty: (card) => difficulty[card] ?? NaN,
		lastDay: (card) => lastDay[card] ?? NaN
	};
}
