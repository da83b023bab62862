import { err, ok, type Result } from '$lib/domain/result';
import { encodeBase32 } from '$lib/share/base32';
import type { Bytes } from '$lib/share/bytes';
import { openBytes, sealBytes } from '$lib/share/vault';
import { toBlockRow } from '$lib/storage/block-row';
import { decodeBundle, encodeBundle, type Bundle } from '$lib/storage/log-bundle';
import type { SyncParts } from '$lib/storage/log-parts';
import type { Merged } from '$lib/storage/merge-log';
import type { ArrivedLog, BlockRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import { inTurns } from './in-turns';
import type { StoreError, SyncStore } from './sync-store';

/** The log on this device. */
export type LocalLog = {
	read(): Promise<Result<SyncParts, StorageError>>;
	merge(arrived: ArrivedLog): Promise<Result<Merged, StorageError>>;
};

export type SyncError = StoreError | { readonly kind: 'local'; readonly error: StorageError };

/** What came of it. */
export type Synced = Merged & {
	/** Files that were written. */
	readonly sent: number;
	/** Files that this passphrase does not open, or that were written only half. */
	readonly locked: number;
};

/** In place of a path: a digest of the events that this device wrote last. */
const OWN_TAIL = 'own-tail';

/** The revision in which each file was last known to be whole: it need not be looked at again. */
export type SeenFiles = ReadonlyMap<string, string>;

type SyncInput = {
	readonly store: SyncStore;
	readonly key: CryptoKey;
	readonly log: LocalLog;
	readonly seen: SeenFiles;
};

/**
 * Brings the log of this device and that of a storage together. What has arrived is merged even when the rest fails, and
 * what could not be sent is sent the next time.
 * @returns what was done, and which files need not be looked at again; the latter also after an error
 */
export async function syncLog(
	input: SyncInput
): Promise<{ readonly seen: SeenFiles; readonly done: Result<Synced, SyncError> }> {
	const run = new SyncRun(input);
	const done = await run.run();
	return { seen: run.seen, done };
}

class SyncRun {
	readonly seen: Map<string, string>;
	readonly #store: SyncStore;
	readonly #key: CryptoKey;
	readonly #log: LocalLog;
	readonly #tails: Bundle[] = [];
	readonly #blocks: BlockRow[] = [];
	readonly #unread: BlockRow[] = [];
	/** The revisions of what has arrived; seen once it is merged. */
	readonly #fetched = new Map<string, string>();
	/** Blocks in the storage that are there whole. */
	readonly #whole = new Set<string>();
	/** Tails in the storage that are as this device last saw them. */
	readonly #current = new Set<string>();
	#locked = 0;
	#sent = 0;

	constructor({ store, key, log, seen }: SyncInput) {
		this.#store = store;
		this.#key = key;
		this.#log = log;
		this.seen = new Map(seen);
	}

	async run(): Promise<Result<Synced, SyncError>> {
		const local = await this.#log.read();
		if (!local.ok) return err({ kind: 'local', error: local.error });
		const failed = await this.#fetch(local.value);
		const merged = await this.#log.merge(this.#arrived());
		// What could not be stored is asked for again: nobody else may have it any more.
		if (!merged.ok) return err({ kind: 'local', error: merged.error });
		for (const [path, revision] of this.#fetched) this.seen.set(path, revision);
		if (failed !== null) return err(failed);
		// Read again: the merge has added to it, and may have given this device another name.
		const now = await this.#log.read();
		if (!now.ok) return err({ kind: 'local', error: now.error });
		const unsent = await this.#send(now.value);
		return unsent === null ? ok({ ...merged.value, sent: this.#sent, locked: this.#locked }) : err(unsent);
	}

	async #fetch({ parts, unread }: SyncParts): Promise<StoreError | null> {
		const [blocks, tails] = [await this.#store.list('blocks/'), await this.#store.list('tails/')];
		if (!blocks.ok) return blocks.error;
		if (!tails.ok) return tails.error;
		const held = new Set(parts.blocks.map(({ id }) => id));
		const fresh = [...blocks.value].filter(([name, revision]) => {
			const isKnown = this.#isSeen(`blocks/${name}`, revision);
			if (isKnown && held.has(name)) this.#whole.add(name);
			return !unread.includes(name) && !(isKnown && held.has(name));
		});
		const later = [...tails.value].filter(([name, revision]) => {
			const isKnown = this.#isSeen(`tails/${name}`, revision);
			if (isKnown) this.#current.add(`tails/${name}`);
			return !isKnown;
		});
		return (
			(await inTurns(fresh, ([name, revision]) => this.#fetchBlock(name, revision))) ??
			(await inTurns(later, ([name, revision]) => this.#fetchTail(name, revision)))
		);
	}

	#isSeen(path: string, revision: string): boolean {
		return revision !== '' && this.seen.get(path) === revision;
	}

	async #fetchBlock(name: string, revision: string): Promise<Result<null, StoreError>> {
		const path = `blocks/${name}`;
		const bytes = await this.#open(path);
		if (!bytes.ok) return bytes;
		if (bytes.value === null) return ok(null);
		const row = await toBlockRow(bytes.value);
		if (row === null) this.#unread.push({ id: name, bytes: bytes.value });
		else this.#blocks.push(row);
		this.#whole.add(name);
		this.#fetched.set(path, revision);
		return ok(null);
	}

	async #fetchTail(name: string, revision: string): Promise<Result<null, StoreError>> {
		const path = `tails/${name}`;
		const bytes = await this.#open(path);
		if (!bytes.ok) return bytes;
		const bundle = bytes.value === null ? null : decodeBundle(bytes.value);
		if (bundle?.ok !== true) {
			// Of a newer version: asked for again, until an update can read it.
			if (bundle !== null) this.#locked += 1;
			return ok(null);
		}
		this.#tails.push(bundle.value);
		this.#fetched.set(path, revision);
		return ok(null);
	}

	/** @returns null for a file that is gone or cannot be opened */
	async #open(path: string): Promise<Result<Bytes | null, StoreError>> {
		const file = await this.#store.get(path);
		if (!file.ok || file.value === null) return file;
		const bytes = await openBytes(this.#key, path, file.value);
		if (bytes === null) this.#locked += 1;
		return ok(bytes);
	}

	#arrived(): ArrivedLog {
		return {
			events: this.#tails.flatMap(({ events }) => events),
			parameters: this.#tails.flatMap(({ parameters }) => parameters),
			blocks: this.#blocks,
			unread: this.#unread
		};
	}

	/** Blocks before the tail: until they are there, the tail that is there holds their events. */
	async #send({ device, parts }: SyncParts): Promise<StoreError | null> {
		const missing = parts.blocks.filter(({ id }) => !this.#whole.has(id));
		const failed = await inTurns(missing, ({ id, bytes }) => this.#put(`blocks/${id}`, new Uint8Array(bytes)));
		if (failed !== null) return failed;
		const tail = encodeBundle(parts);
		const path = `tails/${device}`;
		const digest = encodeBase32(new Uint8Array(await crypto.subtle.digest('SHA-256', tail)));
		if (this.#current.has(path) && this.seen.get(OWN_TAIL) === digest) return null;
		const put = await this.#put(path, tail);
		if (!put.ok) return put.error;
		this.seen.set(OWN_TAIL, digest);
		return null;
	}

	async #put(path: string, bytes: Bytes): Promise<Result<string, StoreError>> {
		const put = await this.#store.put(path, await sealBytes(this.#key, path, bytes), false);
		if (put.ok) {
			this.#sent += 1;
			this.seen.set(path, put.value);
		}
		return put;
	}
}
