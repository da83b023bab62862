import type { CardState } from '$lib/domain/card';
import type { LearningEvent } from '$lib/domain/event';
import { currentParameters } from '$lib/domain/parameter-history';
import { storedState } from './card-reader';
import { isSameState, toCardRow } from './card-row';
import { isScheduledBy, type CardWrite, type WrittenCard } from './card-write';
import { countEvent, countOfRow, countsAfter, keysOfEvent, LAST_AT_KEY, SEQ_KEY } from './counters';
import type { CounterChanges } from './counters';
import type { BackstoryDatabase, LogTail } from './database';
import type { NewEvent } from './new-event';
import { cardStateTables, toPageId } from './packed-cards';
import { parametersOfRows } from './parameter-store';

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
 * parameters hold. By the browser's own requests: the rounds, and what the database library does between them, are most
 * of what a rating costs.
 * @returns the written card, or null when nothing was written and the long way has to be taken, which also says what is wrong
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
	const transaction = begin(db);
	if (transaction === null || !(await writeUnlessStale(transaction, plan))) return null;
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

/** @returns null where the connection is closed */
function begin(db: BackstoryDatabase): IDBTransaction | null {
	const tables = [db.events, db.counters, db.parameters, ...cardStateTables(db)];
	try {
		return db.isOpen()
			? db.backendDB().transaction(
					tables.map(({ name }) => name),
					'readwrite'
				)
			: null;
	} catch (error) {
		if (error instanceof DOMException && error.name === 'InvalidStateError') return null;
		throw error;
	}
}

/** @returns whether it is written: all of it, or nothing */
function writeUnlessStale(transaction: IDBTransaction, plan: Plan): Promise<boolean> {
	return new Promise((resolve) => {
		transaction.oncomplete = () => resolve(true);
		transaction.onabort = () => resolve(false);
		try {
			queueWrite(transaction, plan);
		} catch {
			// What was queued before must not stay alone.
			transaction.abort();
		}
	});
}

/** Queues questions and writes behind one another without waiting; the answers decide whether the writes stay. */
function queueWrite(transaction: IDBTransaction, { event, step, next, changes, before, after }: Plan): void {
	const [counters, cards] = [transaction.objectStore('counters'), transaction.objectStore('cards')];
	const log = countersOf(event).map((key) => ({ key, asked: ask(counters, key) }));
	const [row, page] = [ask(cards, event.card), ask(transaction.objectStore('cardPages'), toPageId(event.card))];
	const parameters: IDBRequest<unknown[]> = transaction.objectStore('parameters').getAll();
	// The last of the questions: requests are answered in their order.
	parameters.onsuccess = () => {
		const isAsKnown = log.every(({ key, asked }) => countOfRow(asked.result) === before.counters.get(key));
		const holds = isSameState(step.expected, storedState(event.card, row.result, page.result));
		const isScheduled = isScheduledBy(step, currentParameters(parametersOfRows(parameters.result)));
		if (isAsKnown && holds && isScheduled) transaction.commit();
		else transaction.abort();
	};
	// Fails if it is stored already.
	transaction.objectStore('events').add(event);
	cards.put(toCardRow(next));
	for (const key of changes.keys()) counters.put({ key, count: after.counters.get(key) ?? 0 });
}

function ask(store: IDBObjectStore, key: string): IDBRequest<unknown> {
	return store.get(key);
}
