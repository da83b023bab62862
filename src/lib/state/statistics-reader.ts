import type { CardId } from '$lib/domain/card';
import { ok, type Result } from '$lib/domain/result';
import type { Statistics } from '$lib/domain/statistics/statistics';
import type { StudyDay } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import { readAnswers } from './answer-source';
import type { App } from './app.svelte';
import { nameCards, type CardName } from './card-names';
import { readCards } from './card-source';
import { openLog } from './learning-log';
import { runStatistics } from './run-statistics';
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

/** Reads log and cards and works out the statistics. @returns null when nothing was ever answered; any storage error */
export async function readStatistics(app: App, today: StudyDay): Promise<Result<StatisticsRead | null, StorageError>> {
	// Opened as for writing: answers that a dying tab left in the journal count too.
	const log = await openLog(app.database);
	if (!log.ok) return log;
	const { db: database, parameters } = log.value;
	const answers = await readAnswers();
	if (!answers.ok) return answers;
	if (answers.value.card.length === 0) return ok(null);
	const sets = await setsInShort(app, database);
	if (!sets.ok) return sets;
	const cards = await readCards(database, new Set(sets.value.map(({ id }) => id)));
	if (!cards.ok) return cards;
	const topics = await readTopics(sets.value, app.library);
	const statistics = await runStatistics({
		answers: answers.value,
		cards: cards.value,
		topics: topics.index,
		params: parameters,
		today
	});
	const names = await nameCards(cardsNamedIn(statistics), sets.value, { database, library: app.library });
	const total = sets.value.reduce((sum, set) => sum + set.cards, 0);
	return ok({ statistics, topics: topics.names, names, cards: total, desired: parameters.desiredRetention });
}

function cardsNamedIn({ hardest, confident, lookAlikes }: Statistics): CardId[] {
	const single = [...hardest, ...confident].map(({ card }) => card);
	return [...new Set([...single, ...lookAlikes.flatMap(({ cards }) => cards)])];
}
