import { ok, type Result } from '$lib/domain/result';
import type RemoteStorage from 'remotestoragejs/src/remotestorage.js';
import { findStorage, type FindError } from './find-storage';
import { APP_KEYS, type StorageKind } from './offered-storage';
import { RemoteFilesStore, SCOPE } from './remote-files';

/** The library reports trouble with a storage twice; the replies to requests say it in time. */
function ignoreError(): void {
	return;
}

async function loadLibrary(): Promise<typeof RemoteStorage | null> {
	try {
		return (await import('remotestoragejs/src/remotestorage.js')).default;
	} catch {
		return null;
	}
}

/** The learner's storage by way of remoteStorage.js, which remembers whom it is connected to. */
export class Remote {
	readonly #library: RemoteStorage;

	private constructor(library: RemoteStorage) {
		this.#library = library;
	}

	/**
	 * Loads the library. If the page was just opened by a storage that gave its permission, it connects.
	 * @returns null without a connection: the library is not among what is kept for use offline
	 */
	static async open(): Promise<Remote | null> {
		const Library = await loadLibrary();
		if (Library === null) return null;
		const library = new Library({ cache: false });
		library.access.claim(SCOPE, 'rw');
		library.setApiKeys(APP_KEYS);
		library.on('error', ignoreError);
		await new Promise<void>((resolve) => {
			library.on('connected', () => resolve());
			library.on('not-connected', () => resolve());
			// A storage that is asked whose it is, and cannot be reached, gives neither.
			library.on('error', () => resolve());
		});
		return new Remote(library);
	}

	get isConnected(): boolean {
		return this.#library.remote.connected;
	}
	/** Whose storage it is, as far as it says. */
	get address(): string {
		return this.#library.remote.userAddress ?? '';
	}
	get store(): RemoteFilesStore {
		return new RemoteFilesStore(this.#library.remote);
	}

	/** Leaves for the page on which the learner gives permission; that page comes back here. */
	async connect(kind: StorageKind, address: string): Promise<Result<null, FindError>> {
		if (kind === 'dropbox') this.#library.dropbox?.connect();
		else if (kind === 'google') this.#library.googledrive?.connect();
		else return this.#connectTo(address);
		return ok(null);
	}

	disconnect(): void {
		this.#library.disconnect();
	}

	async #connectTo(userAddress: string): Promise<Result<null, FindError>> {
		const found = await findStorage(userAddress);
		if (!found.ok) return found;
		const { authURL, ...place } = found.value;
		this.#library.setBackend('remotestorage');
		this.#library.remote.configure({ userAddress, ...place, properties: {} });
		this.#library.authorize({ authURL });
		return ok(null);
	}
}
