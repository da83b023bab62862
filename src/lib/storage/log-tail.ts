import type { CardState } from '$lib/domain/card';
import type { LearningEvent } from '$lib/domain/event';
import { currentParameters } from '$lib/domain/parameter-history';
import { readStoredCards } from './card-reader';
import { isSameState, toCardRow } from './card-row';
import { isScheduledBy, type CardWrite, type WrittenCard } from './card-write';
import { inTransaction } from './connection';
import { countEvent, countsAfter, keysOfEvent, LAST_AT_KEY, readCounters, SEQ_KEY } from './counters';
import type { CounterChanges } from './counters';
import type { BackstoryDatabase, LogTail } from './database';
import type { NewEvent } from './new-event';
import { cardStateTables } from './packed-cards';
import { readParameterHistory } from './parameter-store';

/** Thrown in a transaction to take it back: the log has grown since this connection last wrote to it. */
class StaleTailError extends Error {}

type Plan = {
	readonly event: LearningEvent;
	readonly step: NonNullable<CardWrite['step']>;
	readonly next: CardState;
	readonly changes: CounterChanges;
	/** The tail it was made from, and the one it leaves. */
	readonly before: LogTail;
	readonly after: LogTail;
};

/**
 * Stores an answer in one round to the database instead of two: what it rests on is asked for and the writes are queued
 * together, and everything is taken back when it turns out that another tab has written meanwhile, or that other
 * parameters hold. The rounds are most of
 * what a rating costs.
 * @returns the written card, or null when nothing was written and the long way has to be taken
 */
export async function writeAtTail(
	db: BackstoryDatabase,
	event: NewEvent,
	step: CardWrite['step']
): Promise<WrittenCard | null> {
	const plan = db.tail === null || step === null ? null : planWrite(db.tail, event, step);
	if (plan === null) return null;
	// Nobody knows the tail while it is being written.
	db.tail = null;
	const tables = [db.events, db.counters, db.parameters, ...cardStateTables(db)];
	try {
		const stored = await inTransaction(db, 'rw', tables, () => writeUnlessStale(db, plan));
		if (!stored.ok) return null;
	} catch (thrown) {
		if (thrown instanceof StaleTailError) return null;
		throw thrown;
	}
	db.tail = plan.after;
	return { events: [plan.event], state: plan.next };
}

/** @returns null for an event that is not simply the next of the log */
function planWrite(tail: LogTail, event: NewEvent, step: NonNullable<CardWrite['step']>): Plan | null {
	const { device, counters } = tail;
	const [seq, lastAt] = [counters.get(SEQ_KEY), counters.get(LAST_AT_KEY)];
	const { expected, next } = step;
	const isNext = seq !== undefined && lastAt !== undefined && event.at > lastAt && event.kind !== 'void';
	// What becomes of a card without a state depends on where its state is stored.
	if (!isNext || next === null || !countersOf(event).every((key) => counters.has(key))) return null;
	const stamped: LearningEvent = { ...event, device, seq };
	const changes: CounterChanges = new Map();
	countEvent(changes, stamped, expected, next);
	changes.set(SEQ_KEY, 1).set(LAST_AT_KEY, event.at - lastAt);
	return {
		event: stamped,
		step,
		next,
		changes,
		before: tail,
		after: { device, counters: countsAfter(counters, changes) }
	};
}

/** The counters that a write of the event rests on. */
function countersOf(event: NewEvent): string[] {
	return [SEQ_KEY, LAST_AT_KEY, ...keysOfEvent(event)];
}

async function writeUnlessStale(db: BackstoryDatabase, plan: Plan): Promise<void> {
	const { event, step, next, changes, before, after } = plan;
	const keys = countersOf(event);
	const rows = [...changes.keys()].map((key) => ({ key, count: after.counters.get(key) ?? 0 }));
	// Queued behind one another without waiting; the answers to the questions decide whether the writes stay.
	const [log, cards, history] = await Promise.all([
		readCounters(db, keys),
		readStoredCards(db, [event.card]),
		readParameterHistory(db),
		// Fails if it is stored already.
		db.events.add(event),
		db.cards.put(toCardRow(next)),
		db.counters.bulkPut(rows)
	]);
	const isAsKnown = keys.every((key) => log.get(key) === before.counters.get(key));
	const holds = isSameState(step.expected, cards.get(event.card)?.state ?? null);
	if (!isAsKnown || !holds || !isScheduledBy(step, currentParameters(history))) throw new StaleTailError();
}
