import type { StudyDay } from './units';

/** Cards a day. */
export type DailyLimits = { readonly fresh: number; readonly reviews: number };

export const DEFAULT_LIMITS: DailyLimits = { fresh: 20, reviews: 200 };

/** The learner's limits: for every day, for today only, and for single sets. Null leaves it at what holds otherwise. */
export type StudyLimits = {
	readonly everyDay: DailyLimits;
	/** Holds on its own study day and lapses with it. */
	readonly today: { readonly day: StudyDay; readonly fresh: number | null; readonly reviews: number | null } | null;
	readonly sets: readonly SetLimit[];
};

/** The limit of one set. It never adds to the limit of the day. */
export type SetLimit = { readonly setId: string; readonly fresh: number | null; readonly reviews: number | null };

/** @returns how many cards the day takes at most, from all sets together */
export function limitsOn({ everyDay, today }: StudyLimits, day: StudyDay): DailyLimits {
	if (today?.day !== day) return everyDay;
	return { fresh: today.fresh ?? everyDay.fresh, reviews: today.reviews ?? everyDay.reviews };
}

export type CountDown = {
	/** @returns false, and nothing is used up, when there is no room for the card */
	readonly take: (kind: keyof DailyLimits, setId: string) => boolean;
	/** @returns whether the day takes no more of a kind, of any set */
	readonly isOut: (kind: keyof DailyLimits) => boolean;
};

/**
 * What is left of a day's limits, as a counter: a card that is taken uses up one of the day's and one of its set's.
 * @param done what the day has used up already, in all
 * @param setsDone and of each set; a set that is missing has used up nothing
 */
export function countDown(
	limits: DailyLimits,
	done: DailyLimits,
	sets: readonly SetLimit[],
	setsDone: ReadonlyMap<string, DailyLimits>
): CountDown {
	const left = { fresh: limits.fresh - done.fresh, reviews: limits.reviews - done.reviews };
	const ofSets = new Map(sets.map((set) => [set.setId, leftOfSet(set, setsDone.get(set.setId))]));
	const take = (kind: keyof DailyLimits, setId: string): boolean => {
		const ofSet = ofSets.get(setId);
		if (left[kind] <= 0 || (ofSet !== undefined && ofSet[kind] <= 0)) return false;
		left[kind] -= 1;
		if (ofSet !== undefined) ofSet[kind] -= 1;
		return true;
	};
	return { take, isOut: (kind) => left[kind] <= 0 };
}

function leftOfSet({ fresh, reviews }: SetLimit, done: DailyLimits = { fresh: 0, reviews: 0 }) {
	return { fresh: (fresh ?? Infinity) - done.fresh, reviews: (reviews ?? Infinity) - done.reviews };
}
