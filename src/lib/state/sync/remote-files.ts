import { err, ok, type Result } from '$lib/domain/result';
import type { Bytes } from '$lib/share/bytes';
import type { RemoteFiles, RemoteReply } from 'remotestoragejs/src/remotestorage.js';
import type { StoreError, SyncStore } from './sync-store';

/** The one folder that the learner gives access to. */
export const SCOPE = 'backstory';

const TYPE = 'application/octet-stream';

/** Reads and writes through remoteStorage.js, past its own cache: the log is kept here already. */
export class RemoteFilesStore implements SyncStore {
	readonly #files: RemoteFiles;

	constructor(files: RemoteFiles) {
		this.#files = files;
	}

	async list(folder: string): Promise<Result<ReadonlyMap<string, string>, StoreError>> {
		const reply = await ask(() => this.#files.get(toPath(folder)));
		if (!reply.ok) return reply;
		const entries =
			typeof reply.value?.body === 'object' && reply.value.body !== null ? Object.entries(reply.value.body) : [];
		// Names that end in a slash are folders.
		return ok(
			new Map(entries.filter(([name]) => !name.endsWith('/')).map(([name, entry]) => [name, revisionOf(entry)]))
		);
	}

	async get(path: string): Promise<Result<Bytes | null, StoreError>> {
		const reply = await ask(() => this.#files.get(toPath(path)));
		if (!reply.ok) return reply;
		return ok(reply.value === null ? null : toBytes(reply.value.body));
	}

	async put(path: string, bytes: Bytes, onlyNew: boolean): Promise<Result<string, StoreError>> {
		const options = onlyNew ? { ifNoneMatch: '*' as const } : {};
		const reply = await ask(() => this.#files.put(toPath(path), bytes, TYPE, options));
		if (reply.ok) return reply.value === null ? err({ kind: 'refused', status: 404 }) : ok(reply.value.revision ?? '');
		const isThere = onlyNew && reply.error.kind === 'refused' && reply.error.status === 412;
		return isThere ? ok('') : reply;
	}
}

function toPath(path: string): string {
	return `/${SCOPE}/${path}`;
}

/** @returns null when there is no such file */
async function ask(request: () => Promise<RemoteReply>): Promise<Result<RemoteReply | null, StoreError>> {
	try {
		const reply = await request();
		const status = reply.statusCode;
		if (status >= 200 && status < 300) return ok(reply);
		if (status === 404) return ok(null);
		if (status === 401 || status === 403) return err({ kind: 'revoked' });
		return err(status === 413 || status === 507 ? { kind: 'full' } : { kind: 'refused', status });
	} catch {
		// The library rejects with texts and events of many kinds: all of them mean that no answer came.
		return err({ kind: 'offline' });
	}
}

function revisionOf(entry: unknown): string {
	return typeof entry === 'object' && entry !== null && 'ETag' in entry && typeof entry.ETag === 'string'
		? entry.ETag
		: '';
}

/** Files are encrypted, so their bytes are seldom taken for text; one that was is damaged and will not open. */
function toBytes(body: unknown): Bytes {
	if (body instanceof ArrayBuffer) return new Uint8Array(body);
	return new TextEncoder().encode(typeof body === 'string' ? body : '');
}
