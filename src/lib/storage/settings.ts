import { TIME_FACTORS } from '$lib/domain/quiz';
import type { TimeFactor } from '$lib/domain/quiz';
import type { EpochMs } from '$lib/domain/units';
import { isCount, isOneOf, isWhole, parseCount, parseList } from './shape';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export type Settings = {
	/** New cards a day, 0 to 9999. */
	readonly newPerDay: number;
	/** Reviews a day, 0 to 9999. */
	readonly reviewsPerDay: number;
	/** Four rating buttons instead of two. */
	readonly fourButtons: boolean;
	/** Single-key shortcuts. */
	readonly shortcuts: boolean;
	readonly theme: Theme;
	readonly textSize: TextSize;
	readonly timeFactor: TimeFactor;
	/** Local hour at which a study day starts, 0 to 23. */
	readonly dayStartHour: number;
	readonly lastBackupAt: EpochMs | null;
	readonly persistAskedAt: EpochMs | null;
	/** Paragraphs of the companion that were read, ascending. */
	readonly readParagraphs: readonly number[];
	/** What a learner calls themselves on results they send; empty until they say. */
	readonly learnerName: string;
};

export type SettingKey = keyof Settings;

export const DEFAULT_SETTINGS: Settings = {
	newPerDay: 20,
	reviewsPerDay: 200,
	fourButtons: false,
	shortcuts: true,
	theme: 'system',
	textSize: 'normal',
	timeFactor: 1,
	dayStartHour: 4,
	lastBackupAt: null,
	persistAskedAt: null,
	readParagraphs: [],
	learnerName: ''
};

/** Each returns `undefined` for what is no such setting. */
const PARSERS: { readonly [K in SettingKey]: (value: unknown) => Settings[K] | undefined } = {
	newPerDay: parseLimit,
	reviewsPerDay: parseLimit,
	fourButtons: parseBoolean,
	shortcuts: parseBoolean,
	theme: (value) => (isOneOf(value, THEMES) ? value : undefined),
	textSize: (value) => (isOneOf(value, TEXT_SIZES) ? value : undefined),
	timeFactor: (value) => (isOneOf(value, TIME_FACTORS) ? value : undefined),
	dayStartHour: (value) => (isCount(value) && value <= 23 ? value : undefined),
	lastBackupAt: parseInstant,
	persistAskedAt: parseInstant,
	readParagraphs: (value) => parseList(value, 10_000, parseCount) ?? undefined,
	learnerName: (value) => (typeof value === 'string' && value.length <= 60 ? value : undefined)
};

/** When this device was backed up or asked for lasting storage says nothing about another. */
const DEVICE_KEYS = ['lastBackupAt', 'persistAskedAt'] as const satisfies readonly SettingKey[];
export type PortableSettings = Omit<Settings, (typeof DEVICE_KEYS)[number]>;

/** @returns the settings that may travel to another device */
export function toPortable(settings: Partial<Settings>): Partial<PortableSettings> {
	return Object.fromEntries(Object.entries(settings).filter(([key]) => !isOneOf(key, DEVICE_KEYS)));
}

/** Every setting, in the order of the type. */
export const SETTING_KEYS = [
	'newPerDay',
	'reviewsPerDay',
	'fourButtons',
	'shortcuts',
	'theme',
	'textSize',
	'timeFactor',
	'dayStartHour',
	'lastBackupAt',
	'persistAskedAt',
	'readParagraphs',
	'learnerName'
] as const satisfies readonly SettingKey[];

/** @returns the setting, or `undefined` when the value is none */
export function parseSetting<K extends SettingKey>(key: K, value: unknown): Settings[K] | undefined {
	return PARSERS[key](value);
}

/** @returns the settings among these values that are readable */
export function parseSettings(value: Readonly<Record<string, unknown>>): Partial<Settings> {
	const readable = SETTING_KEYS.map((key) => [key, parseSetting(key, value[key])] as const);
	return Object.fromEntries(readable.filter(([, setting]) => setting !== undefined));
}

function parseLimit(value: unknown): number | undefined {
	return isCount(value) && value <= 9999 ? value : undefined;
}

function parseBoolean(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

function parseInstant(value: unknown): EpochMs | null | undefined {
	return value === null || isWhole(value) ? value : undefined;
}
