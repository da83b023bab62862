import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { LearningEvent, Rating } from '$lib/domain/event';
import { foldCard } from '$lib/domain/fold';
import type { Item } from '$lib/domain/item';
import type { Attempt } from '$lib/domain/quiz';
import { DEFAULT_HISTORY } from '$lib/domain/parameter-history';
import type { Result } from '$lib/domain/result';
import { ok } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import { DAY_MS } from '$lib/domain/units';
import { joinStates, readRawStates, readStates } from '$lib/storage/card-reader';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { commitReview, commitVoid } from '$lib/storage/event-store';
import type { LogWriter, NewVoid } from '$lib/storage/event-store';
import { Journal } from '$lib/storage/journal';
import type { KeyValueStore } from '$lib/storage/journal';
import type { NewEvent } from '$lib/storage/new-event';
import { openDatabase } from '$lib/storage/open-database';
import { cardStateTables } from '$lib/storage/packed-cards';
import type { SetParser } from '$lib/storage/read-backup';

/** Noon of study day 20,000. */
export const NOON = 20_000 * DAY_MS + DAY_MS / 2;

export function valueOf<T, E>(result: Result<T, E>): T {
	if (!result.ok) throw new Error(`Unexpected error: ${JSON.stringify(result.error)}`);
	return result.value;
}

export function errorOf<T, E>(result: Result<T, E>): E {
	if (result.ok) throw new Error(`Unexpected value: ${JSON.stringify(result.value)}`);
	return result.error;
}

export const newFactory = (): IDBFactory => new IDBFactory();

/** Opens the database of a factory; two calls with one factory are two tabs of one browser. */
export async function openIn(
	factory: IDBFactory,
	newDevice = 'device-a',
	onSuperseded = () => {}
): Promise<BackstoryDatabase> {
	return valueOf(await openDatabase({ newDevice, onSuperseded, dependencies: { indexedDB: factory, IDBKeyRange } }));
}

export const fold = (events: readonly LearningEvent[]): CardState | null => foldCard(events, DEFAULT_HISTORY);

/** localStorage in a map, with what is in it. */
export function memoryStore(): KeyValueStore & { readonly entries: Map<string, string> } {
	const entries = new Map<string, string>();
	return {
		entries,
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key)
	};
}

export function writerOf(db: BackstoryDatabase, store: KeyValueStore | null = memoryStore()): LogWriter {
	return { db, journal: new Journal(store), fold };
}

type Changes = { readonly card?: string; readonly rating?: Rating; readonly at?: number; readonly id?: string };

let lastId = 0;

