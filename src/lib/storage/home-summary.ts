import type { CardState } from '$lib/domain/card';
import { limitsOn, type StudyLimits } from '$lib/domain/daily-limits';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { hasOnly, isCount, isFields, isText, isWhole, parseCount, parseList } from './shape';
import type { Fields } from './shape';

/** What home says about a set. */
export type HomeSet = {
	readonly id: string;
	readonly title: string;
	readonly cards: number;
	/** How many of its cards have a state. */
	readonly introduced: number;
};

/**
 * A small copy of what home shows, so that it starts without opening the database. Never the truth: it is written anew
 * whenever a session ends, and may be missing.
 */
export type HomeSummary = {
	readonly format: 1;
	readonly updatedAt: EpochMs;
	/** Cards due by day, ascending; the first entry includes what was overdue. */
	readonly dueByDay: readonly (readonly [StudyDay, number])[];
	/** The instants at which learning cards come back, soonest first. */
	readonly learningDueAt: readonly EpochMs[];
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
	/** The study day that `newDone` and `reviewsDone` belong to. */
	readonly doneDay: StudyDay;
	readonly newDone: number;
	readonly reviewsDone: number;
	readonly sets: readonly HomeSet[];
	readonly lastBackupAt: EpochMs | null;
	readonly readParagraphs: readonly number[];
};

/** What waits today. `fresh` is at most that many: siblings of one item come on different days. */
export type HomeDue = { readonly learning: number; readonly reviews: number; readonly fresh: number };

export const HOME_SUMMARY_KEY = 'backstory.home';
/** Counting costs by the row. Whoever stays away for longer sees the rest a moment later, when the database was read. */
export const SUMMARY_DAYS = 14;
export const SUMMARY_LEARNING = 50;

/**
 * What is due on a day that may be later than the summary.
 * @param limits those of the summary, unless others hold by now
 */
export function dueCountFromSummary(
	summary: HomeSummary,
	day: StudyDay,
	now: EpochMs,
	limits: StudyLimits = limitsOfSummary(summary)
): HomeDue {
	const isSameDay = summary.doneDay === day;
	const ofDay = limitsOn(limits, day);
	const newLeft = Math.max(0, ofDay.fresh - (isSameDay ? summary.newDone : 0));
	const reviewsLeft = Math.max(0, ofDay.reviews - (isSameDay ? summary.reviewsDone : 0));
	const due = summary.dueByDay.filter(([dueDay]) => dueDay <= day);
	const ofSets = new Map(limits.sets.map(({ setId, fresh }) => [setId, fresh]));
	const unseen = summary.sets.reduce((sum, { id, cards, introduced }) => {
		return sum + Math.min(Math.max(0, cards - introduced), ofSets.get(id) ?? Infinity);
	}, 0);
	return {
		learning: summary.learningDueAt.filter((at) => at <= now).length,
		reviews: Math.min(
			reviewsLeft,
			due.reduce((sum, [, count]) => sum + count, 0)
		),
		fresh: Math.min(newLeft, unseen)
	};
}

function limitsOfSummary({ newPerDay, reviewsPerDay }: HomeSummary): StudyLimits {
	return { everyDay: { fresh: newPerDay, reviews: reviewsPerDay }, today: null, sets: [] };
}

/**
 * The summary after one card changed, without counting anything. Days beyond the summary's last are left out of it.
 * @param before the card's state before, null for a new card
 * @param after its state now
 */
export function moveCardInSummary(
	summary: HomeSummary,
	before: CardState | null,
	after: CardState | null
): HomeSummary {
	const gained = Number(after !== null) - Number(before !== null);
	const setId = (after ?? before)?.setId;
	const times = removeOnce(summary.learningDueAt, waitingUntil(before));
	const until = waitingUntil(after);
	return {
		...summary,
		dueByDay: addToDay(addToDay(summary.dueByDay, readyDay(before), -1), readyDay(after), 1),
		learningDueAt: (until === null ? times : [...times, until].sort((a, b) => a - b)).slice(0, SUMMARY_LEARNING),
		sets: summary.sets.map((set) => (set.id === setId ? { ...set, introduced: set.introduced + gained } : set))
	};
}

