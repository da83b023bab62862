import { toCardColumns, type CardColumns } from '$lib/domain/card-columns';
import { ok, type Result } from '$lib/domain/result';
import { joinStates, readRawStates } from '$lib/storage/card-reader';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { cardStateTables } from '$lib/storage/packed-cards';
import type { StorageError } from '$lib/storage/storage-error';

/**
 * Reads the present states of all cards of some sets, as columns. Cards of other sets (deleted ones) and damaged rows are
 * left out.
 * @returns any storage error
 */
export async function readCards(
	database: BackstoryDatabase,
	setIds: ReadonlySet<string>
): Promise<Result<CardColumns, StorageError>> {
	const raw = await inTransaction(database, 'r', cardStateTables(database), () => readRawStates(database));
	if (!raw.ok) return raw;
	const { states } = joinStates(raw.value);
	return ok(toCardColumns([...states.values()].filter(({ setId }) => setIds.has(setId))));
}
