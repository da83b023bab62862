import type { SetLimit, StudyLimits } from '$lib/domain/daily-limits';
import type { EasyDays } from '$lib/domain/easy-days';
import { EASINESS, NO_EASY_DAYS } from '$lib/domain/easy-days';
import type { QueueOptions } from '$lib/domain/queue-options';
import { DEFAULT_QUEUE_OPTIONS, NEW_MIXES, NEW_ORDERS, REVIEW_ORDERS } from '$lib/domain/queue-options';
import { TIME_FACTORS } from '$lib/domain/quiz';
import type { TimeFactor } from '$lib/domain/quiz';
import type { StudyPlan } from '$lib/domain/plan/study-plan';
import type { EpochMs } from '$lib/domain/units';
import { parsePlan } from './plan-setting';
import { hasOnly, isCount, isFields, isOneOf, isText, isWhole, parseCount, parseList } from './shape';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export type Settings = QueueOptions & {
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
	/** What else a learner needs in quizzes, by name, see `namedNeeds`. */
	readonly needs: readonly string[];
	/** Local hour at which a study day starts, 0 to 23. */
	readonly dayStartHour: number;
	/** Days of study a week that a learner means to reach, 1 to 7. */
	readonly weeklyGoal: number;
	/** Limits of single sets, at most one of each. */
	readonly setLimits: readonly SetLimit[];
	/** Limits that hold on one study day only; null without any. */
	readonly todayLimits: StudyLimits['today'];
	/** How long before its time a card on a learning step may come when nothing else is left, 0 to 1,439 minutes. */
	readonly learnAheadMinutes: number;
	/** Lapses from which a card counts as a leech, 1 to 99. */
	readonly leechThreshold: number;
	/** A card that becomes a leech is suspended without being asked about. */
	readonly suspendLeeches: boolean;
	/** How much each weekday takes, Monday first. */
	readonly easyDays: EasyDays;
	/** Due days are chosen with an eye to how much is due on each. */
	readonly balanceLoad: boolean;
	readonly lastBackupAt: EpochMs | null;
	readonly persistAskedAt: EpochMs | null;
	/** Paragraphs of the companion that were read, ascending. */
	readonly readParagraphs: readonly number[];
	/** What a learner calls themselves on results they send; empty until they say. */
	readonly learnerName: string;
	/** What study is planned for; null while there is no plan. */
	readonly plan: StudyPlan | null;
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
	needs: [],
	dayStartHour: 4,
	weeklyGoal: 5,
	setLimits: [],
	todayLimits: null,
	learnAheadMinutes: 20,
	...DEFAULT_QUEUE_OPTIONS,
	leechThreshold: 8,
	suspendLeeches: false,
	easyDays: NO_EASY_DAYS,
	balanceLoad: true,
	lastBackupAt: null,
	persistAskedAt: null,
	readParagraphs: [],
	learnerName: '',
	plan: null
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
	// Every page loads this, so it does not know the names.
	needs: (value) => parseList(value, 9, (name) => (isText(name, 20) ? name : null)) ?? undefined,
	dayStartHour: (value) => parseNumber(value, 0, 23),
	weeklyGoal: (value) => parseNumber(value, 1, 7),
	setLimits: (value) => parseSetLimits(value),
	todayLimits: (value) => (value === null ? null : parseTodayLimits(value)),
	learnAheadMinutes: (value) => parseNumber(value, 0, 1439),
	reviewOrder: (value) => (isOneOf(value, REVIEW_ORDERS) ? value : undefined),
	newOrder: (value) => (isOneOf(value, NEW_ORDERS) ? value : undefined),
	newMix: (value) => (isOneOf(value, NEW_MIXES) ? value : undefined),
	buryNewSiblings: parseBoolean,
	buryReviewSiblings: parseBoolean,
	leechThreshold: (value) => parseNumber(value, 1, 99),
	suspendLeeches: parseBoolean,
	easyDays: parseEasyDays,
	balanceLoad: parseBoolean,
	lastBackupAt: parseInstant,
	persistAskedAt: parseInstant,
	readParagraphs: (value) => parseList(value, 10_000, parseCount) ?? undefined,
	learnerName: (value) => (typeof value === 'string' && value.length <= 60 ? value : undefined),
	plan: (value) => (value === null ? null : parsePlan(value))
};

/** When this device was backed up or asked for lasting storage says nothing about another. */
const DEVICE_KEYS = ['lastBackupAt', 'persistAskedAt'] as const satisfies readonly SettingKey[];
export type PortableSettings = Omit<Settings, (typeof DEVICE_KEYS)[number]>;

/** @returns the settings that may travel to another device */
export function toPortable(settings: Partial<Settings>): Partial<PortableSettings> {
	return Object.fromEntries(Object.entries(settings).filter(([key]) => !isOneOf(key, DEVICE_KEYS)));
}

/** Every setting: the type demands a parser of each, and a second list of them would only make the first page larger. */
export const SETTING_KEYS = Object.keys(PARSERS) as readonly SettingKey[];

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
	return parseNumber(value, 0, 9999);
}

function parseNumber(value: unknown, least: number, most: number): number | undefined {
	return isCount(value) && value >= least && value <= most ? value : undefined;
}

function parseSetLimits(value: unknown): readonly SetLimit[] | undefined {
	const limits = parseList(value, 10_000, parseSetLimit);
	if (limits === null || new Set(limits.map(({ setId }) => setId)).size !== limits.length) return undefined;
	return limits;
}

function parseSetLimit(value: unknown): SetLimit | null {
	if (!isFields(value) || !hasOnly(value, ['setId', 'fresh', 'reviews'])) return null;
	const { setId, fresh, reviews } = value;
	return isText(setId, 100) && isLimitOrNone(fresh) && isLimitOrNone(reviews) ? { setId, fresh, reviews } : null;
}

function parseTodayLimits(value: unknown): StudyLimits['today'] | undefined {
	if (!isFields(value) || !hasOnly(value, ['day', 'fresh', 'reviews'])) return undefined;
	const { day, fresh, reviews } = value;
	return isWhole(day) && isLimitOrNone(fresh) && isLimitOrNone(reviews) ? { day, fresh, reviews } : undefined;
}

function isLimitOrNone(value: unknown): value is number | null {
	return value === null || parseLimit(value) !== undefined;
}

function parseEasyDays(value: unknown): EasyDays | undefined {
	const days = parseList(value, 7, (day) => (isOneOf(day, EASINESS) ? day : null));
	return days?.length === 7 ? days : undefined;
}

function parseBoolean(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

function parseInstant(value: unknown): EpochMs | null | undefined {
	return value === null || isWhole(value) ? value : undefined;
}
