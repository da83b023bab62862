import type { TimeFactor } from '$lib/domain/quiz';
import { TIME_FACTORS } from '$lib/domain/quiz';

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;

/** What a person sets once for this device. */
export type PreferenceValues = {
	readonly theme: (typeof THEMES)[number];
	readonly textSize: (typeof TEXT_SIZES)[number];
	/** Four rating buttons instead of two. */
	readonly fourButtons: boolean;
	/** Single-key shortcuts (WCAG 2.1.4). */
	readonly shortcuts: boolean;
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
	readonly timeFactor: TimeFactor;
};

export const DEFAULT_PREFERENCES: PreferenceValues = {
	theme: 'system',
	textSize: 'normal',
	fourButtons: false,
	shortcuts: true,
	newPerDay: 20,
	reviewsPerDay: 200,
	timeFactor: 1
};

/** Read by the script in app.html too, before the first paint. */
const KEY = 'backstory.look';

/**
 * The preferences, kept in localStorage because the first paint and the first card depend on them, and neither can wait
 * for a database. Backups carry them along.
 */
export class Preferences {
	#values = $state.raw<PreferenceValues>(read());

	get theme() {
		return this.#values.theme;
	}
	get textSize() {
		return this.#values.textSize;
	}
	get fourButtons() {
		return this.#values.fourButtons;
	}
	get shortcuts() {
		return this.#values.shortcuts;
	}
	get newPerDay() {
		return this.#values.newPerDay;
	}
	get reviewsPerDay() {
		return this.#values.reviewsPerDay;
	}
	get timeFactor() {
		return this.#values.timeFactor;
	}
	get all(): PreferenceValues {
		return this.#values;
	}

	/** Changes some of them and shows the change at once. @returns false when this browser lets nothing be kept */
	change(some: Partial<PreferenceValues>): boolean {
		this.#values = { ...this.#values, ...some };
		const { dataset } = document.documentElement;
		applyTo(dataset, 'theme', this.#values.theme, 'system');
		applyTo(dataset, 'textSize', this.#values.textSize, 'normal');
		try {
			localStorage.setItem(KEY, JSON.stringify(this.#values));
			return true;
		} catch {
			return false;
		}
	}
}

/** @returns preferences from stored or imported data; whatever is not understood keeps its default */
export function parsePreferences(data: unknown): PreferenceValues {
	const from = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
	const d = DEFAULT_PREFERENCES;
	return {
		theme: oneOf(THEMES, from.theme) ?? d.theme,
		textSize: oneOf(TEXT_SIZES, from.textSize) ?? d.textSize,
		fourButtons: typeof from.fourButtons === 'boolean' ? from.fourButtons : d.fourButtons,
		shortcuts: typeof from.shortcuts === 'boolean' ? from.shortcuts : d.shortcuts,
		newPerDay: whole(from.newPerDay) ?? d.newPerDay,
		reviewsPerDay: whole(from.reviewsPerDay) ?? d.reviewsPerDay,
		timeFactor: oneOf(TIME_FACTORS, from.timeFactor) ?? d.timeFactor
	};
}

function read(): PreferenceValues {
	if (typeof localStorage === 'undefined') return DEFAULT_PREFERENCES;
	try {
		return parsePreferences(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
	} catch {
		return DEFAULT_PREFERENCES;
	}
}

function oneOf<const T extends readonly unknown[]>(values: T, value: unknown): T[number] | undefined {
	return values.find((candidate) => candidate === value);
}

/** Cards a day: a whole number from 0 to 9,999. */
function whole(value: unknown): number | undefined {
	return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9999 ? Number(value) : undefined;
}

function applyTo(dataset: DOMStringMap, key: string, value: string, usual: string): void {
	if (value === usual) Reflect.deleteProperty(dataset, key);
	else dataset[key] = value;
}
