import type { CardState } from '../card';
import { effectiveEvents } from '../effective-events';
import type { LearningEvent, Rating } from '../event';
import { applyEvent } from '../fold';
import { retrievability } from '../fsrs-scheduler';
import { daysSinceAnswer, memoryOf } from '../memory-of';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { Days, EpochMs, StudyDay } from '../units';
import { DAY_MS } from '../units';

/** One answer to a card, what memory was before it and what it made of it. */
export type HistoryEntry = {
	readonly id: string;
	readonly at: EpochMs;
	readonly day: StudyDay;
	readonly answer:
		{ readonly kind: 'review'; readonly rating: Rating } | { readonly kind: 'quiz'; readonly correct: boolean };
	/** Elapsed interval in study days; null for the first answer. */
	readonly elapsed: Days | null;
	/** Recall that was expected, 0 to 1; null for the first answer. */
	readonly expected: number | null;
	/** Stability after it; null when the card has no memory still. */
	readonly stability: Days | null;
	/** Scheduled interval after it, 0 for a step within the day; null without a memory. */
	readonly scheduled: Days | null;
};

/**
 * The answers to one card in the order of the log, without those that were taken back or no longer count. Memory is worked out with the given
 * parameters throughout, also where others held at the time.
 * @param events all events of the card, in any order
 */
export function toCardHistory(events: readonly LearningEvent[], params: SchedulerParameters): HistoryEntry[] {
	let state: CardState | null = null;
	const entries: HistoryEntry[] = [];
	for (const event of effectiveEvents(events)) {
		const before: CardState | null = state;
		state = applyEvent(before, event, params);
		if (event.kind === 'reset' && event.history === 'uncounted') entries.length = 0;
		if (event.kind !== 'review' && event.kind !== 'quiz-answer') continue;
		if (event.kind === 'quiz-answer' && !event.answered) continue;
		const memory = memoryOf(before);
		const elapsed = memory === null ? null : daysSinceAnswer(before, event.day);
		const after = memoryOf(state);
		entries.push({
			id: event.id,
			at: event.at,
			day: event.day,
			answer:
				event.kind === 'review' ? { kind: 'review', rating: event.rating } : { kind: 'quiz', correct: event.correct },
			elapsed,
			expected: memory === null ? null : retrievability(elapsed ?? 0, memory.stability, params),
			stability: after?.stability ?? null,
			scheduled: after === null || state === null ? null : Math.max(0, state.dueDay - event.day)
		});
	}
	return entries;
}

/** A point of the forgetting curve. */
export type CurvePoint = { readonly at: EpochMs; readonly recall: number };

/** A stretch of the curve between two answers, or after the last one. */
export type CurvePart = { readonly id: string; readonly points: readonly CurvePoint[] };

const STEPS = 24;
/** A stretch shorter than this share of the whole is a line on the screen: its ends are enough. */
const SHORT = 1 / 100;

/**
 * The expected recall over time, one part for each answer that left a memory.
 * @param until where the curve ends; nothing is drawn beyond
 */
export function recallCurve(
	entries: readonly HistoryEntry[],
	until: EpochMs,
	params: SchedulerParameters
): CurvePart[] {
	const start = entries[0]?.at ?? until;
	return entries.flatMap(({ id, at, stability }, index) => {
		const end = Math.min(until, entries[index + 1]?.at ?? until);
		if (stability === null || end <= at) return [];
		const steps = end - at < (until - start) * SHORT ? 1 : STEPS;
		const points = Array.from({ length: steps + 1 }, (_, step) => {
			const passed = ((end - at) * step) / steps;
			return { at: at + passed, recall: retrievability(passed / DAY_MS, stability, params) };
		});
		return [{ id, points }];
	});
}
