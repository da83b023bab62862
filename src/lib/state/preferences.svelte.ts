import type { StudyLimits } from '$lib/domain/daily-limits';
import { MINUTE_MS, type DurationMs } from '$lib/domain/units';
import { DEFAULT_SETTINGS, parseSettings, SETTING_KEYS, type Settings } from '$lib/storage/settings';
import { startStudyDaysAt } from './clock';
import type { DatabaseAccess } from './database.svelte';

/** Read by the script in app.html too, before the first paint. */
const KEY = 'backstory.look';

/**
 * What a person sets once for this device. Kept in localStorage, because the first paint and the first card depend on it
 * and neither can wait for a database, and copied to the database, from where backups take it.
 */
export class Preferences {
	readonly #database: DatabaseAccess;
	#values = $state.raw<Settings>(read());

	constructor(database: DatabaseAccess) {
		this.#database = database;
		startStudyDaysAt(this.#values.dayStartHour);
	}

	get current(): Settings {
		return this.#values;
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
		const readParagraphs = [...this.#values.readParagraphs, paragraph].sort((a, b) => a - b);
		void this.change({ readParagraphs });
	}

	/**
	 * Changes some settings: on the screen at once, then in both stores.
	 * @returns whether at least one of them keeps it
	 */
	async change(some: Partial<Settings>): Promise<boolean> {
		this.adopt(some);
		const kept = write(this.#values);
		const opened = await this.#database.open();
		if (!opened.ok) return kept;
		const { writeSetting } = await import('$lib/storage/settings-store');
		const changed = SETTING_KEYS.filter((key) => key in some);
		const written = await Promise.all(changed.map((key) => writeSetting(opened.value, key, this.#values[key])));
		return kept || written.every(({ ok }) => ok);
	}

	/** Shows settings that are stored already, such as those a backup brought. */
	adopt(some: Partial<Settings>): void {
		this.#values = { ...this.#values, ...some };
		write(this.#values);
		startStudyDaysAt(this.#values.dayStartHour);
		const { dataset } = document.documentElement;
		mark(dataset, 'theme', this.#values.theme, DEFAULT_SETTINGS.theme);
		mark(dataset, 'textSize', this.#values.textSize, DEFAULT_SETTINGS.textSize);
	}
}

function read(): Settings {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		const fields = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
		return { ...DEFAULT_SETTINGS, ...parseSettings(fields) };
	} catch {
		// Storage is denied, holds junk, or does not exist because the page is being prerendered.
		return DEFAULT_SETTINGS;
	}
}

function write(values: Settings): boolean {
	try {
		localStorage.setItem(KEY, JSON.stringify(values));
		return true;
	} catch {
		return false;
	}
}

function mark(dataset: DOMStringMap, key: string, value: string, usual: string): void {
	if (value === usual) Reflect.deleteProperty(dataset, key);
	else dataset[key] = value;
}
