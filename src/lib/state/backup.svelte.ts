import type { EpochMs } from '$lib/domain/units';
import { hasCryptography } from '$lib/share/has-cryptography';
import { exportBackup } from '$lib/storage/backup';
import { writeLastMerge } from '$lib/storage/last-merge';
import type { Restored } from '$lib/storage/restore-backup';
import { readSettings } from '$lib/storage/settings-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { BackupFileError } from '$lib/workers/log-request';
import type { App } from './app.svelte';
import { now } from './clock';
import { openLog } from './learning-log';
import { LogWorker } from './log-worker';
import { saveFile } from './save-file';

/** Fifty years of daily study fit in a fraction of this. */
const MOST_BYTES = 200_000_000;

/** What the backup part of Settings is showing. */
export type BackupStep =
	| { readonly kind: 'idle' }
	| { readonly kind: 'made'; readonly name: string }
	| { readonly kind: 'chosen'; readonly exportedAt: EpochMs; readonly answers: number; readonly sets: number }
	| { readonly kind: 'restored'; readonly added: Restored }
	| { readonly kind: 'unreadable'; readonly error: BackupFileError | { readonly kind: 'too-large' } }
	| { readonly kind: 'failed'; readonly error: StorageError }
	/** The page came without encryption, and so without what a backup is checked by. */
	| { readonly kind: 'insecure' };

/** Saving everything to one file, and bringing it back. A restore is asked for twice: choosing a file changes nothing. */
export class BackupDesk {
	readonly #app: App;
	#step = $state.raw<BackupStep>({ kind: 'idle' });
	/** Holds the file that was chosen. */
	#worker: LogWorker | null = null;
	#setIds: readonly string[] = [];

	constructor(app: App) {
		this.#app = app;
	}

	get step(): BackupStep {
		return this.#step;
	}

	async make(): Promise<void> {
		if (this.#isInsecure()) return;
		// Answers that a dying tab left in the journal belong in it. On a full disk all the rest is still worth saving.
		await openLog(this.#app.database);
		const opened = await this.#app.database.open();
		const at = now();
		const text = opened.ok ? await exportBackup(opened.value, at) : opened;
		if (!text.ok) {
			this.#step = { kind: 'failed', error: text.error };
			return;
		}
		const name = `backstory-${new Date(at).toISOString().slice(0, 10)}.json`;
		saveFile(new Blob([text.value], { type: 'application/json' }), name);
		this.#step = { kind: 'made', name };
		await this.#app.preferences.change({ lastBackupAt: at });
	}

	/** Reads a file and says what is in it. */
	async choose(file: File): Promise<void> {
		this.#forget();
		if (this.#isInsecure()) return;
		if (file.size > MOST_BYTES) {
			this.#step = { kind: 'unreadable', error: { kind: 'too-large' } };
			return;
		}
		const worker = new LogWorker();
		const done = await worker.run({ kind: 'read-backup', file });
		const read = done.ok ? done.value : null;
		if (read?.ok !== true) {
			worker.end();
			if (read !== null) this.#step = { kind: 'unreadable', error: read.error };
			else if (!done.ok) this.#step = { kind: 'failed', error: done.error };
			return;
		}
		const { exportedAt, answers, setIds } = read.value;
		this.#worker = worker;
		this.#setIds = setIds;
		this.#step = { kind: 'chosen', exportedAt, answers, sets: setIds.length };
	}

	/** Merges the chosen file into what is stored here. */
	async restore(): Promise<void> {
		const [worker, setIds] = [this.#worker, this.#setIds];
		if (worker === null) return;
		const opened = await this.#app.database.open();
		const restored = opened.ok ? await worker.run({ kind: 'restore', now: now() }) : opened;
		if (!opened.ok || !restored.ok) {
			if (!restored.ok) this.#step = { kind: 'failed', error: restored.error };
			return;
		}
		this.#forget();
		if (restored.value.events > 0) await writeLastMerge(opened.value, { at: now(), way: 'file' });
		this.#step = { kind: 'restored', added: restored.value };
		const settings = await readSettings(opened.value);
		if (settings.ok) {
			const { lastBackupAt, persistAskedAt } = this.#app.preferences.current;
			this.#app.preferences.adopt({ ...settings.value, lastBackupAt, persistAskedAt });
		}
		for (const id of setIds) this.#app.library.forget(id);
		await this.#app.home.refresh();
	}

	cancel(): void {
		this.#forget();
		this.#step = { kind: 'idle' };
	}

	#isInsecure(): boolean {
		if (hasCryptography()) return false;
		this.#step = { kind: 'insecure' };
		return true;
	}

	#forget(): void {
		this.#worker?.end();
		this.#worker = null;
	}
}
