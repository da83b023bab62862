import type { QueueInput } from '$lib/domain/build-queue';
import { cardsOfItem, toCardAddress, type CardId } from '$lib/domain/card';
import { limitsOn } from '$lib/domain/daily-limits';
import type { Item } from '$lib/domain/item';
import type { PlannedCards } from '$lib/domain/plan/with-plan';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import type { SetRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { studyDayOf } from './clock';
import { itemsByNumber } from './library.svelte';
import { SourceNames } from './source-names.svelte';
import { isInScope, isPartial, type StudyScope } from './study-scope';
import type { StoredCards, StudyStorage } from './study-storage';

/** A set as a session uses it. */
export type MaterialSet = Pick<StudySet, 'id' | 'lang' | 'topics'> & {
	readonly items: ReadonlyMap<number, Item>;
	readonly sources: SourceNames;
};

export type SessionMaterial = {
	/** Of large libraries, with the items that this session may show only. */
	readonly sets: ReadonlyMap<string, MaterialSet>;
	/** Every set the session is about. */
	readonly setIds: readonly string[];
	readonly due: Omit<QueueInput, 'last'>;
	/** What the plan in force says about them; null where it says nothing. */
	readonly planned: PlannedCards | null;
	/** New cards of the scope that no session has shown yet, today's included. */
	readonly freshLeft: number;
	/** The sets of which no card was ever answered here. */
	readonly unbegun: ReadonlySet<string>;
	/** Why what is stored could not be read; every card then counts as new. */
	readonly problem: StorageError | null;
};

/**
 * Gathers a session's cards: the items of its sets and, by index, the due ones among them.
 * @param storage null when there is nothing to read: every card is then new
 * @returns null when the scope names a set that is not on this device
 */
export async function loadMaterial(
	app: App,
	scope: StudyScope,
	storage: StudyStorage | null,
	at: EpochMs
): Promise<SessionMaterial | null> {
	const limits = limitsFor(app, scope, at);
	const begun = performance.now();
	const bundled = app.library.banks.map(({ id }) => id);
	const read = await storage?.read({
		setId: scope.setId,
		bundled,
		partial: isPartial(scope),
		reviewLimit: reviewsToRead(app, limits),
		at
	});
	// For `npm run bench`, and for whoever looks into the browser's own profiler.
	performance.measure('backstory-due', { start: begun });
	const stored =
		read?.ok === true ? read.value : { ...NOTHING_STORED, setIds: scope.setId === null ? bundled : [scope.setId] };
	const { sets: rows, setIds: ids } = stored;
	const unseen = rows
		.map(({ id, cardCount }) => ({ id, cards: cardCount - (stored.introducedCounts.get(id) ?? 0) }))
		.filter(({ cards }) => cards > 0);
	const whole = await loadSets(app, ids, setsForFresh(app, unseen, limits));
	if (whole.length === 0 && rows.length === 0) return null;
	const material = new Map(whole.map((set) => [set.id, toMaterialSet(app, set)]));
	const planned = await planFor(app, scope, stored, at);
	const due = [...stored.learning, ...stored.reviews, ...(planned?.cards ?? [])];
	for (const set of await loadParts(app, storage, rows, due, material)) material.set(set.id, set);
	const inScope = (card: CardId): boolean => {
		const { setId, item } = toCardAddress(card);
		const found = material.get(setId)?.items.get(item);
		return found !== undefined && isInScope(scope, found);
	};
	const introduced = (await storage?.introduced(whole.map(({ id }) => id))) ?? new Set();
	const fresh = whole.flatMap((set) =>
		set.items
			.filter((item) => isInScope(scope, item))
			.flatMap((item) => cardsOfItem(set.id, item))
			.filter((card) => !introduced.has(card))
	);
	const elsewhere = unseen.filter(({ id }) => whole.every((set) => set.id !== id));
	return {
		sets: material,
		setIds: ids,
		due: {
			day: studyDayOf(at),
			now: at,
			learning: stored.learning.filter(({ card }) => inScope(card)),
			reviews: stored.reviews.filter(({ card }) => inScope(card)),
			fresh,
			...limits,
			doneToday: stored.doneToday,
			setsDoneToday: stored.setsDoneToday,
			answeredToday: stored.answeredToday,
			options: app.preferences.current,
			parameters: stored.parameters
		},
		planned,
		freshLeft: fresh.length + elsewhere.reduce((sum, { cards }) => sum + cards, 0),
		unbegun: new Set(ids.filter((id) => (stored.introducedCounts.get(id) ?? 0) === 0)),
		problem: read?.ok === false ? read.error : null
	};
}

type Limits = Pick<QueueInput, 'limits' | 'setLimits'>;

/** How many cards of a set nobody has seen. */
type UnseenCards = { readonly id: string; readonly cards: number };

/** More new cards are looked at than the limit lets through: siblings of others wait. */
const SPARE_CARDS = 20;

/** In the order of their due days a session needs no more than the day's; whatever else decides has to see them all. */
function reviewsToRead({ preferences }: App, { limits, setLimits }: Limits): number {
	const { reviewOrder, buryReviewSiblings } = preferences.current;
	const passesOver = buryReviewSiblings || setLimits.some(({ reviews }) => reviews !== null);
	return reviewOrder === 'due' && !passesOver ? limits.reviews + SPARE_CARDS : Infinity;
}

/** As many of the sets with new cards as it takes to find the day's; any order but that of the sets has to see them all. */
function setsForFresh({ preferences }: App, unseen: readonly UnseenCards[], { limits, setLimits }: Limits): string[] {
	if (preferences.current.newOrder !== 'position') return unseen.map(({ id }) => id);
	const wanted: string[] = [];
	let found = 0;
	for (const { id, cards } of unseen) {
		if (found >= limits.fresh + SPARE_CARDS) break;
		wanted.push(id);
		found += Math.min(cards, setLimits.find(({ setId }) => setId === id)?.fresh ?? Infinity);
	}
	return wanted;
}

/** Loads the one set asked for, or the bundled ones and those others that are named. */
async function loadSets(app: App, ids: readonly string[], others: readonly string[]): Promise<StudySet[]> {
	const wanted = ids.length === 1 ? ids : [...app.library.banks.map(({ id }) => id), ...others];
	const sets = await Promise.all(wanted.map((id) => app.library.set(id)));
	return sets.filter((set) => set !== null);
}

/** Of sets that have due cards only, the items of those cards. */
async function loadParts(
	app: App,
	storage: StudyStorage | null,
	rows: readonly SetRow[],
	due: readonly { readonly card: CardId }[],
	known: ReadonlyMap<string, MaterialSet>
): Promise<MaterialSet[]> {
	const numbers = new Map<string, Set<number>>();
	for (const { card } of due) {
		const { setId, item } = toCardAddress(card);
		if (known.has(setId)) continue;
		const ofSet = numbers.get(setId);
		if (ofSet === undefined) numbers.set(setId, new Set([item]));
		else ofSet.add(item);
	}
	const wanted = rows.filter(({ id }) => numbers.has(id));
	if (wanted.length === 0 || storage === null) return [];
	const items = await storage.items(new Map(wanted.map(({ id }) => [id, [...(numbers.get(id) ?? [])]])));
	return wanted.map(({ id, lang, topics }) => {
		return {
			id,
			lang,
			topics,
			items: items.get(id) ?? new Map<number, Item>(),
			sources: new SourceNames(app.library, id)
		};
	});
}

const NOTHING_STORED: StoredCards = {
	sets: [],
	setIds: [],
	learning: [],
	reviews: [],
	introducedCounts: new Map(),
	doneToday: { fresh: 0, reviews: 0 },
	setsDoneToday: new Map(),
	answeredToday: [],
	parameters: DEFAULT_PARAMETERS
};

/** Someone who picks a paragraph or a selection means those cards: only the day's new ones stay limited. */
function limitsFor({ preferences }: App, scope: StudyScope, at: EpochMs): Limits {
	const limits = limitsOn(preferences.limits, studyDayOf(at));
	const { sets } = preferences.limits;
	if (!isPartial(scope)) return { limits, setLimits: sets };
	return {
		limits: { ...limits, reviews: Infinity },
		setLimits: sets.map((set) => ({ ...set, reviews: null }))
	};
}

/** What the plan in force says about a session. Someone who picks a selection means just those cards. */
async function planFor(
	app: App,
	scope: StudyScope,
	{ setIds, answeredToday, parameters }: StoredCards,
	at: EpochMs
): Promise<PlannedCards | null> {
	const { plan } = app.preferences.current;
	if (plan === null || isPartial(scope)) return null;
	const { planSession } = await import('./planned-cards');
	return planSession(app, { plan, setIds, answeredToday, parameters, day: studyDayOf(at) });
}

/** @returns the cards of the item that a card belongs to, itself among them */
export function partsOf(material: SessionMaterial, card: CardId): CardId[] {
	const { setId, item: number } = toCardAddress(card);
	const item = material.sets.get(setId)?.items.get(number);
	return item === undefined ? [] : cardsOfItem(setId, item);
}

function toMaterialSet({ library }: App, set: StudySet): MaterialSet {
	const { id, lang, topics } = set;
	return { id, lang, topics, items: itemsByNumber(set), sources: new SourceNames(library, id) };
}
