import { cardsOfItem, type CardId, type CardState } from './card';
import { retrievability } from './fsrs-scheduler';
import type { Item } from './item';
import { daysSinceAnswer } from './memory-of';
import type { SchedulerParameters } from './scheduler-parameters';
import type { Days, StudyDay } from './units';

/** What is known of a learner's answers to a set. */
export type Weaknesses = {
	readonly setId: string;
	readonly states: ReadonlyMap<CardId, CardState>;
	/** Numbers of the items that the learner was sure of and wrong about when last asked. */
	readonly sureErrors: ReadonlySet<number>;
	readonly today: StudyDay;
	readonly params: SchedulerParameters;
};

// How much each sign counts is a judgement: being sure of an error counts like a miss today, as it would be believed on.
const RECENT: Days = 14;
const MISS_WEIGHT = 2;
const SURE_ERROR_WEIGHT = 2;
const FORGOTTEN_WEIGHT = 2;
const LAPSE_WEIGHT = 1;
/** From here on further lapses tell nothing new. */
const MOST_LAPSES = 8;
/** About what a card has that is just due at the usual desired retention of 0.9 and lapsed twice: less is no weakness. */
const LEAST = 0.45;

/**
 * Ranks what a learner is weak at: items missed in the last two weeks, those they were wrong about though sure, those they
 * have probably forgotten, and those that lapsed often. An item never answered is not weak but new, and is left out; of an
 * item with several cards the weakest counts.
 * @returns item numbers, the weakest first
 */
export function weakItems(weaknesses: Weaknesses, items: readonly Item[]): number[] {
	return items
		.map((item) => ({ number: item.number, weakness: weaknessOf(item, weaknesses) }))
		.filter(({ weakness }) => weakness >= LEAST)
		.sort((a, b) => b.weakness - a.weakness || a.number - b.number)
		.map(({ number }) => number);
}

function weaknessOf(item: Item, weaknesses: Weaknesses): number {
	const states = cardsOfItem(weaknesses.setId, item).flatMap((card) => weaknesses.states.get(card) ?? []);
	const ofCards = states.filter(({ suspended }) => !suspended).map((state) => weaknessOfCard(state, weaknesses));
	return Math.max(0, ...ofCards) + (weaknesses.sureErrors.has(item.number) ? SURE_ERROR_WEIGHT : 0);
}

function weaknessOfCard(state: CardState, { today, params }: Weaknesses): number {
	if (state.reviews === 0) return 0;
	const sinceMiss = state.failedDay === null ? RECENT : Math.max(0, today - state.failedDay);
	const missed = Math.max(0, 1 - sinceMiss / RECENT);
	const forgotten = 1 - retrievability(daysSinceAnswer(state, today), state.stability, params);
	const lapsed = Math.min(state.lapses, MOST_LAPSES) / MOST_LAPSES;
	return MISS_WEIGHT * missed + FORGOTTEN_WEIGHT * forgotten + LAPSE_WEIGHT * lapsed;
}
