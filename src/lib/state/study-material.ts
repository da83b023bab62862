import type { QueueInput } from '$lib/domain/build-queue';
import { cardsOfItem, toCardAddress, type CardId, type CardState } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import type { BackstoryDatabase } from '$lib/storage/database';
import { dueByDay, introducedCards, loadCards, loadDue, todayCounters } from '$lib/storage/due-store';
import type { LogWriter } from '$lib/storage/event-store';
import { refoldCards } from '$lib/storage/rebuild';
import { listSets } from '$lib/storage/set-store';
import type { App } from './app.svelte';
import { studyDayOf } from './clock';
import { itemsByNumber, type SourceName } from './library.svelte';
import { isInScope, isPartial, type StudyScope } from './study-scope';

/** A set as a session uses it. */
export type MaterialSet = Pick<StudySet, 'id' | 'lang' | 'topics'> & {
	readonly items: ReadonlyMap<number, Item>;
	readonly sources: ReadonlyMap<string, SourceName>;
};

export type SessionMaterial = {
	readonly sets: ReadonlyMap<string, MaterialSet>;
	readonly due: Omit<QueueInput, 'last'>;
	/** New cards of the scope that no session has shown yet, today's included. */
	readonly freshLeft: number;
	/** Due reviews for each of the next 30 days, today first. */
	readonly ahead: (db: BackstoryDatabase) => Promise<readonly number[]>;
};

const DAYS_AHEAD = 30;

/**
 * Gathers a session's cards: the items of its sets and, by index, the due ones among them.
 * @param log null when nothing can be stored: every card is then new
 * @returns null when the scope names a set that is not on this device
 */
export async function loadMaterial(
	app: App,
	scope: StudyScope,
	log: LogWriter | null,
	limits: QueueInput['limits'],
	at: EpochMs
): Promise<SessionMaterial | null> {
	const setIds = scope.setId === null ? await allSetIds(app, log) : [scope.setId];
	const loaded = await Promise.all(setIds.map((id) => app.library.set(id)));
	const sets = loaded.filter((set) => set !== null);
	if (sets.length === 0) return null;
	const material = new Map(
		await Promise.all(sets.map(async (set) => [set.id, toMaterialSet(set, await app.library.sources(set.id))] as const))
	);
	const inScope = (card: CardId): boolean => {
		const { setId, item } = toCardAddress(card);
		const found = material.get(setId)?.items.get(item);
		return found !== undefined && isInScope(scope, found);
	};
	const fresh = sets.flatMap((set) =>
		set.items.filter((item) => isInScope(scope, item)).flatMap((item) => cardsOfItem(set.id, item))
	);
	const stored =
		log === null ? NOTHING_STORED : await readStored(log, [...material.keys()], fresh, isPartial(scope), at);
	const unseen = fresh.filter((card) => !stored.introduced.has(card));
	return {
		sets: material,
		due: {
			day: studyDayOf(at),
			now: at,
			learning: stored.learning.filter(({ card }) => inScope(card)),
			reviews: stored.reviews.filter(({ card }) => inScope(card)),
			fresh: unseen,
			limits,
			doneToday: stored.doneToday,
			answeredToday: stored.answeredToday
		},
		freshLeft: unseen.length,
		ahead: async (db) => {
			const counts = await dueByDay(db, { setIds: [...material.keys()], fromDay: studyDayOf(at), days: DAYS_AHEAD });
			return counts.ok ? counts.value : [];
		}
	};
}

type Stored = {
	readonly learning: readonly CardState[];
	readonly reviews: readonly CardState[];
	readonly introduced: ReadonlySet<CardId>;
	readonly doneToday: QueueInput['doneToday'];
	/** Cards with siblings that were answered today. */
	readonly answeredToday: readonly CardId[];
};

const NOTHING_STORED: Stored = {
	learning: [],
	reviews: [],
	introduced: new Set(),
	doneToday: { fresh: 0, reviews: 0 },
	answeredToday: []
};

/** More reviews than this are not looked at when a session picks from among them. */
const MOST_REVIEWS = 2000;

async function readStored(
	log: LogWriter,
	setIds: readonly string[],
	cards: readonly CardId[],
	partial: boolean,
	at: EpochMs
): Promise<Stored> {
	const { db } = log;
	const day = studyDayOf(at);
	const [due, counters, ...introduced] = await Promise.all([
		loadDue(db, { setIds, day, reviewLimit: MOST_REVIEWS }),
		todayCounters(db, day),
		...setIds.map((id) => introducedCards(db, id))
	]);
	if (!due.ok || !counters.ok) return NOTHING_STORED;
	// A damaged row is folded afresh from the log; its card is back at the next session.
	if (due.value.unreadable.length > 0) void refoldCards(db, due.value.unreadable, log.fold);
	const seen = new Set(introduced.flatMap((found) => (found.ok ? [...found.value] : [])));
	return {
		learning: due.value.learning,
		reviews: due.value.reviews,
		introduced: seen,
		answeredToday: await siblingsAnsweredOn(day, db, seen, cards),
		doneToday: { fresh: counters.value.newDone, reviews: partial ? 0 : counters.value.reviewsDone }
	};
}

/** Seen cards of items that still have unseen ones, as far as they were answered on the day: few, whatever the log holds. */
async function siblingsAnsweredOn(
	day: StudyDay,
	db: BackstoryDatabase,
	seen: ReadonlySet<CardId>,
	cards: readonly CardId[]
): Promise<CardId[]> {
	const half = new Set(cards.filter((card) => !seen.has(card)).map(itemKey));
	const states = await loadCards(
		db,
		[...seen].filter((card) => half.has(itemKey(card)))
	);
	return states.ok ? [...states.value.values()].filter(({ lastDay }) => lastDay === day).map(({ card }) => card) : [];
}

/** A card id without its part. */
function itemKey(card: CardId): string {
	return card.slice(0, card.lastIndexOf('.'));
}

async function allSetIds(app: App, log: LogWriter | null): Promise<string[]> {
	const bundled = app.library.banks.map(({ id }) => id);
	if (log === null) return bundled;
	const own = await listSets(log.db);
	return [...bundled, ...(own.ok ? own.value.map(({ id }) => id) : [])];
}

function toMaterialSet(set: StudySet, sources: ReadonlyMap<string, SourceName>): MaterialSet {
	return { id: set.id, lang: set.lang, topics: set.topics, items: itemsByNumber(set), sources };
}