/** A UUIDv7 of an instant, with a running number in place of chance. */
export function idAt(at: number): string {
	lastId += 1;
	const time = at.toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${lastId.toString(16).padStart(12, '0')}`;
}

export function review({ card = 'set-1.1.1', rating = 3, at = NOON, id = idAt(at) }: Changes = {}) {
	const day = Math.floor(at / DAY_MS);
	return { id, at, day, card, kind: 'review', rating, tookMs: 2500 } as const satisfies NewEvent;
}

export function voidOf(event: { readonly id: string; readonly card: string }, at: number): NewVoid {
	return { id: idAt(at), at, day: Math.floor(at / DAY_MS), card: event.card, kind: 'void', voids: event.id };
}

export async function stateInDb(db: BackstoryDatabase, card: string): Promise<CardState | null> {
	const states = valueOf(await inTransaction(db, 'r', cardStateTables(db), () => readStates(db, [card])));
	return states.get(card) ?? null;
}

/** The states of all cards, in the order of their names. */
export async function storedStates(db: BackstoryDatabase): Promise<CardState[]> {
	const raw = valueOf(await inTransaction(db, 'r', cardStateTables(db), () => readRawStates(db)));
	return [...joinStates(raw).states.values()].sort((a, b) => (a.card < b.card ? -1 : 1));
}

/** Rates a card the way a session does: from the state on its screen. */
export async function rate(writer: LogWriter, changes: Changes = {}): Promise<LearningEvent> {
	const event = review(changes);
	const past = valueOf(await history(writer.db, event.card));
	const next = fold([...past, { ...event, device: 'session', seq: 0 }]);
	const step = { expected: await stateInDb(writer.db, event.card), next };
	const written = valueOf(await commitReview(writer, { event, step }));
	const [stored] = written.events;
	if (stored === undefined) throw new Error('nothing stored');
	return stored;
}

export async function undo(writer: LogWriter, event: LearningEvent, at: number): Promise<CardState | null> {
	return valueOf(await commitVoid(writer, voidOf(event, at))).state;
}

async function history(db: BackstoryDatabase, card: string): Promise<Result<LearningEvent[], never>> {
	return ok((await db.events.where('card').equals(card).toArray()) as LearningEvent[]);
}

/** The disk is full for one table, whoever writes to it. @returns what frees it */
export function fillDisk(db: BackstoryDatabase, table: string): () => void {
	const stores = Object.getPrototypeOf(db.backendDB().transaction(table).objectStore(table)) as IDBObjectStore;
	const put = Reflect.get(stores, 'put') as (...args: unknown[]) => unknown;
	const spy = vi.spyOn(stores, 'put').mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
		if (this.name === table) throw new DOMException('full', 'QuotaExceededError');
		return put.apply(this, args) as IDBRequest<IDBValidKey>;
	});
	return () => spy.mockRestore();
}

/** Every row of every table: two equal dumps are two equal databases. */
export async function dump(db: BackstoryDatabase): Promise<Record<string, unknown[]>> {
	const entries = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
	return Object.fromEntries(entries);
}

/** The count oracle of every test that breaks something: what is stored is what the log says, in every table. */
export async function expectDerivedFromLog(db: BackstoryDatabase): Promise<void> {
	const events = (await db.events.toArray()) as LearningEvent[];
	const cards = [...new Set(events.map((event) => event.card))];
	const folded = cards
		.map((card) => fold(events.filter((event) => event.card === card)))
		.filter((state) => state !== null);
	expect(await storedStates(db)).toEqual(folded.sort((a, b) => (a.card < b.card ? -1 : 1)));
}

export async function countersOf(db: BackstoryDatabase): Promise<Record<string, number>> {
	const rows = (await db.counters.toArray()) as { key: string; count: number }[];
	return Object.fromEntries(rows.filter(({ count }) => count !== 0).map(({ key, count }) => [key, count]));
}

export function item(
	number: number,
	changes: { stem?: string; type?: 'basic' | 'cloze'; revision?: number } = {}
): Item {
	const { stem = `Question ${number}`, type = 'basic', revision = 1 } = changes;
	const common = { number, id: String(number), revision, stem };
	return type === 'cloze' ? { ...common, type } : { ...common, type, answer: `Answer ${number}` };
}

export function studySet(changes: Partial<StudySet> = {}): StudySet {
	return {
		id: 'set-1',
		title: 'A set',
		lang: 'en',
		origin: 'own',
		revision: 1,
		addedAt: NOON,
		topics: [{ id: 'places', title: 'Places' }],
		items: [item(1), item(2), item(3, { type: 'cloze', stem: 'The {{1::line}} of {{2::1893}}' })],
		...changes
	};
}

export function attempt(changes: Partial<Attempt> = {}): Attempt {
	return {
		id: 'attempt-1',
		spec: {
			setId: 'set-1',
			topics: ['places'],
			items: [],
			count: 2,
			time: { kind: 'quiz', limitMs: 60_000 },
			factor: 1.5,
			seed: 7
		},
		title: 'A quiz',
		paper: [
			{ item: 1, order: [] },
			{ item: 2, order: [1, 0] }
		],
		startedAt: NOON,
		deadline: NOON + 90_000,
		current: 1,
		shownAt: NOON + 5000,
		spentMs: 0,
		lastAt: NOON + 5000,
		gaps: [{ kind: 'away', at: NOON + 2000, ms: 1000 }],
		answers: [{ response: { type: 'choice', chosen: [0] }, tookMs: 4000 }, null],
		finishedAt: null,
		timedOut: false,
		...changes
	};
}

export function quizAnswer(card: string, correct: boolean, at = NOON): NewEvent {
	const day = Math.floor(at / DAY_MS);
	const answer = { attempt: 'attempt-1', correct, guess: 0.25, answered: true, tookMs: 3000 };
	return { id: idAt(at), at, day, card, kind: 'quiz-answer', ...answer };
}

/** Stands in for the content layer's parser: sets of the tests are all alike. */
export const parseSet: SetParser = (value) => {
	const isSet = typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
	return isSet ? ok(value as StudySet) : { ok: false, error: 'no set' };
};
