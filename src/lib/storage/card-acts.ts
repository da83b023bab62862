import type { Result } from '$lib/domain/result';
import type { CardWrite, WrittenCard } from './card-write';
import { writeTogether } from './event-store';
import type { LogWriter, NewVoid } from './event-store';
import type { Journal } from './journal';
import type { NewEvent } from './new-event';
import type { StorageError } from './storage-error';

/** What a learner did with a card besides answering it. */
export type ActWrite = {
	readonly event: Extract<NewEvent, { kind: 'suspend' | 'reset' | 'bury' | 'set-due' }>;
	/** The card's state as it was when the event was made from it, and as the event leaves it. */
	readonly step: NonNullable<CardWrite['step']>;
};

/**
 * Does the same with several cards, such as suspending them: all or nothing. Otherwise like `commitReview`. Of more events than the
 * journal has room for the last ones are not written down, and are lost when the tab dies before they are stored.
 * @param writes of distinct cards
 * @returns the stored events and the cards' states, in the order given; any storage error
 */
export function commitActs(
	log: LogWriter,
	writes: readonly ActWrite[]
): Promise<Result<readonly WrittenCard[], StorageError>> {
	return commitTogether(
		log,
		writes.map(({ event, step }) => ({ card: event.card, events: [event], step }))
	);
}

/**
 * Takes events of distinct cards back together: all or nothing. Otherwise like `commitVoid`.
 * @returns the stored voids and the cards' states, in the order given; any storage error
 */
export function commitVoids(
	log: LogWriter,
	events: readonly NewVoid[]
): Promise<Result<readonly WrittenCard[], StorageError>> {
	return commitTogether(
		log,
		events.map((event) => ({ card: event.card, events: [event], step: null }))
	);
}

async function commitTogether(
	{ db, journal, fold }: LogWriter,
	writes: readonly CardWrite[]
): Promise<Result<readonly WrittenCard[], StorageError>> {
	// Before anything is awaited, as for one event.
	const journalled = writeDown(
		journal,
		writes.flatMap(({ events }) => events)
	);
	const stored = await writeTogether(db, writes, fold);
	if (stored.ok) for (const id of journalled) journal.remove(id);
	return stored;
}

/** @returns the ids of the events that the journal had room for */
function writeDown(journal: Journal, events: readonly NewEvent[]): string[] {
	const full = events.findIndex((event) => !journal.add(event));
	return events.slice(0, full === -1 ? events.length : full).map(({ id }) => id);
}
