import { BLOCK_EVENTS } from '$lib/storage/seal-log';
import { isUnfolded, MANY_ROWS, type Refolded } from '$lib/storage/refold';
import { countPackable } from '$lib/storage/repack-cards';
import { keepShelf } from '$lib/storage/shelf';
import type { StorageError } from '$lib/storage/storage-error';
import { isSummaryOld } from '$lib/storage/summary-age';
import { deleteOldWork } from '$lib/storage/work-store';
import { now, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { runOnLog } from './log-worker';

/** What working everything out anew has come to. */
export type RefoldStep =
	| { readonly kind: 'idle' }
	| { readonly kind: 'running'; readonly share: number }
	| { readonly kind: 'done'; readonly found: Refolded }
	| { readonly kind: 'failed'; readonly error: StorageError };

/** Works memory, due days and counters out anew from the answers, for whoever does not trust them. */
export class RefoldDesk {
	#step = $state.raw<RefoldStep>({ kind: 'idle' });

	get step(): RefoldStep {
		return this.#step;
	}

	async run(): Promise<void> {
		this.#step = { kind: 'running', share: 0 };
		const folded = await runOnLog({ kind: 'refold' }, (share) => (this.#step = { kind: 'running', share }));
		this.#step = folded.ok ? { kind: 'done', found: folded.value } : { kind: 'failed', error: folded.error };
	}
}

/**
 * Folds what was merged by a tab that was closed before it could, packs old answers and the states of cards once there are
 * enough of them, keeps in short what sessions and statistics need, and gives up what was begun and left alone for too
 * long; to be called when the browser has nothing else to do.
 */
export async function keepLogInOrder(database: DatabaseAccess): Promise<void> {
	const opened = await database.open();
	if (!opened.ok) return;
	const unfolded = await isUnfolded(opened.value);
	if (unfolded.ok && unfolded.value) await runOnLog({ kind: 'refold' });
	const rows = await countPackable(opened.value);
	if (rows.ok && rows.value > MANY_ROWS) await runOnLog({ kind: 'repack' });
	// Twice a block: the young half stays unpacked.
	if ((await opened.value.events.count()) >= 2 * BLOCK_EVENTS) await runOnLog({ kind: 'seal', now: now() });
	await keepShelf(opened.value);
	await deleteOldWork(opened.value, now());
	const isOld = await isSummaryOld(opened.value);
	if (!isOld.ok || !isOld.value) return;
	const at = now();
	await runOnLog({ kind: 'sum-up', moment: { at, day: studyDayOf(at) } });
}
