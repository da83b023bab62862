import { compareEvents } from '$lib/domain/event';
import { encodeBlock } from '$lib/domain/log/block';
import { isPackable } from '$lib/domain/log/is-packable';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import { toBlockRow } from './block-row';
import { inTransaction, withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { parseLearningEvent } from './event-parser';
import { toIdPrefix } from './id-prefix';
import type { StorageError } from './storage-error';

/** Events in one block: enough that a block is worth its row, and few enough that one is unpacked in milliseconds. */
export const BLOCK_EVENTS = 4096;

/** Younger events are still asked for by themselves: today's answers, and what can be undone. */
const YOUNG_MS = 3 * DAY_MS;

/**
 * Packs old events into blocks, one after another, as long as there are enough of them for one.
 * A page that came without encryption has nothing to name blocks by: there, events stay as they are.
 * @returns how many were packed; any storage error
 */
export async function sealOldEvents(db: BackstoryDatabase, now: EpochMs): Promise<Result<number, StorageError>> {
	let sealed = 0;
	if (!('subtle' in crypto)) return ok(sealed);
	for (;;) {
		const block = await sealOne(db, now - YOUNG_MS);
		if (!block.ok) return block;
		if (block.value === 0) return ok(sealed);
		sealed += block.value;
	}
}

async function sealOne(db: BackstoryDatabase, until: EpochMs): Promise<Result<number, StorageError>> {
	const read = await withReconnect(db, () =>
		db.events.where('id').below(toIdPrefix(until)).limit(BLOCK_EVENTS).toArray()
	);
	if (!read.ok) return read;
	const events = read.value
		.map(parseLearningEvent)
		.filter((event) => event !== null)
		.filter(isPackable)
		.sort(compareEvents);
	// Rows that no block can hold stay; too many of them, and there is nothing to gain.
	if (read.value.length < BLOCK_EVENTS || events.length < BLOCK_EVENTS / 2) return ok(0);
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	const row = await toBlockRow(encodeBlock(builder.finish()));
	if (row === null) throw new Error('A block that was just made cannot be read');
	return inTransaction(db, 'rw', [db.events, db.blocks], async () => {
		await Promise.all([db.blocks.put(row), db.events.bulkDelete(events.map(({ id }) => id))]);
		return events.length;
	});
}
