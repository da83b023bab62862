import { BLOCK_EVENTS } from '$lib/storage/seal-log';
import type { Refolded } from '$lib/storage/refold';
import type { StorageError } from '$lib/storage/storage-error';
import { now } from './clock';
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

/** Packs old answers once there are enough of them; to be called when the browser has nothing else to do. */
export async function sealWhenDue(database: DatabaseAccess): Promise<void> {
	const opened = await database.open();
	// Twice a block: the young half stays unpacked.
	if (!opened.ok || (await opened.value.events.count()) < 2 * BLOCK_EVENTS) return;
	await runOnLog({ kind: 'seal', now: now() });
}
