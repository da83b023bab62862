import type { Memory } from '../fsrs-scheduler';
import type { Days, StudyDay } from '../units';
import type { DatedMemory } from './exam-priority';
import type { Learner } from './learner';
import type { MemoryColumns } from './memory-columns';
import { memoryOutcomes } from './memory-outcomes';
import { recallTable } from './recall-table';
import type { Seconds } from './review-cost';
import { takeBest } from './take-best';

/** Works out for one learner what waiting costs. */
export type WaitingLoss = {
	/** Loss per second, of a card answered `elapsed` days ago. */
	readonly perSecond: (memory: Memory, elapsed: Days) => number;
	/** What a review is expected to take now. */
	readonly seconds: (memory: Memory, elapsed: Days) => Seconds;
};

/** How long a card would have to wait, and how long after its review it should be remembered. */
const WAIT: Days = 7;
const AFTER: Days = 30;

/**
 * What is lost when a card waits: the recall to expect a month after a review today, less that a month after a review a
 * week from today, for each second the review is expected to take. Of the orders tried in simulation (by due day, by
 * retrievability either way, by its fall, by the gain over no review) this one cleared a backlog soonest.
 */
export function createWaitingLoss({ params, cost }: Learner): WaitingLoss {
	const { step, stabilityAfterLapse } = memoryOutcomes(params);
	const recallAfter = recallTable(params);

	function reviewed({ stability, difficulty }: Memory, elapsed: Days): number {
		const now = recallAfter(elapsed, stability);
		const passed = recallAfter(AFTER, step.stabilityAfter(stability, difficulty, elapsed, 3, now));
		const failed = recallAfter(AFTER, stabilityAfterLapse(stability, difficulty, elapsed, now));
		return now * passed + (1 - now) * failed;
	}

	function seconds({ stability }: Memory, elapsed: Days): Seconds {
		const now = recallAfter(elapsed, stability);
		return now * cost.passed + (1 - now) * cost.failed;
	}

	return {
		seconds,
		perSecond: (memory, elapsed) =>
			(reviewed(memory, elapsed) - reviewed(memory, elapsed + WAIT)) / seconds(memory, elapsed)
	};
}

/**
 * The value by which a backlog is ordered, highest first: recall lost by waiting a week, for each minute of review.
 * Negative for a card that gains by waiting: a young one that has only just come due, which spacing strengthens.
 */
export function backlogPriority({ lastDay, ...memory }: DatedMemory, today: StudyDay, learner: Learner): number {
	return createWaitingLoss(learner).perSecond(memory, Math.max(0, today - lastDay)) * 60;
}

/** @returns the cards due today, those that lose most by waiting first: indexes into the columns */
export function backlogQueue(cards: MemoryColumns, today: StudyDay, learner: Learner): number[] {
	const { perSecond } = createWaitingLoss(learner);
	const values = Float64Array.from(cards.dueDay, (dueDay, i) => {
		const memory = { stability: cards.stability[i] ?? NaN, difficulty: cards.difficulty[i] ?? NaN };
		return dueDay <= today ? perSecond(memory, Math.max(0, today - (cards.lastDay[i] ?? NaN))) : -Infinity;
	});
	return takeBest(values, values.length);
}
