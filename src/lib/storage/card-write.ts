import type { CardId, CardState } from '$lib/domain/card';
import { compareEvents } from '$lib/domain/event';
import type { LearningEvent } from '$lib/domain/event';
import { currentParameters } from '$lib/domain/parameter-history';
import { isSameParameters, type SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { readStoredCards, type StoredCard } from './card-reader';
import { isSameState, toCardRow, toGoneRow } from './card-row';
import {
	countCard,
	countEvent,
	countsAfter,
	keysOfEvent,
	LAST_AT_KEY,
	readCounters,
	SEQ_KEY,
	writeCounters
} from './counters';
import type { CounterChanges } from './counters';
import type { BackstoryDatabase, LogTail } from './database';
import { readDevice } from './device';
import { parseLearningEvent } from './event-parser';
import { logTables, readHistories } from './log-reader';
import type { Fold, HistoryFold, NewEvent } from './new-event';
import { cardStateTables } from './packed-cards';
import { readParameterHistory } from './parameter-store';
import type { CardRow, CounterRow, GoneRow } from './rows';

/** Events of one card to store. */
export type CardWrite = {
	readonly card: CardId;
	readonly events: readonly NewEvent[];
	/**
	 * What the caller already worked out: the state the card had on its screen, and the state its one event leads to.
	 * Null, a state that is no longer the stored one, or parameters that no longer hold mean: fold the card from its
	 * whole history.
	 */
	readonly step: {
		readonly expected: CardState | null;
		readonly next: CardState | null;
		/** Those that `next` follows from; absent where it follows from none. */
		readonly parameters?: SchedulerParameters;
	} | null;
};

/** A card as it is stored now. */
export type WrittenCard = {
	/** The events as stored, in the order given. */
	readonly events: readonly LearningEvent[];
	readonly state: CardState | null;
};

/**
 * Stores events, card states and counters together. Runs inside a transaction over `cardTables`. Events that are stored
 * already change nothing, so the same write may be repeated. The parameters are those that are stored at that moment.
 * @param writes of distinct cards
 * @returns the cards, and the end of the log once the transaction is committed
 */
export async function applyCardWrites(
	db: BackstoryDatabase,
	writes: readonly CardWrite[],
	foldWith: HistoryFold
): Promise<{ readonly written: readonly WrittenCard[]; readonly tail: LogTail }> {
	assertDistinct(writes);
	const given = writes.flatMap((write) => write.events);
	const ids = given.map((event) => event.id);
	const counters = new Set([SEQ_KEY, LAST_AT_KEY, ...given.flatMap(keysOfEvent)]);
	// Two rounds to the database, one of reading and one of writing: each round costs more than what it asks for.
	const [device, log, storedRows, cards, history] = await Promise.all([
		readDevice(db),
		readCounters(db, [...counters]),
		db.events.bulkGet(ids),
		readStoredCards(
			db,
			writes.map((write) => write.card)
		),
		readParameterHistory(db)
	]);
	const fold: Fold = (events) => foldWith(events, history);
	const parameters = currentParameters(history);
	const stored = eventsById(storedRows);
	const stamp = createStamp(device, log.get(SEQ_KEY) ?? 0);
	const lastAt = log.get(LAST_AT_KEY) ?? 0;
	const plans = writes.map((write) =>
		planWrite(write, { stored, stamp, before: cards.get(write.card)?.state ?? null, lastAt, parameters })
	);
	const changes: CounterChanges = new Map();
	const unsettled = plans.filter(({ fresh, next }) => fresh.length > 0 && next === null).map(({ card }) => card);
	const histories = unsettled.length === 0 ? new Map<CardId, LearningEvent[]>() : await readHistories(db, unsettled);
	const written = plans.map((plan) => settlePlan(plan, histories.get(plan.card) ?? [], fold, changes));
	const fresh = plans.flatMap((plan) => plan.fresh);
	const settings = fresh.length > 0 ? logRows(stamp.next(), fresh, lastAt) : [];
	await Promise.all([
		fresh.length > 0 && db.events.bulkPut(fresh),
		writeStates(db, plans, written, cards),
		writeCounters(db, changes, log, settings)
	]);
	const counted = [...countsAfter(log, changes), ...settings.map(({ key, count }) => [key, count] as const)];
	return { written, tail: { device, counters: new Map(counted) } };
}

/** The tables that `applyCardWrites` needs in its transaction. */
export function cardTables(db: BackstoryDatabase) {
	return [...logTables(db), ...cardStateTables(db), db.parameters, db.counters, db.settings] as const;
}

type Stamp = { readonly add: (event: NewEvent) => LearningEvent; readonly next: () => number };

type Plan = {
	readonly card: CardId;
	readonly events: readonly LearningEvent[];
	/** Those not stored before. */
	readonly fresh: readonly LearningEvent[];
	readonly before: CardState | null;
	/** The state to store as it is, or null when the card must be folded. */
	readonly next: { readonly state: CardState | null } | null;
};

function createStamp(device: string, first: number): Stamp {
	let seq = first;
	return { add: (event) => ({ ...event, device, seq: seq++ }), next: () => seq };
}

/** What a write meets. */
type Met = {
	readonly stored: ReadonlyMap<string, LearningEvent>;
	readonly stamp: Stamp;
	readonly before: CardState | null;
	readonly lastAt: number;
	readonly parameters: SchedulerParameters;
};

function planWrite(write: CardWrite, { stored, stamp, before, lastAt, parameters }: Met): Plan {
	const { card, step } = write;
	const events = write.events.map((event) => stored.get(event.id) ?? stamp.add(event));
	const fresh = events.filter((event) => !stored.has(event.id));
	const [only] = fresh;
	// An event that is not the last of the log (a clock set back) may belong before others of its card.
	const isSimple = events.length === 1 && only !== undefined && only.kind !== 'void' && only.at > lastAt;
	const holds = step !== null && isSameState(step.expected, before) && isScheduledBy(step, parameters);
	const next = isSimple && holds ? { state: step.next } : null;
	return { card, events, fresh, before, next };
}

/** @returns whether a step was worked out with these parameters, or with none */
export function isScheduledBy(step: NonNullable<CardWrite['step']>, parameters: SchedulerParameters): boolean {
	return step.parameters === undefined || isSameParameters(step.parameters, parameters);
}

function settlePlan(plan: Plan, past: readonly LearningEvent[], fold: Fold, changes: CounterChanges): WrittenCard {
	const { events, fresh, before, next } = plan;
	const [only] = fresh;
	if (only === undefined) return { events, state: before };
	if (next !== null) {
		countEvent(changes, only, before, next.state);
		return { events, state: next.state };
	}
	const all = [...past, ...fresh].sort(compareEvents);
	countCard(changes, past, fold, -1);
	countCard(changes, all, fold, 1);
	return { events, state: fold(all) };
}

async function writeStates(
	db: BackstoryDatabase,
	plans: readonly Plan[],
	written: readonly WrittenCard[],
	stored: ReadonlyMap<CardId, StoredCard>
): Promise<void> {
	const touched = plans.flatMap((plan, index) =>
		plan.fresh.length === 0 ? [] : [{ card: plan.card, state: written[index]?.state ?? null }]
	);
	const isPacked = (card: CardId): boolean => stored.get(card)?.isPacked === true;
	const rows = touched.flatMap(({ card, state }): (CardRow | GoneRow)[] => {
		if (state !== null) return [toCardRow(state)];
		return isPacked(card) ? [toGoneRow(card)] : [];
	});
	const gone = touched.flatMap(({ card, state }) => (state === null && !isPacked(card) ? [card] : []));
	await Promise.all([rows.length > 0 && db.cards.bulkPut(rows), gone.length > 0 && db.cards.bulkDelete(gone)]);
}

function logRows(seq: number, fresh: readonly LearningEvent[], lastAt: number): CounterRow[] {
	const latest = fresh.reduce((at, event) => Math.max(at, event.at), lastAt);
	return [
		{ key: SEQ_KEY, count: seq },
		{ key: LAST_AT_KEY, count: latest }
	];
}

function eventsById(rows: readonly unknown[]): Map<string, LearningEvent> {
	const events = rows.map(parseLearningEvent).filter((event) => event !== null);
	return new Map(events.map((event) => [event.id, event]));
}

function assertDistinct(writes: readonly CardWrite[]): void {
	const cards = new Set(writes.map((write) => write.card));
	const isMixed = writes.some((write) => write.events.some((event) => event.card !== write.card));
	if (cards.size !== writes.length || isMixed) throw new Error('Each card must be written once, with its own events');
}
