import type { EpochMs } from '$lib/domain/units';
import type { BackstoryDatabase } from '$lib/storage/database';
import type * as WorkStore from '$lib/storage/work-store';
import { newId, now } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { holdAlone } from './hold-alone';
import { leaveLate, takeLate } from './late-work';

/** What a page that goes is still writing is done long before. */
const PATIENCE_MS = 1000;

/**
 * Keeps what somebody is in the middle of and has not finished: a reload, another screen or a killed browser loses nothing.
 * It goes into the database, since browsers hold back what goes into localStorage for seconds, and a kill takes that along.
 *
 * Two tabs never write the same work: a screen holds what it has open, and another gets the next, or begins its own. Where
 * the browser cannot hold anything for a tab, two may open the same; as soon as both have written, it is two.
 */
export class KeptWork<T extends object> {
	readonly #database: DatabaseAccess;
	readonly #name: string;
	readonly #parse: (value: unknown) => T | null;
	#id: string | null = null;
	/** As last given to be kept; null for nothing. */
	#text: string | null = null;
	/** As the database has it. */
	#stored: string | null = null;
	/** When what was last given to be kept was. */
	#at: EpochMs = 0;
	/** Of when the database has it, as far as this tab knows: the last writing may have been cut off or not. */
	#writtenAt: readonly EpochMs[] = [];
	#isOpen = false;
	#letGo: (() => void) | null = null;
	#writing: Promise<void> = Promise.resolve();

	/** @param name what kind of work it is, and on what */
	constructor(database: DatabaseAccess, name: string, parse: (value: unknown) => T | null) {
		this.#database = database;
		this.#name = name;
		this.#parse = parse;
	}

	/** Takes up the latest work that no other tab has open. @returns null when there is none; then new work is begun */
	async resume(fits: (work: T) => boolean = () => true): Promise<T | null> {
		this.#isOpen = true;
		const late = await this.#takeLate(fits);
		if (late !== null) return late;
		if (!(await this.#database.mayHoldData())) return null;
		const [opened, { listWork, readWork }] = await Promise.all([
			this.#database.open(),
			import('$lib/storage/work-store')
		]);
		const rows = opened.ok ? await listWork(opened.value, this.#name) : opened;
		if (!opened.ok || !rows.ok) return null;
		for (const { id, text } of rows.value) {
			const work = this.#read(text);
			if (work === null || !fits(work) || !(await this.#hold(id))) continue;
			const current = await readWork(opened.value, this.#name, id);
			// Otherwise another tab went on with it, or was done with it, in this very moment.
			if (current.ok && current.value?.text === text) {
				this.#text = this.#stored = text;
				this.#writtenAt = [current.value.at];
				this.#letGoIfLeft();
				return work;
			}
			this.#drop();
		}
		return null;
	}

	/** Keeps work in place of what was kept before. @param work null when it is done, or thrown away */
	keep(work: T | null): void {
		const text = work === null ? null : JSON.stringify(work);
		if (text === this.#text) return;
		this.#isOpen = true;
		this.#text = text;
		this.#at = now();
		this.#id ??= newId(this.#at);
		this.#writing = this.#writing.then(() => this.#write(text));
	}

	/** @returns when all that was kept so far is stored */
	stored(): Promise<void> {
		return this.#writing;
	}

	/** The screen is left: another tab may go on with the work. */
	leave(): void {
		this.#isOpen = false;
		const [id, text] = [this.#id, this.#text];
		if (id !== null && text !== null && text !== this.#stored) {
			leaveLate(this.#name, { id, text, writtenAt: [...this.#writtenAt, this.#at] });
		}
		this.#letGo?.();
		this.#letGo = null;
	}

	/** What the screen before this one was still writing as it was left. */
	async #takeLate(fits: (work: T) => boolean): Promise<T | null> {
		const late = takeLate(this.#name);
		const work = late === null ? null : this.#read(late.text);
		if (late === null || work === null || !fits(work)) return null;
		await this.#hold(late.id, PATIENCE_MS);
		this.#writtenAt = late.writtenAt;
		this.keep(work);
		return work;
	}

	/** Storage that is denied or full says so elsewhere: the work then lives as long as its screen. */
	async #write(text: string | null): Promise<void> {
		// Something newer waits to be written.
		if (text !== this.#text || (text === null && this.#id === null)) return;
		const [opened, store] = await Promise.all([this.#database.open(), import('$lib/storage/work-store')]);
		if (!opened.ok) return;
		await this.#writeTo(opened.value, store, text);
		this.#letGoIfLeft();
	}

	/** The screen may have been left while the database worked: then what it handed over is there after all. */
	#letGoIfLeft(): void {
		if (this.#isOpen) return;
		if (this.#text === this.#stored) takeLate(this.#name);
		this.leave();
	}

	async #writeTo(db: BackstoryDatabase, store: typeof WorkStore, text: string | null): Promise<void> {
		if (text !== null) {
			const id = await this.#own();
			if (id === null) return;
			const [at, before] = [this.#at, this.#writtenAt];
			this.#writtenAt = [...before, at];
			const written = await store.writeWork(db, this.#name, { id, at, text }, this.#writtenAt);
			if (!written.ok) {
				// Nothing was written, and on a full disk nothing will be, letter by letter.
				this.#writtenAt = before;
			} else if (written.value) {
				this.#stored = text;
				this.#writtenAt = [at];
			} else {
				// Another tab went on with it: that stays as it is, and this becomes a work of its own.
				this.#drop();
				await this.#writeTo(db, store, text);
			}
		} else if (this.#id !== null) {
			await store.deleteWork(db, this.#name, this.#id, this.#writtenAt);
			this.#stored = null;
			this.#drop();
		}
	}

	/**
	 * @returns the id of what this screen holds: another than before, if another tab took that up while this one was away;
	 * null when this one was left, and the next has gone on with what it handed over
	 */
	async #own(): Promise<string | null> {
		if (this.#id !== null && (this.#letGo !== null || (await this.#hold(this.#id)))) return this.#id;
		if (!this.#isOpen) return null;
		const id = newId(now());
		await this.#hold(id);
		return id;
	}

	async #hold(id: string, waitMs = 0): Promise<boolean> {
		const letGo = await holdAlone(`backstory-work/${this.#name}/${id}`, waitMs);
		if (letGo === null) return false;
		this.#letGo = letGo;
		this.#id = id;
		return true;
	}

	#drop(): void {
		this.#letGo?.();
		this.#letGo = this.#id = null;
		this.#writtenAt = [];
	}

	#read(text: string): T | null {
		try {
			return this.#parse(JSON.parse(text));
		} catch {
			// Junk is no work.
			return null;
		}
	}
}

/**
 * Lets work go when its screen is left, for another screen or with the page.
 * @returns what to call when the screen is left
 */
export function onLeaving(leave: () => void): () => void {
	addEventListener('pagehide', leave);
	return () => {
		leave();
		removeEventListener('pagehide', leave);
	};
}
