import { hasCryptography } from '$lib/share/has-cryptography';
import { readSyncMemory } from '$lib/storage/sync-memory';
import type { App } from '../app.svelte';
import { now } from '../clock';
import { Remote } from './remote';
import { syncNow } from './sync-now';

/** A session that ends sooner after the last time is told the next time. */
const REST_MS = 60_000;

let lastTry = 0;

/** Syncs if the learner has connected a storage and there is a network. Says nothing: the sync page tells how it went. */
export async function autoSync(app: App): Promise<void> {
	// A page that came without encryption has nothing to encrypt with: the sync page says so.
	if (!hasCryptography() || !navigator.onLine || now() - lastTry < REST_MS || !(await app.database.mayHoldData()))
		return;
	lastTry = now();
	const opened = await app.database.open();
	const memory = opened.ok ? await readSyncMemory(opened.value) : opened;
	if (!memory.ok || memory.value === null) return;
	const remote = await Remote.open();
	if (remote?.isConnected !== true) return;
	const synced = await syncNow(app.database, remote.store);
	// Told at once when there is a connection again.
	if (!synced.ok && synced.error.kind === 'offline') lastTry = 0;
	if (synced.ok && synced.value.events + synced.value.parameters > 0) await app.home.refresh();
}
