import { err, ok, type Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { hasCryptography } from '$lib/share/has-cryptography';
import type { Vault } from '$lib/share/vault';
import { readSyncMemory, writeSyncMemory } from '$lib/storage/sync-memory';
import type { DatabaseAccess } from '../database.svelte';
import { enterVault } from './enter-vault';
import type { FindError } from './find-storage';
import type { StorageKind } from './offered-storage';
import { Remote } from './remote';
import type { Synced } from './sync-log';
import { syncNow, type SyncNowError } from './sync-now';

export type StorageStep =
	| { readonly kind: 'starting' }
	/** The page came without encryption, and so without what files are encrypted with. */
	| { readonly kind: 'insecure' }
	/** No connection, and without one not even a storage can be chosen. `isKnown`: one was connected before. */
	| { readonly kind: 'offline'; readonly isKnown: boolean }
	| { readonly kind: 'choosing'; readonly error: FindError | null }
	/** Connected, and the passphrase is needed. */
	| { readonly kind: 'locked'; readonly error: SyncNowError | null }
	| { readonly kind: 'ready'; readonly error: SyncNowError | null; readonly synced: Synced | null };

/** A storage that could not be reached is tried again so often, while somebody looks at the page. */
const RETRY_MS = 30_000;

/** What a storage is reached by. Tests put their own in its place. */
export type StorageWays = {
	readonly open: () => Promise<Pick<Remote, 'isConnected' | 'address' | 'store' | 'connect' | 'disconnect'> | null>;
	readonly sync: typeof syncNow;
	readonly retryMs: number;
};

const WAYS: StorageWays = { open: () => Remote.open(), sync: syncNow, retryMs: RETRY_MS };

/**
 * Connecting to a storage of the learner's own, and syncing with it when they ask, or when a storage that could not be
 * reached can be reached again.
 */
export class StorageSync {
	readonly #getDatabase: () => DatabaseAccess;
	readonly #onmerged: () => void;
	readonly #ways: StorageWays;
	#remote: Awaited<ReturnType<StorageWays['open']>> = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#step = $state.raw<StorageStep>({ kind: 'starting' });
	#isBusy = $state(false);
	#lastAt = $state<EpochMs | null>(null);

	/** @param onmerged called when the log may have grown */
	constructor(getDatabase: () => DatabaseAccess, onmerged: () => void, ways = WAYS) {
		this.#getDatabase = getDatabase;
		this.#onmerged = onmerged;
		this.#ways = ways;
	}

	get step(): StorageStep {
		return this.#step;
	}
	get isBusy(): boolean {
		return this.#isBusy;
	}
	get lastAt(): EpochMs | null {
		return this.#lastAt;
	}
	get address(): string {
		return this.#remote?.address ?? '';
	}

	/** Looks what this device remembers and whether it is connected. Without a network it says so. */
	async start(): Promise<void> {
		if (!hasCryptography()) {
			this.#step = { kind: 'insecure' };
			return;
		}
		const memory = await this.#memory();
		this.#lastAt = memory?.lastAt ?? null;
		this.#remote = await this.#ways.open();
		if (this.#remote === null) this.#step = { kind: 'offline', isKnown: memory !== null };
		else if (!this.#remote.isConnected) this.#step = { kind: 'choosing', error: null };
		else if (memory === null) this.#step = { kind: 'locked', error: null };
		else this.#step = { kind: 'ready', error: null, synced: null };
	}

	/** Goes on where a missing connection stopped it; to be called when there may be one again. */
	async goOn(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#step.kind === 'offline') await this.start();
		if (this.#step.kind === 'ready') await this.sync();
	}

	/** Nobody looks any more. */
	end(): void {
		clearTimeout(this.#timer);
	}

	async connect(kind: StorageKind, address: string): Promise<void> {
		const left = await this.#alone(() => this.#remote?.connect(kind, address.trim()) ?? Promise.resolve(ok(null)));
		if (left?.ok === false) this.#step = { kind: 'choosing', error: left.error };
	}

	/** Opens the storage with a passphrase, or makes it safe with a new one, and syncs. */
	async unlock(passphrase: string): Promise<void> {
		const store = this.#remote?.store;
		const opened = await this.#getDatabase().open();
		if (store === undefined || !opened.ok) return;
		const entered = await this.#alone(async (): Promise<Result<Vault, SyncNowError>> => {
			const vault = await enterVault(store, passphrase, null);
			if (!vault.ok) return vault;
			const memory = { key: vault.value.key, vault: vault.value.bytes, seen: new Map(), lastAt: null };
			const kept = await writeSyncMemory(opened.value, memory);
			return kept.ok ? vault : err({ kind: 'local', error: kept.error });
		});
		if (entered?.ok === false) this.#step = { kind: 'locked', error: entered.error };
		if (entered?.ok === true) await this.sync();
	}

	async sync(): Promise<void> {
		const store = this.#remote?.store;
		if (store === undefined) return;
		const done = await this.#alone(() => this.#ways.sync(this.#getDatabase(), store));
		if (done === null) return;
		clearTimeout(this.#timer);
		if (!done.ok && done.error.kind === 'offline') {
			this.#timer = setTimeout(() => void this.goOn(), this.#ways.retryMs);
		}
		this.#step = { kind: 'ready', error: done.ok ? null : done.error, synced: done.ok ? done.value : null };
		this.#lastAt = (await this.#memory())?.lastAt ?? null;
		this.#onmerged();
	}

	/** Forgets the storage and its passphrase. What is there stays there, and what is here stays here. */
	async disconnect(): Promise<void> {
		clearTimeout(this.#timer);
		this.#remote?.disconnect();
		const opened = await this.#getDatabase().open();
		if (opened.ok) await writeSyncMemory(opened.value, null);
		this.#lastAt = null;
		this.#step = { kind: 'choosing', error: null };
	}

	async #memory() {
		const opened = await this.#getDatabase().open();
		const memory = opened.ok ? await readSyncMemory(opened.value) : opened;
		return memory.ok ? memory.value : null;
	}

	/** @returns null when something else is under way */
	async #alone<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E> | null> {
		if (this.#isBusy) return null;
		this.#isBusy = true;
		try {
			return await work();
		} finally {
			this.#isBusy = false;
		}
	}
}
