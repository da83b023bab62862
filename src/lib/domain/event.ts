import type { CardId } from './card';
import type { SchedulerParameters } from './scheduler-parameters';
import type { Days, DurationMs, EpochMs, StudyDay } from './units';

export const RATINGS = [1, 2, 3, 4] as const;
/** Again 1, Hard 2, Good 3, Easy 4. */
export type Rating = (typeof RATINGS)[number];

/** What every event carries. `at` is the device's clock and not trusted for order alone. */
type EventBase = {
	/** UUIDv7; the same event merged twice is one event. */
	readonly id: string;
	readonly device: string;
	/** Counts up on each device. */
	readonly seq: number;
	readonly at: EpochMs;
	/** Study day fixed at answer time. */
	readonly day: StudyDay;
};

/** One answered card. */
export type ReviewEvent = EventBase & {
	readonly kind: 'review';
	readonly card: CardId;
	readonly rating: Rating;
	/** Time from question shown to rating. */
	readonly tookMs: DurationMs;
	/** The scheduled interval, where it was chosen with an eye to other cards: no fold of one card could find it again. */
	readonly interval?: Days;
};

/** One quiz question answered, for one card of its item. Never a plain rating: see `quiz-memory.ts`. */
export type QuizAnswerEvent = EventBase & {
	readonly kind: 'quiz-answer';
	readonly card: CardId;
	readonly attempt: string;
	readonly correct: boolean;
	/** Chance of being right by guessing, 0 to 1: 0.25 with four options, 0 when the answer is typed or recalled. */
	readonly guess: number;
	/** False when time ran out before anything was answered: no update to memory. */
	readonly answered: boolean;
	readonly tookMs: DurationMs;
};

/** Undo: the named event counts as if it had never happened. */
export type VoidEvent = EventBase & { readonly kind: 'void'; readonly voids: string; readonly card: CardId };

export type SuspendEvent = EventBase & { readonly kind: 'suspend'; readonly card: CardId; readonly suspended: boolean };

/**
 * The card becomes new again. As it stands the card is only forgotten: what was answered before still counts in statistics
 * and in fitting the scheduler. Where its history is uncounted, the card is reset, as if nobody had ever studied it. The
 * answers stay in the log either way, so that taking the event back brings everything back.
 */
export type ResetEvent = EventBase & {
	readonly kind: 'reset';
	readonly card: CardId;
	readonly history?: 'uncounted';
};

/** The card stays away until a later study day; its memory and due day stay as they are. */
export type BuryEvent = EventBase & { readonly kind: 'bury'; readonly card: CardId; readonly until: StudyDay };

/** The learner says when the card comes next. */
export type SetDueEvent = EventBase & { readonly kind: 'set-due'; readonly card: CardId; readonly dueDay: StudyDay };

/** What happened to one card. */
export type LearningEvent =
	ReviewEvent | QuizAnswerEvent | VoidEvent | SuspendEvent | ResetEvent | BuryEvent | SetDueEvent;

/** From here on cards are scheduled with these parameters. It concerns every card; taking it back is one more of them. */
export type ParametersEvent = EventBase & { readonly kind: 'parameters'; readonly parameters: SchedulerParameters };

/** What an event's place in the log follows from. */
export type EventPlace = Pick<EventBase, 'id' | 'device' | 'seq' | 'at'>;

/**
 * Total order of the log: (at, device, seq, id). The same on every device, whatever the order of merging.
 * @returns negative when `a` comes first
 */
export function compareEvents(a: EventPlace, b: EventPlace): number {
	return a.at - b.at || compareText(a.device, b.device) || a.seq - b.seq || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
