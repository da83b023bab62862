import { DAY_MS } from '$lib/domain/units';
import { readLastMerge, type LastMerge } from '$lib/storage/last-merge';
import { readLogStanding, type LogStanding } from '$lib/storage/log-standing';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from '../app.svelte';
import { now } from '../clock';
import { mergeIntoLog } from '../merge-log';

/** What a learner compares between devices. */
export class SyncDesk {
	readonly #app: App;
	#standing = $state.raw<LogStanding | null>(null);
	#lastMerge = $state.raw<LastMerge | null>(null);
	#problem = $state.raw<StorageError | null>(null);

	constructor(app: App) {
		this.#app = app;
	}

	/** Null until it is read. */
	get standing(): LogStanding | null {
		return this.#standing;
	}
	get lastMerge(): LastMerge | null {
		return this.#lastMerge;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	/** Reads the log for the first time, and takes in what waited aside and may come in by now. */
	async start(): Promise<void> {
		await this.refresh();
		const { ahead, unread } = this.#standing ?? { ahead: null, unread: 0 };
		const isDue = ahead !== null && ahead.from <= now() + DAY_MS;
		if (!isDue && unread === 0) return;
		const merged = await mergeIntoLog(this.#app.database, { events: [], blocks: [], parameters: [] });
		if (merged.ok && merged.value.events + merged.value.parameters > 0) await this.logGrew();
	}

	/** Reads the log anew, after it has grown too. */
	async refresh(): Promise<void> {
		const opened = await this.#app.database.open();
		const standing = opened.ok ? await readLogStanding(opened.value) : opened;
		this.#problem = standing.ok ? null : standing.error;
		if (!opened.ok || !standing.ok) return;
		this.#standing = standing.value;
		const merge = await readLastMerge(opened.value);
		if (merge.ok) this.#lastMerge = merge.value;
	}

	/** Called when another log has come in: what other screens show has changed as well. */
	async logGrew(): Promise<void> {
		await this.refresh();
		await this.#app.home.refresh();
	}
}
