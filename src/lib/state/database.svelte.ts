import type { Result } from '$lib/domain/result';
import type { BackstoryDatabase } from '$lib/storage/database';
import { JOURNAL_PREFIX } from '$lib/storage/journal-key';
import type { StorageError } from '$lib/storage/storage-error';
import { newId, now } from './clock';
import { localStore } from './local-store';

/** The one connection of this tab, opened when something is to be read or written: home on a first visit does without. */
export class DatabaseAccess {
	#problem = $state.raw<StorageError | null>(null);
	#opening: Promise<Result<BackstoryDatabase, StorageError>> | undefined;
	readonly #onopen: (db: BackstoryDatabase) => Promise<void>;

	/** @param onopen what else is to be done once it is open; nobody waits for it */
	constructor(onopen: (db: BackstoryDatabase) => Promise<void>) {
		this.#onopen = onopen;
	}

	/** Why nothing can be stored, once that is known; null while all is well. */
	get problem(): StorageError | null {
		return this.#problem;
	}

	/** Opens the database at the first call; later calls share it. A failed opening is tried again by the next call. */
	open(): Promise<Result<BackstoryDatabase, StorageError>> {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	/**
	 * Whether there can be anything to read. Asked of the browser, which is far quicker than loading the database library;
	 * one that does not list its databases is taken to hold something.
	 */
	async mayHoldData(): Promise<boolean> {
		if (this.#opening !== undefined) return true;
		try {
			// The first answer of all, given in a tab that was closed before the database was there.
			if (localStore()?.getItem(`${JOURNAL_PREFIX}0`) != null) return true;
			const databases = await indexedDB.databases();
			return databases.some(({ name }) => name === 'backstory');
		} catch {
			return true;
		}
	}

	async #open(): Promise<Result<BackstoryDatabase, StorageError>> {
		const { openDatabase } = await import('$lib/storage/open-database');
		const opened = await openDatabase({
			newDevice: newId(now()).slice(-12),
			onSuperseded: (reason) => (this.#problem = reason)
		});
		this.#problem = opened.ok ? null : opened.error;
		if (opened.ok) void this.#onopen(opened.value);
		else this.#opening = undefined;
		return opened;
	}
}
