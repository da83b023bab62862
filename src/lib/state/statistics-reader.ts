import type { CardId } from '$lib/domain/card';
import { ok, type Result } from '$lib/domain/result';
import type { Statistics } from '$lib/domain/statistics/statistics';
import type { StorageError } from '$lib/storage/storage-error';
import type { Moment } from '$lib/storage/sum-up';
import type { App } from './app.svelte';
import { nameCards, type CardName } from './card-names';
import { openLog } from './learning-log';
import { LogWorker } from './log-worker';
import { setsInShort } from './sets-in-short';
import { readTopics, type TopicName } from './topic-source';

/** The statistics with the words that the screen needs for them. */
export type StatisticsRead = {
	readonly statistics: Statistics;
	/** In the order of the statistics' topics. */
	readonly topics: readonly TopicName[];
	/** The questions of the cards that the statistics name. */
	readonly names: ReadonlyMap<CardId, CardName>;
	/** Cards of all sets, seen or not. */
	readonly cards: number;
	/** Recall at which cards are meant to come back, 0 to 1. */
	readonly desired: number;
};

/** Sums up log and cards in a worker. @returns null when nothing was ever answered; any storage error */
export async function readStatistics(app: App, moment: Moment): Promise<Result<StatisticsRead | null, StorageError>> {
	// Both load while the page finds out what to ask.
	const worker = new LogWorker();
	const banks = Promise.all(app.library.banks.map(({ id }) => app.library.set(id)));
	try {
		// Opened as for writing: answers that a dying tab left in the journal count too.
		const log = await openLog(app.database);
		if (!log.ok) return log;
		const { db: database, parameters } = log.value;
		const sets = await setsInShort(app, database);
		if (!sets.ok) return sets;
		await banks;
		const topics = await readTopics(sets.value, app.library);
		const setIds = sets.value.map(({ id }) => id);
		const read = await worker.run({ kind: 'statistics', moment, topics: topics.index, setIds });
		if (!read.ok || read.value === null) return read.ok ? ok(null) : read;
		const names = await nameCards(cardsNamedIn(read.value), sets.value, { database, library: app.library });
		const cards = sets.value.reduce((sum, set) => sum + set.cards, 0);
		return ok({ statistics: read.value, topics: topics.names, names, cards, desired: parameters.desiredRetention });
	} finally {
		worker.end();
	}
}

function cardsNamedIn({ hardest, confident }: Statistics): CardId[] {
	return [...new Set([...hardest, ...confident].map(({ card }) => card))];
}
