import { createRng } from '../rng';
import type { StudyDay } from '../units';
import type { ExamGains } from './exam-priority';
import { createExamGains } from './exam-priority';
import { planExamDay } from './exam-queue';
import type { Learner } from './learner';
import type { MemoryColumns } from './memory-columns';
import { SimulatedCards } from './simulated-cards';

export type ExamStart = {
	/** The selected cards that were begun. */
	readonly cards: MemoryColumns;
	/** Number of selected cards never seen. */
	readonly fresh: number;
	readonly today: StudyDay;
	/** Study ends the day before. */
	readonly examDay: StudyDay;
};

/** How one run ends, on the morning of the exam. */
export type ExamOutcome = {
	/** Expected number of cards recalled. */
	readonly recalled: number;
	/** Variance of that number by chance on the day, given the memories. */
	readonly variance: number;
	readonly notBegun: number;
	/** Cards begun that were left when they were due, and by then are more likely forgotten than remembered. */
	readonly givenUp: number;
	readonly minutes: number;
	/** New cards by day. */
	readonly freshByDay: readonly number[];
};

/** One run up to an exam, with so many minutes a day. */
export function runExam(start: ExamStart, minutes: number, learner: Learner, seed: number): ExamOutcome {
	const cards = new SimulatedCards(start.cards, start.fresh, learner, createRng(seed));
	const gains = createExamGains(start.examDay, learner);
	const freshByDay: number[] = [];
	let fresh = start.fresh;
	let seconds = 0;
	for (let day = start.today; day < start.examDay; day++) {
		const studied = studyDay(cards, fresh, day, minutes, learner, gains);
		fresh -= studied.begun;
		seconds += studied.seconds;
		freshByDay.push(studied.begun);
	}
	return { ...examine(cards, start.examDay), notBegun: fresh, minutes: seconds / 60, freshByDay };
}

function studyDay(
	cards: SimulatedCards,
	fresh: number,
	day: StudyDay,
	minutes: number,
	learner: Learner,
	gains: ExamGains
): { readonly begun: number; readonly seconds: number } {
	const plan = planExamDay(cards, fresh, day, minutes, learner, gains);
	const limit = minutes * 60;
	let seconds = 0;
	let begun = 0;
	const review = (card: number): void => {
		if (seconds < limit) seconds += cards.review(card, day);
	};
	plan.reviews.slice(0, plan.before).forEach(review);
	for (; begun < plan.fresh && seconds < limit; begun++) seconds += cards.begin(day);
	plan.reviews.slice(plan.before).forEach(review);
	return { begun, seconds };
}

function examine(cards: SimulatedCards, examDay: StudyDay): Pick<ExamOutcome, 'recalled' | 'variance' | 'givenUp'> {
	let recalled = 0;
	let variance = 0;
	let givenUp = 0;
	for (let card = 0; card < cards.size; card++) {
		const recall = cards.recall(card, examDay);
		recalled += recall;
		variance += recall * (1 - recall);
		if (cards.dueDay(card) < examDay && recall < 0.5) givenUp += 1;
	}
	return { recalled, variance, givenUp };
}
