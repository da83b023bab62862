import type { QueueInput } from '$lib/domain/build-queue';
import { cardsOfItem, toCardAddress, type CardId } from '$lib/domain/card';
import { limitsOn } from '$lib/domain/daily-limits';
import type { Item } from '$lib/domain/item';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { studyDayOf } from './clock';
import { itemsByNumber, type SourceName } from './library.svelte';
import { isInScope, isPartial, type StudyScope } from './study-scope';
import type { StoredCards, StudyStorage } from './study-storage';

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
	const sets = await loadSets(app, scope, storage);
	if (sets.length === 0) return null;
	const material = new Map(
		await Promise.all(sets.map(async (set) => [set.id, toMaterialSet(set, await app.library.sources(set.id))] as const))
	);
	const inScope = (card: CardId): boolean => {
		const { setId, item } = toCardAddress(card);
		const found = material.get(setId)?.items.get(item);
		return found !== undefined && isInScope(scope, found);
	};
	const cards = sets.flatMap((set) =>
		set.items.filter((item) => isInScope(scope, item)).flatMap((item) => cardsOfItem(set.id, item))
	);
	const read = await storage?.read([...material.keys()], isPartial(scope), at);
	const stored = read?.ok === true ? read.value : NOTHING_STORED;
	const fresh = cards.filter((card) => !stored.introduced.has(card));
	return {
		sets: material,
		due: {
			day: studyDayOf(at),
			now: at,
			learning: stored.learning.filter(({ card }) => inScope(card)),
			reviews: stored.reviews.filter(({ card }) => inScope(card)),
			fresh,
			...limitsFor(app, scope, at),
			doneToday: stored.doneToday,
			setsDoneToday: stored.setsDoneToday,
			answeredToday: stored.answeredToday,
			options: app.preferences.current,
			parameters: stored.parameters
		},
		freshLeft: fresh.length,
		unbegun: new Set(sets.filter((set) => !isBegun(set, stored.introduced)).map(({ id }) => id)),
		problem: read?.ok === false ? read.error : null
	};
}

const NOTHING_STORED: StoredCards = {
	learning: [],
	reviews: [],
	introduced: new Set(),
	doneToday: { fresh: 0, reviews: 0 },
	setsDoneToday: new Map(),
	answeredToday: [],
	parameters: DEFAULT_PARAMETERS
};

/** Someone who picks a paragraph or a selection means those cards: only the day's new ones stay limited. */
function limitsFor({ preferences }: App, scope: StudyScope, at: EpochMs): Pick<QueueInput, 'limits' | 'setLimits'> {
	const limits = limitsOn(preferences.limits, studyDayOf(at));
	const { sets } = preferences.limits;
	if (!isPartial(scope)) return { limits, setLimits: sets };
	return {
		limits: { ...limits, reviews: Infinity },
		setLimits: sets.map((set) => ({ ...set, reviews: null }))
	};
}

/** @returns the cards of the item that a card belongs to, itself among them */
export function partsOf(material: SessionMaterial, card: CardId): CardId[] {
	const { setId, item: number } = toCardAddress(card);
	const item = material.sets.get(setId)?.items.get(number);
	return item === undefined ? [] : cardsOfItem(setId, item);
}

async function loadSets(app: App, scope: StudyScope, storage: StudyStorage | null): Promise<StudySet[]> {
	const bundled = app.library.banks.map(({ id }) => id);
	const ids = scope.setId === null ? [...bundled, ...((await storage?.setIds()) ?? [])] : [scope.setId];
	const sets = await Promise.all(ids.map((id) => app.library.set(id)));
	return sets.filter((set) => set !== null);
}

function isBegun(set: StudySet, introduced: ReadonlySet<CardId>): boolean {
	return (
		introduced.size > 0 && set.items.some((item) => cardsOfItem(set.id, item).some((card) => introduced.has(card)))
	);
}

function toMaterialSet(set: StudySet, sources: ReadonlyMap<string, SourceName>): MaterialSet {
	return { id: set.id, lang: set.lang, topics: set.topics, items: itemsByNumber(set), sources };
}