/** Reads the summary's text. @returns null when there is none, or anything about it is wrong or unknown */
export function parseHomeSummary(text: string | null): HomeSummary | null {
	const value = parseJson(text);
	if (!isFields(value) || !hasOnly(value, NAMES) || value['format'] !== 1) return null;
	const { updatedAt, newPerDay, reviewsPerDay, doneDay, newDone, reviewsDone, lastBackupAt } = value;
	const lists = parseLists(value);
	if (lists === null || !isWhole(updatedAt) || !isWhole(doneDay)) return null;
	if (!isCount(newPerDay) || !isCount(reviewsPerDay) || !isCount(newDone) || !isCount(reviewsDone)) return null;
	if (lastBackupAt !== null && !isWhole(lastBackupAt)) return null;
	const done = { doneDay, newDone, reviewsDone };
	return { format: 1, updatedAt, newPerDay, reviewsPerDay, ...done, lastBackupAt, ...lists };
}

/** Reads the summary from localStorage. @returns null when there is none or the browser denies it */
export function readHomeSummary(store: Pick<Storage, 'getItem'>): HomeSummary | null {
	try {
		return parseHomeSummary(store.getItem(HOME_SUMMARY_KEY));
	} catch {
		return null;
	}
}

/** Writes the summary to localStorage. @returns false when the browser denies it or has no room */
export function writeHomeSummary(store: Pick<Storage, 'setItem'>, summary: HomeSummary): boolean {
	try {
		store.setItem(HOME_SUMMARY_KEY, JSON.stringify(summary));
		return true;
	} catch {
		return false;
	}
}

const NAMES = Object.keys({
	format: 0,
	updatedAt: 0,
	dueByDay: 0,
	learningDueAt: 0,
	newPerDay: 0,
	reviewsPerDay: 0,
	doneDay: 0,
	newDone: 0,
	reviewsDone: 0,
	sets: 0,
	lastBackupAt: 0,
	readParagraphs: 0
} satisfies Record<keyof HomeSummary, 0>);

function readyDay(state: CardState | null): StudyDay | null {
	return state === null || state.suspended || state.dueAt !== null ? null : state.dueDay;
}

function waitingUntil(state: CardState | null): EpochMs | null {
	return state === null || state.suspended ? null : state.dueAt;
}

function addToDay(days: HomeSummary['dueByDay'], day: StudyDay | null, amount: number): HomeSummary['dueByDay'] {
	const [first] = days;
	if (day === null || first === undefined) return days;
	const entry = Math.max(day, first[0]);
	return days.map(([dueDay, count]) => [dueDay, dueDay === entry ? Math.max(0, count + amount) : count] as const);
}

function removeOnce(times: readonly EpochMs[], time: EpochMs | null): readonly EpochMs[] {
	const place = time === null ? -1 : times.indexOf(time);
	return place === -1 ? times : times.filter((_, index) => index !== place);
}

function parseLists(value: Fields): Pick<HomeSummary, 'dueByDay' | 'learningDueAt' | 'sets' | 'readParagraphs'> | null {
	const dueByDay = parseList(value['dueByDay'], SUMMARY_DAYS, parseDay);
	const learningDueAt = parseList(value['learningDueAt'], SUMMARY_LEARNING, (at) => (isWhole(at) ? at : null));
	const sets = parseList(value['sets'], 10_000, parseSet);
	const readParagraphs = parseList(value['readParagraphs'], 10_000, parseCount);
	if (dueByDay === null || learningDueAt === null || sets === null || readParagraphs === null) return null;
	return { dueByDay, learningDueAt, sets, readParagraphs };
}

function parseDay(value: unknown): readonly [StudyDay, number] | null {
	if (!Array.isArray(value) || value.length !== 2) return null;
	const [day, count] = value as readonly unknown[];
	return isWhole(day) && isCount(count) ? [day, count] : null;
}

function parseSet(value: unknown): HomeSet | null {
	if (!isFields(value) || !hasOnly(value, ['id', 'title', 'cards', 'introduced'])) return null;
	const { id, title, cards, introduced } = value;
	return isText(id, 100) && typeof title === 'string' && isCount(cards) && isCount(introduced)
		? { id, title, cards, introduced }
		: null;
}

function parseJson(text: string | null): unknown {
	try {
		return text === null ? null : JSON.parse(text);
	} catch {
		return null;
	}
}
