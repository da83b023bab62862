import type { StudyLimits } from '$lib/domain/daily-limits';
import { MINUTE_MS, type DurationMs, type EpochMs } from '$lib/domain/units';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '$lib/storage/settings';
import type { BackstoryDatabase } from '$lib/storage/database';
import { now, startStudyDaysAt } from './clock';
import type { DatabaseAccess } from './database.svelte';

/** Read by the script in app.html too, before the first paint. */
const KEY = 'backstory.look';

/**
 * What a person sets once for this device. Kept in localStorage, because the first paint and the first card depend on it
 * and neither can wait for a database, and copied to the database, from where backups take it.
 */
export class Preferences {
	readonly #database: DatabaseAccess;
	/** As it was last read or written here. */
	#text = readText();
	#changedAt = changedAt(this.#text);
	#values = $state.raw<Settings>(parse(this.#text));

	constructor(database: DatabaseAccess) {
		this.#database = database;
		startStudyDaysAt(this.#values.dayStartHour);
	}

	get current(): Settings {
		return this.#values;
	}
	/** As localStorage has them: only what was ever set. */
	get kept(): Readonly<Record<string, unknown>> {
		return fieldsOf(readText());
	}
	get fourButtons(): boolean {
		return this.#values.fourButtons;
	}
	/** Whether single keys act (WCAG 2.1.4 lets people switch them off). */
	get shortcuts(): boolean {
		return this.#values.shortcuts;
	}
	get timeFactor(): Settings['timeFactor'] {
		return this.#values.timeFactor;
	}
	/** How many cards a day takes: always, today only, and of single sets. */
	get limits(): StudyLimits {
		const { newPerDay, reviewsPerDay, todayLimits, setLimits } = this.#values;
		return { everyDay: { fresh: newPerDay, reviews: reviewsPerDay }, today: todayLimits, sets: setLimits };
	}
	/** How long before its time a learning card may come when nothing else is left. */
	get learnAhead(): DurationMs {
		return this.#values.learnAheadMinutes * MINUTE_MS;
	}
	hasRead(paragraph: number): boolean {
		return this.#values.readParagraphs.includes(paragraph);
	}

	markRead(paragraph: number): void {
		if (this.hasRead(paragraph)) return;
		const readParagraphs = new Set([...this.#latest().readParagraphs, paragraph]);
		void this.change({ readParagraphs: [...readParagraphs].sort((a, b) => a - b) });
	}

	/**
	 * Changes some settings: on the screen at once, then in both stores.
	 * @returns whether at least one of them keeps it
	 */
	async change(some: Partial<Settings>): Promise<boolean> {
		const kept = this.adopt(some);
		const opened = await this.#database.open();
		if (!opened.ok) return kept;
		const { writeSettings } = await import('$lib/storage/settings-store');
		const written = await writeSettings(opened.value, some, this.#changedAt);
		return kept || written.ok;
	}

	/**
	 * Shows what the database has and localStorage lost: a browser writes that down seconds later, and one that is killed
	 * before never does. What was set before there was a database, in a tab that was closed too soon, is copied to it.
	 */
	async takeUp(db: BackstoryDatabase): Promise<void> {
		const { reconcileSettings } = await import('$lib/storage/settings-store');
		const lost = await reconcileSettings(db, { settings: this.#latest(), at: changedAt(readText()) });
		if (lost.ok && lost.value !== null) this.adopt(lost.value);
	}

	/**
	 * Shows settings that the database has already, such as those a backup brought.
	 * @returns whether the browser keeps them for the next start too
	 */
	adopt(some: Partial<Settings>): boolean {
		this.#values = { ...this.#latest(), ...some };
		this.#changedAt = Math.max(now(), this.#changedAt + 1);
		const text = JSON.stringify({ ...this.#values, at: this.#changedAt });
		const kept = write(text);
		if (kept) this.#text = text;
		startStudyDaysAt(this.#values.dayStartHour);
		const { dataset } = document.documentElement;
		mark(dataset, 'theme', this.#values.theme, DEFAULT_SETTINGS.theme);
		mark(dataset, 'textSize', this.#values.textSize, DEFAULT_SETTINGS.textSize);
		return kept;
	}

	/** What another tab has set since holds. Where nothing can be written, what is set here lives as long as the tab. */
	#latest(): Settings {
		const text = readText();
		return text === null || text === this.#text ? this.#values : parse(text);
	}
}

/** @returns null when nothing is there, storage is denied, or there is none because the page is being prerendered */
function readText(): string | null {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}

function parse(text: string | null): Settings {
	return { ...DEFAULT_SETTINGS, ...parseSettings(fieldsOf(text)) };
}

/** @returns when settings were changed here last; 0 where nobody knows */
function changedAt(text: string | null): EpochMs {
	const { at } = fieldsOf(text);
	return typeof at === 'number' ? at : 0;
}

function fieldsOf(text: string | null): Record<string, unknown> {
	try {
		const stored: unknown = JSON.parse(text ?? '{}');
		return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
	} catch {
		// Junk.
		return {};
	}
}

function write(text: string): boolean {
	try {
		localStorage.setItem(KEY, text);
		return true;
	} catch {
		return false;
	}
}

function mark(dataset: DOMStringMap, key: string, value: string, usual: string): void {
	if (value === usual) Reflect.deleteProperty(dataset, key);
	else dataset[key] = value;
}
