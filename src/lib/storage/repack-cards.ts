import { ok, type Result } from '$lib/domain/result';
import { joinStates, readRawStates } from './card-reader';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { cardStateTables, packCards, putPacked } from './packed-cards';
import { isSameTail, readTail, refoldLog } from './refold';
import type { StorageError } from './storage-error';

/**
 * Packs the states of cards as they are stored, once many stand in rows. Nothing is folded.
 * @returns how many rows there were; any storage error
 */
export async function repackCards(db: BackstoryDatabase): Promise<Result<number, StorageError>> {
	for (;;) {
		const read = await inTransaction(db, 'r', [...cardStateTables(db), db.counters], async () => ({
			raw: await readRawStates(db),
			tail: await readTail(db)
		}));
		if (!read.ok) return read;
		const { states, rows, isDamaged } = joinStates(read.value.raw);
		// What is damaged has to be folded; packed as it is it would be gone without a trace.
		if (isDamaged) {
			const folded = await refoldLog(db);
			return folded.ok ? ok(rows) : folded;
		}
		const packed = packCards(states.values());
		const written = await inTransaction(db, 'rw', [...cardStateTables(db), db.counters], async () => {
			if (!isSameTail(read.value.tail, await readTail(db))) return false;
			await putPacked(db, packed);
			return true;
		});
		if (!written.ok) return written;
		if (written.value) return ok(rows);
	}
}

/** @returns how many cards stand in rows that could be packed; any storage error */
export function countPackable(db: BackstoryDatabase): Promise<Result<number, StorageError>> {
	return inTransaction(db, 'r', [db.cards], async () => {
		const [all, waiting] = await Promise.all([db.cards.count(), db.cards.orderBy('readyAt').count()]);
		return all - waiting;
	});
}
