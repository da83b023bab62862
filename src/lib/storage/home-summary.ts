import { limitsOn, type SetLimit, type StudyLimits } from '$lib/domain/daily-limits';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import type { Glance } from './glance';
import { isCount, isFields, isText, isWhole, parseList } from './shape';

/** What home says about a set. */
export type HomeSet = {
	readonly id: string;
	readonly title: string;
	readonly cards: number;
	/** How many of its cards have a state. */
	readonly introduced: number;
};

/** What the plan in force asks of the day on which it was worked out and of the day after, as long as the basis holds. */
export type HomePlan = {
	/** Made of all that it follows from; 0 without a plan. */
	readonly planBasis: number;
	readonly planned: readonly PlannedDay[];
};

/** Reviews and new cards of a day; a plan has nothing to say of a day that is missing. */
export type PlannedDay = readonly [day: StudyDay, reviews: number, fresh: number];

export const NO_PLAN: HomePlan = { planBasis: 0, planned: [] };

/**
 * A small copy of what home shows, so that it starts without opening the database. Never the truth: it is written anew
 * whenever a session ends, and may be missing.
 */
export type HomeSummary = HomePlan & {
	readonly format: 1;
	/** Cards due by day, ascending; the first entry includes what was overdue. */
	readonly dueByDay: readonly (readonly [StudyDay, number])[];
	/** The instants at which learning cards come back, soonest first. */
	readonly learningDueAt: readonly EpochMs[];
	/** The study day that `newDone` and `reviewsDone` belong to. */
	readonly doneDay: StudyDay;
	readonly newDone: number;
	readonly reviewsDone: number;
	/** The first of the sets: home lists no more, and takes no longer with hundreds of them. */
	readonly sets: readonly HomeSet[];
	/** How many sets more there are, and how many new cards the limits of those sets let through. */
	readonly otherSets: number;
	readonly otherFresh: number;
};

/** What waits today. `fresh` is at most that many: siblings of one item come on different days. */
export type HomeDue = { readonly learning: number; readonly reviews: number; readonly fresh: number };

export const HOME_SUMMARY_KEY = 'backstory.home';
/** Counting costs by the row. Whoever stays away for longer sees the rest a moment later, when the database was read. */
export const SUMMARY_DAYS = 14;
export const SUMMARY_LEARNING = 50;
const PLANNED_DAYS = 2;
export const HOME_SETS = 8;

/**
 * What is due on a day that may be later than the summary: what a plan asks of that day, else all that the limits let
 * through.
 */
export function dueCountFromSummary(summary: HomeSummary, day: StudyDay, now: EpochMs, limits: StudyLimits): HomeDue {
	const learning = summary.learningDueAt.filter((at) => at <= now).length;
	const planned = summary.planned.find(([ofDay]) => ofDay === day);
	if (planned !== undefined) return { learning, reviews: planned[1], fresh: planned[2] };
	const isSameDay = summary.doneDay === day;
	const ofDay = limitsOn(limits, day);
	const newLeft = Math.max(0, ofDay.fresh - (isSameDay ? summary.newDone : 0));
	const reviewsLeft = Math.max(0, ofDay.reviews - (isSameDay ? summary.reviewsDone : 0));
	const due = summary.dueByDay.filter(([dueDay]) => dueDay <= day);
	const unseen = freshOfSets(summary.sets, limits.sets) + summary.otherFresh;
	return {
		learning,
		reviews: Math.min(
			reviewsLeft,
			due.reduce((sum, [, count]) => sum + count, 0)
		),
		fresh: Math.min(newLeft, unseen)
	};
}

/** @returns how many cards of some sets nobody has answered, as far as the limits of single sets let them through */
export function freshOfSets(sets: readonly HomeSet[], limits: readonly SetLimit[]): number {
	const ofSets = new Map(limits.map(({ setId, fresh }) => [setId, fresh]));
	return sets.reduce((sum, { id, cards, introduced }) => {
		return sum + Math.min(Math.max(0, cards - introduced), ofSets.get(id) ?? Infinity);
	}, 0);
}

/** Reads the summary's text. @returns null when there is none, or anything about it is wrong; what is unknown is passed over */
export function parseHomeSummary(text: string | null): HomeSummary | null {
	const value = parseJson(text);
	if (!isFields(value) || value['format'] !== 1) return null;
	// An older summary has no plan, and all sets in its list.
	const { doneDay, newDone, reviewsDone, planBasis = 0, planned: days = [], otherSets = 0, otherFresh = 0 } = value;
	if (!isWhole(doneDay) || !isCount(newDone) || !isCount(reviewsDone) || !isCount(planBasis)) return null;
	if (!isCount(otherSets) || !isCount(otherFresh)) return null;
	const dueByDay = parseList(value['dueByDay'], SUMMARY_DAYS, parseDay);
	const learningDueAt = parseList(value['learningDueAt'], SUMMARY_LEARNING, (at) => (isWhole(at) ? at : null));
	const sets = parseList(value['sets'], 10_000, parseSet);
	const planned = parseList(days, PLANNED_DAYS, parsePlanned);
	if (dueByDay === null || learningDueAt === null || sets === null || planned === null) return null;
	const done = { doneDay, newDone, reviewsDone };
	return { format: 1, dueByDay, learningDueAt, ...done, sets, otherSets, otherFresh, planBasis, planned };
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
export function writeHomeSummary(store: Pick<Storage, 'setItem'>, summary: HomeSummary, glance: Glance): boolean {
	try {
		store.setItem(HOME_SUMMARY_KEY, JSON.stringify({ ...summary, glance }));
		return true;
	} catch {
		return false;
	}
}

function parsePlanned(value: unknown): PlannedDay | null {
	if (!Array.isArray(value) || value.length !== 3) return null;
	const [day, reviews, fresh] = value as readonly unknown[];
	return isWhole(day) && isCount(reviews) && isCount(fresh) ? [day, reviews, fresh] : null;
}

function parseDay(value: unknown): readonly [StudyDay, number] | null {
	if (!Array.isArray(value) || value.length !== 2) return null;
	const [day, count] = value as readonly unknown[];
	return isWhole(day) && isCount(count) ? [day, count] : null;
}

function parseSet(value: unknown): HomeSet | null {
	if (!isFields(value)) return null;
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
