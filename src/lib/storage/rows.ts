import type { Assignment, KeyPair } from '$lib/domain/assignment';
import type { AssignmentFeedback, AssignmentResult } from '$lib/domain/assignment-result';
import type { CardId, CardState } from '$lib/domain/card';
import type { CardColumns } from '$lib/domain/card-columns';
import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import type { Item } from '$lib/domain/item';
import type { Attempt } from '$lib/domain/quiz';
import type { Remark } from '$lib/domain/remark';
import type { StudySet } from '$lib/domain/set';
import type { KeptTally } from '$lib/domain/statistics/tally';
import type { EpochMs, StudyDay } from '$lib/domain/units';

/** A set without its items, and how many there are of them and of their cards. */
export type SetRow = Omit<StudySet, 'items'> & { readonly itemCount: number; readonly cardCount: number };

/** `place` keeps the author's order, which is not that of the numbers once questions were moved. */
export type ItemRow = {
	readonly setId: string;
	readonly number: number;
	readonly place: number;
	readonly item: Item;
};

export type EventRow = LearningEvent;

/** Old events, packed and never changed again. Its id is a hash of the bytes: the same block is the same everywhere. */
export type BlockRow = { readonly id: string; readonly bytes: Uint8Array };

export type ParametersRow = ParametersEvent;

/** What one device knows of the log. */
export type LogParts = {
	readonly events: readonly LearningEvent[];
	readonly blocks: readonly BlockRow[];
	readonly parameters: readonly ParametersEvent[];
};

/** A log from elsewhere, with the blocks in it that could not be read. */
export type ArrivedLog = LogParts & { readonly unread?: readonly BlockRow[] };

/**
 * A card's state with the one value it is found by. A row without that value is missing from the index, so suspended
 * cards cost a session nothing, and every row stands in one index at most.
 */
export type CardRow = CardState & {
	/** Study day from which the card is due; set unless it is suspended or waits for an instant. */
	readonly readyDay?: StudyDay;
	/** Instant from which the card is due; set on cards on a short learning step, unless suspended. */
	readonly readyAt?: EpochMs;
};

/** In place of a state that an undo has taken away while a page still holds it. */
export type GoneRow = { readonly card: CardId; readonly gone: true };

/** Packed states of cards of one set: `set.number`. */
export type CardPageRow = { readonly id: string; readonly bytes: Uint8Array };

/** Packed states of cards that are ready on the days from `from` to `to`; `n` counts the pages. */
export type DuePageRow = {
	readonly from: StudyDay;
	readonly to: StudyDay;
	readonly n: number;
	readonly bytes: Uint8Array;
};

/** `openSince` is set while the attempt runs: the index of open attempts holds no other. */
export type AttemptRow = Attempt & { readonly openSince?: EpochMs };

/** A number kept so that nothing needs counting. All of them follow from the log. */
export type CounterRow = { readonly key: string; readonly count: number };

/** What a session has to know of every set, in one row. */
export type ShelfRow = {
	readonly id: 'shelf';
	readonly sets: readonly SetRow[];
	/** Sets with the numbers of their cards that have a state. */
	readonly introduced: readonly (readonly [string, number])[];
};

/**
 * What the log came to at a moment, so that statistics need not read all of it. It follows from the log and may be missing:
 * whatever folds the log anew makes it void.
 */
export type SummaryRow = {
	readonly id: 'statistics';
	readonly version: number;
	/** All events were in it whose ids are of before this moment, and no others. */
	readonly until: EpochMs;
	/** The number of this device's next event then. */
	readonly nextSeq: number;
	/** The latest `at` of the events. */
	readonly lastAt: EpochMs;
	/** Study day on which it was made. */
	readonly day: StudyDay;
	/** Those of the scheduler that it was made with. */
	readonly weights: readonly number[];
	/** Of all cards that have a state or were ever answered. */
	readonly cards: CardColumns;
	/** Its places are those of the cards. */
	readonly tally: KeptTally;
};

export type SettingRow = { readonly key: string; readonly value: unknown };

/** A row that could not be read, put aside so that the rest works. */
export type QuarantineRow = { readonly id?: number; readonly source: string; readonly row: unknown };

/** An assignment that this device's owner gave, with what is needed to mark it. */
export type GivenRow = {
	readonly id: string;
	readonly assignment: Assignment;
	readonly givenAt: EpochMs;
	readonly keyPairs: readonly KeyPair[];
	/** The questions as they were given, keys included. */
	readonly set: StudySet;
	/** Names of the learners, as pasted; empty when none was. */
	readonly classList: readonly string[];
	readonly remarks: readonly Remark[];
};

/** A result received for an assignment given here. */
export type ResultRow = {
	/** `assignment.sender.sitting`: a second one from the same device for the same sitting takes its place. */
	readonly id: string;
	readonly assignment: string;
	/** The learner's device by its public key in base64url; `paper-` and a number for answers typed in from paper. */
	readonly sender: string;
	readonly receivedAt: EpochMs;
	readonly result: AssignmentResult;
	/** How many earlier results from this device for this sitting it has replaced. */
	readonly replaced: number;
};

/** An assignment that this device's owner takes. */
export type TakenRow = {
	readonly id: string;
	readonly assignment: Assignment;
	readonly openedAt: EpochMs;
	/** The questions as they came; without keys when those are withheld. */
	readonly set: StudySet;
	/** The device's own key for this assignment, by which its results are told from others'. Null until one was sealed. */
	readonly keyPair: KeyPair | null;
	/** What came back, one for each sitting at most. */
	readonly feedback: readonly AssignmentFeedback[];
	/** Numbers of the sittings whose result has left the device at least once, ascending. */
	readonly sent: readonly number[];
};
