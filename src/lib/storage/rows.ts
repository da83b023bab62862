import type { CardState } from '$lib/domain/card';
import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import type { Item } from '$lib/domain/item';
import type { Attempt } from '$lib/domain/quiz';
import type { StudySet } from '$lib/domain/set';
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

/** `openSince` is set while the attempt runs: the index of open attempts holds no other. */
export type AttemptRow = Attempt & { readonly openSince?: EpochMs };

/** A number kept so that nothing needs counting. All of them follow from the log. */
export type CounterRow = { readonly key: string; readonly count: number };

export type SettingRow = { readonly key: string; readonly value: unknown };

/** A row that could not be read, put aside so that the rest works. */
export type QuarantineRow = { readonly id?: number; readonly source: string; readonly row: unknown };
