import type { CardId } from '$lib/domain/card';
import type { LearningEvent } from '$lib/domain/event';
import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { applyCardWrites, cardTables } from './card-write';
import type { CardWrite, WrittenCard } from './card-write';
import { inTransaction, withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import type { Journal } from './journal';
import type { HistoryFold, NewEvent } from './new-event';
import { logTables, readHistories } from './log-reader';
import { writeAtTail } from './log-tail';
import type { StorageError } from './storage-error';

/** What every write to the log needs. */
export type LogWriter = { readonly db: BackstoryDatabase; readonly journal: Journal; readonly fold: HistoryFold };

export type ReviewWrite = {
	/** A review, suspension or reset of one card. */
	readonly event: Exclude<NewEvent, { kind: 'void' }>;
	/** The card's state as it was when the event was made from it, and as the event leaves it. */
	readonly step: NonNullable<CardWrite['step']>;
};

export type NewVoid = Extract<NewEvent, { kind: 'void' }>;

/**
 * Stores one event with the card's new state and the counters, all or nothing. When this resolves, it is saved. The same
 * event twice is one event. If the card changed meanwhile (in another tab), its state is folded from its whole history.
 * An event that could not be stored stays in the journal and is stored by `replayJournal`.
 * @returns the stored event and the card's state; any storage error
 */
export function commitReview(log: LogWriter, { event, step }: ReviewWrite): Promise<Result<WrittenCard, StorageError>> {
	return commit(log, event, step);
}

/**
 * Takes an event back: stores the void, gives the card the state it has without that event (none, if that was its first)
 * and corrects the counters.
 * @returns the stored void and the card's state; any storage error
 */
export function commitVoid(log: LogWriter, event: NewVoid): Promise<Result<WrittenCard, StorageError>> {
	return commit(log, event, null);
}

/** Reads a card's whole history in the order of the log, voids included. @returns any storage error */
export function eventsOfCard(db: BackstoryDatabase, card: CardId): Promise<Result<LearningEvent[], StorageError>> {
	return inTransaction(db, 'r', logTables(db), async () => (await readHistories(db, [card])).get(card) ?? []);
}

/**
 * Stores what the journal still holds, at start. Entries that cannot be read go to quarantine.
 * @returns how many events waited; a storage error leaves them in the journal
 */
export async function replayJournal(log: LogWriter): Promise<Result<number, StorageError>> {
	const { events, unreadable } = log.journal.waiting();
	for (const event of events) {
		const stored = await store(log, event, null);
		if (!stored.ok) return stored;
	}
	for (const text of unreadable) {
		const kept = await withReconnect(log.db, () => log.db.quarantine.add({ source: 'journal', row: text }));
		if (!kept.ok) return kept;
		log.journal.removeText(text);
	}
	return ok(events.length);
}

function commit(log: LogWriter, event: NewEvent, step: CardWrite['step']): Promise<Result<WrittenCard, StorageError>> {
	// Before anything is awaited: a tab that is closed in the same moment has the event written down.
	log.journal.add(event);
	return store(log, event, step);
}

/** Stores an event that stands in the journal, and strikes it out there. */
async function store(
	{ db, journal, fold }: LogWriter,
	event: NewEvent,
	step: CardWrite['step']
): Promise<Result<WrittenCard, StorageError>> {
	const quick = await writeAtTail(db, event, step);
	const stored = quick === null ? await writeWithHistory(db, event, step, fold) : ok(quick);
	if (stored.ok) journal.remove(event.id);
	return stored;
}

/** Reads what the write rests on first, and folds the card from its history where that is needed. */
async function writeWithHistory(
	db: BackstoryDatabase,
	event: NewEvent,
	step: CardWrite['step'],
	fold: HistoryFold
): Promise<Result<WrittenCard, StorageError>> {
	const stored = await writeTogether(db, [{ card: event.card, events: [event], step }], fold);
	if (!stored.ok) return stored;
	const [card] = stored.value;
	if (card === undefined) throw new Error('One write gives one written card');
	return ok(card);
}

/** Writes cards in one transaction, after which this connection knows the end of the log. @returns any storage error */
export async function writeTogether(
	db: BackstoryDatabase,
	writes: readonly CardWrite[],
	fold: HistoryFold
): Promise<Result<readonly WrittenCard[], StorageError>> {
	const stored = await inTransaction(db, 'rw', cardTables(db), () => applyCardWrites(db, writes, fold));
	if (!stored.ok) return stored;
	const { device, counters } = stored.value.tail;
	// What is known of other sets stays known. Should it have changed meanwhile, the write that rests on it finds out.
	db.tail = { device, counters: new Map([...(db.tail?.counters ?? []), ...counters]) };
	return ok(stored.value.written);
}
