import type { Table } from 'dexie';
import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { APP_SCHEMA, DATABASE_NAME } from './database';
import type { BackstoryDatabase } from './database';
import { BlockedError, toStorageError } from './storage-error';
import type { StorageError } from './storage-error';

/**
 * Opens a connection, unless the stored database is newer than this code, or another tab is in the way.
 * @returns errors: newer-version, blocked, denied, erased, or what the browser says
 */
export async function connect(db: BackstoryDatabase): Promise<Result<null, StorageError>> {
	if (db.refusal !== null) return err(db.refusal);
	// Asked before Dexie opens: finding an index missing, Dexie would add it to the newer schema.
	if ((await storedVersion(db)) / 10 >= APP_SCHEMA + 1) return err({ kind: 'newer-version' });
	try {
		await openUnlessBlocked(db);
		return ok(null);
	} catch (thrown) {
		// Also gives up an opening that still waits for another tab.
		db.close();
		return err(asStorageError(thrown));
	}
}

/**
 * Runs some work on the database. When the connection turns out to be dead, opens a new one and runs the work once
 * more; it must therefore be idempotent. A retry on the dead connection would fail for ever.
 * @returns what the work returns, or a storage error; other errors are bugs and thrown on
 */
export async function withReconnect<T>(
	db: BackstoryDatabase,
	work: () => PromiseLike<T>
): Promise<Result<T, StorageError>> {
	const before = currentConnection(db);
	const first = await runOnce(db, work);
	if (first.ok || !isWorthANewConnection(first.error)) return first;
	const reopened = await reconnect(db, before);
	return reopened.ok ? runOnce(db, work) : reopened;
}

/**
 * Runs some work in one transaction, by the rules of `withReconnect`. The work may await nothing but the database: any
 * other wait ends the transaction early.
 */
export function inTransaction<T>(
	db: BackstoryDatabase,
	mode: 'r' | 'rw',
	tables: readonly Table[],
	work: () => Promise<T>
): Promise<Result<T, StorageError>> {
	// Dexie follows native promises through a transaction only when the function it is given is itself async.
	return withReconnect(db, () => db.transaction(mode, tables, async () => work()));
}

/**
 * Reads in one transaction, by the rules of `inTransaction`, and gives what was read without waiting for the end of it: there
 * is nothing to be sure of, and the browser takes a millisecond to say so.
 */
export function readAtOnce<T>(
	db: BackstoryDatabase,
	tables: readonly Table[],
	work: () => Promise<T>
): Promise<Result<T, StorageError>> {
	return withReconnect(
		db,
		() =>
			new Promise<T>((resolve, reject) => {
				db.transaction('r', tables, async () => resolve(await work())).catch(reject);
			})
	);
}

async function runOnce<T>(db: BackstoryDatabase, work: () => PromiseLike<T>): Promise<Result<T, StorageError>> {
	try {
		return ok(await work());
	} catch (thrown) {
		const error = asStorageError(thrown);
		return err(db.refusal ?? error);
	}
}

function isWorthANewConnection(error: StorageError): boolean {
	return error.kind === 'lost' || error.kind === 'aborted';
}

/** Reconnections under way: work that fails at the same time shares one instead of closing each other's. */
const reconnecting = new WeakMap<BackstoryDatabase, Promise<Result<null, StorageError>>>();

async function reconnect(db: BackstoryDatabase, dead: IDBDatabase | null): Promise<Result<null, StorageError>> {
	const running = reconnecting.get(db);
	if (running !== undefined) return running;
	const current = currentConnection(db);
	if (current !== null && current !== dead) return ok(null);
	db.close();
	const opening = connect(db).finally(() => reconnecting.delete(db));
	reconnecting.set(db, opening);
	return opening;
}

function currentConnection(db: BackstoryDatabase): IDBDatabase | null {
	return db.isOpen() ? db.backendDB() : null;
}

function asStorageError(thrown: unknown): StorageError {
	const error = toStorageError(thrown);
	if (error === null) throw thrown;
	return error;
}

/** @returns the browser's version number of the stored database; 0 when there is none or it cannot be asked for */
async function storedVersion(db: BackstoryDatabase): Promise<number> {
	try {
		const databases = await listDatabases(db.dependencies?.indexedDB ?? globalThis.indexedDB);
		return databases.find((database) => database.name === DATABASE_NAME)?.version ?? 0;
	} catch {
		// Browsers that refuse to list databases may still open them, and the guard at opening looks again.
		return 0;
	}
}

/** Neither IndexedDB nor its list is everywhere, whatever the types say. */
async function listDatabases(factory: Partial<IDBFactory> | undefined): Promise<IDBDatabaseInfo[]> {
	return (await factory?.databases?.()) ?? [];
}

function openUnlessBlocked(db: BackstoryDatabase): Promise<void> {
	return new Promise((resolve, reject) => {
		const onBlocked = (): false => {
			reject(new BlockedError());
			return false;
		};
		db.on('blocked', onBlocked);
		db.open()
			.then(() => resolve(), reject)
			.finally(() => db.on.blocked.unsubscribe(onBlocked));
	});
}
