import { ok, type Result } from '$lib/domain/result';
import type { BackstoryDatabase } from '$lib/storage/database';
import { listSets } from '$lib/storage/set-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';

/** A set in short. */
export type SetInShort = {
	readonly id: string;
	readonly title: string;
	readonly lang: string;
	readonly items: number;
	readonly cards: number;
	/** Whether it has topics. */
	readonly hasTopics: boolean;
};

/** @returns all sets on this device, without their items; any storage error */
export async function setsInShort(
	app: App,
	database: BackstoryDatabase
): Promise<Result<readonly SetInShort[], StorageError>> {
	const stored = await listSets(database);
	if (!stored.ok) return stored;
	const bundled = app.library.banks.map(({ id, title, lang, count, cards }) => ({
		id,
		title,
		lang,
		items: count,
		cards,
		hasTopics: true
	}));
	const own = stored.value.map(({ id, title, lang, itemCount, cardCount, topics }) => ({
		id,
		title,
		lang,
		items: itemCount,
		cards: cardCount,
		hasTopics: topics.length > 0
	}));
	return ok([...bundled, ...own]);
}
