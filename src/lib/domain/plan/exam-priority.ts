import { RATINGS } from '../event';
import type { Memory } from '../fsrs-scheduler';
import type { StudyDay } from '../units';
import type { Learner } from './learner';
import type { MemoryOutcomes } from './memory-outcomes';
import { memoryOutcomes } from './memory-outcomes';
import { recallTable } from './recall-table';

/** A memory and the study day of the last answer. */
export type DatedMemory = Memory & { readonly lastDay: StudyDay };

/** What studying a card today does for the exam. */
export type ExamGain = {
	/** By how much the probability of recall on the exam day rises, 0 to 1. */
	readonly recall: number;
	/** The same for each minute it is expected to take: cards with more come first. */
	readonly perMinute: number;
};

/** Works out gains for one learner and one exam. */
export type ExamGains = {
	/** @param memory null for a card never seen */
	readonly of: (memory: DatedMemory | null, today: StudyDay) => ExamGain;
};

/**
 * A card's gain is its expected recall on the exam day if it is studied today, less that if it is not studied again:
 * R x (recall after Good) + (1 - R) x (recall after Again and relearning) - (recall without). A card never seen has none
 * without. The expected time weighs the learner's seconds in the same way.
 */
export function createExamGains(examDay: StudyDay, { params, habits, cost }: Learner): ExamGains {
	const outcomes = memoryOutcomes(params);
	const { step } = outcomes;
	const recallAfter = recallTable(params);

	function ofKnown({ stability, difficulty, lastDay }: DatedMemory, today: StudyDay): ExamGain {
		const elapsed = Math.max(0, today - lastDay);
		const left = examDay - today;
		const now = recallAfter(elapsed, stability);
		const passed = recallAfter(left, step.stabilityAfter(stability, difficulty, elapsed, 3, now));
		const failed = recallAfter(left, outcomes.stabilityAfterLapse(stability, difficulty, elapsed, now));
		const without = recallAfter(Math.max(0, examDay - lastDay), stability);
		const seconds = now * cost.passed + (1 - now) * cost.failed;
		return toGain(now * passed + (1 - now) * failed - without, seconds);
	}

	return {
		of: (memory, today) => {
			if (today >= examDay) return { recall: 0, perMinute: 0 };
			if (memory !== null) return ofKnown(memory, today);
			return toGain(recallOfBegun(outcomes, habits.first, examDay - today), cost.fresh);
		}
	};
}

/**
 * The value by which a queue for an exam is ordered, highest first: expected recall gained on the exam day for each minute
 * spent now.
 * @param memory null for a card never seen
 * @returns recall, 0 to 1, per minute; 0 on the exam day and after it
 */
export function examPriority(memory: DatedMemory | null, today: StudyDay, examDay: StudyDay, learner: Learner): number {
	return createExamGains(examDay, learner).of(memory, today).perMinute;
}

function recallOfBegun({ begun, step }: MemoryOutcomes, shares: readonly number[], days: number): number {
	return RATINGS.reduce((sum, rating, i) => sum + (shares[i] ?? 0) * step.recall(days, begun[rating].stability), 0);
}

function toGain(recall: number, seconds: number): ExamGain {
	return { recall, perMinute: (recall * 60) / seconds };
}
