import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, vi } from 'vitest';
import { ok } from '$lib/domain/result';
import { App } from '$lib/state/app.svelte';
import type { BackstoryDatabase } from '$lib/storage/database';
import { memoryStore, openIn } from '../../storage/support';

/** The app of one tab, with a database of its own or that of another tab; nothing of the page is touched. */
export async function appOver(db?: BackstoryDatabase): Promise<{ readonly app: App; readonly db: BackstoryDatabase }> {
	const database = db ?? (await openIn(new IDBFactory()));
	const app = new App(() => false);
	vi.spyOn(app.database, 'open').mockResolvedValue(ok(database));
	vi.spyOn(app.database, 'mayHoldData').mockResolvedValue(true);
	vi.spyOn(app.home, 'refresh').mockResolvedValue();
	vi.spyOn(app, 'keepStorage').mockResolvedValue();
	return { app, db: database };
}

/** For each test an empty localStorage and a page without a look of its own, which Node lacks. */
export function stubPage(): void {
	beforeEach(() => {
		vi.stubGlobal('localStorage', memoryStore());
		vi.stubGlobal('document', { documentElement: { dataset: {} } });
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
	});
}

/** The tab's own storage, which Node lacks. @returns what is in it */
export function stubTabStorage(): Map<string, string> {
	const entries = new Map<string, string>();
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => entries.get(key) ?? null,
		setItem: (key: string, value: string) => void entries.set(key, value),
		removeItem: (key: string) => void entries.delete(key)
	});
	return entries;
}

/** The browser's locks, which Node lacks; nobody here waits in vain. */
export function stubLocks(): void {
	const held = new Map<string, Promise<void>>();
	const request = async (
		name: string,
		{ ifAvailable }: LockOptions,
		work: (lock: object | null) => Promise<void> | undefined
	) => {
		if (ifAvailable === true && held.has(name)) return work(null);
		while (held.has(name)) await held.get(name);
		const working = Promise.resolve(work({ name })).finally(() => held.delete(name));
		held.set(name, working);
		await working;
	};
	vi.stubGlobal('navigator', { locks: { request } });
}
