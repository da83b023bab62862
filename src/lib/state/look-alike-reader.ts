import type { CardId } from '$lib/domain/card';
import { ok, type Result } from '$lib/domain/result';
import type { LookAlikes } from '$lib/domain/statistics/look-alikes';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import { listAttempts } from '$lib/storage/attempt-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { nameCards, type CardName } from './card-names';
import { runOnLog } from './log-worker';
import { setsInShort } from './sets-in-short';

/** Cards taken for each other, with the questions of them all. */
export type LookAlikesRead = {
	readonly pairs: readonly LookAlikes[];
	readonly names: ReadonlyMap<CardId, CardName>;
};

/** Half a year. */
const LOOKED_AT = 182 * DAY_MS;

/** Finds, in a worker, the cards that were taken for each other in quizzes. @returns any storage error */
export async function readLookAlikes(app: App, at: EpochMs): Promise<Result<LookAlikesRead, StorageError>> {
	const database = await app.database.open();
	if (!database.ok) return database;
	const latest = await listAttempts(database.value, 1);
	if (!latest.ok) return latest;
	if (latest.value.length === 0) return ok({ pairs: [], names: new Map() });
	const loaded = await Promise.all(app.library.banks.map(({ id }) => app.library.set(id)));
	const bundled = loaded.filter((set) => set !== null);
	const found = await runOnLog({ kind: 'look-alikes', bundled, since: at - LOOKED_AT });
	if (!found.ok) return found;
	const sets = await setsInShort(app, database.value);
	if (!sets.ok) return sets;
	const cards = [...new Set(found.value.flatMap((pair) => pair.cards))];
	const names = await nameCards(cards, sets.value, { database: database.value, library: app.library });
	return ok({ pairs: found.value, names });
}
