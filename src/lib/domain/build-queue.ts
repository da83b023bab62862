import type { CardId, CardState } from './card';
import { toCardAddress } from './card';
import type { CountDown, DailyLimits, SetLimit } from './daily-limits';
import { countDown } from './daily-limits';
import { intersperse } from './intersperse';
import { orderNewCards } from './new-order';
import type { Queue, QueuedCard, WaitingCard } from './queue';
import { compareWaiting, toWaitingCard } from './queue';
import type { NewMix, QueueOptions } from './queue-options';
import { assertNever } from './result';
import { orderReviews } from './review-order';
import type { SchedulerParameters } from './scheduler-parameters';
import type { EpochMs, StudyDay } from './units';

/** A card that was answered, or put off, earlier in the day. */
export type DoneCard = {
	readonly card: CardId;
	/** What it was when it was first answered. */
	readonly kind: 'new' | 'review';
};

export type QueueInput = {
	readonly day: StudyDay;
	readonly now: EpochMs;
	/** Cards in learning or relearning, due today. They may include others, which are left out. */
	readonly learning: readonly CardState[];
	/** Cards in review, due today. They may include others, which are left out. */
	readonly reviews: readonly CardState[];
	/** New cards in the order of the sets; more than the limits, for siblings that wait. */
	readonly fresh: readonly CardId[];
	readonly limits: DailyLimits;
	/** Sets with limits of their own. */
	readonly setLimits: readonly SetLimit[];
	/** Cards already done today, by what they were when first answered. */
	readonly doneToday: DailyLimits;
	/** And of the sets that have limits of their own. */
	readonly setsDoneToday: ReadonlyMap<string, DailyLimits>;
	/** They do not come as new cards again today, and siblings of theirs may have to wait for another day. */
	readonly answeredToday: readonly DoneCard[];
	readonly options: QueueOptions;
	readonly parameters: SchedulerParameters;
	/** The card answered last, when the session goes on. */
	readonly last: CardId | null;
};

/** Takes cards one after another, as limits and siblings allow. */
type Gatherer = {
	readonly limits: CountDown;
	/** Items of which a card is studied today, such that a review must wait, and such that a new card must. */
	readonly met: { readonly reviews: Set<string>; readonly fresh: Set<string> };
};

/**
 * Today's queue: cards on a learning step, then reviews and new cards in the orders of the options. Of the cards of one
 * item that siblings bury only the first comes, and none when a card met earlier in this order belongs to the same item.
 */
export function buildQueue(input: QueueInput): Queue {
	const { day, options, answeredToday } = input;
	const gatherer = startGathering(input);
	const waiting = waitingCards(input);
	// A card on a learning step always comes; its siblings wait.
	for (const { card } of waiting) meet(gatherer, card, 'review');
	for (const { card, kind } of answeredToday) meet(gatherer, card, kind);
	const reviews = dueReviews(input, gatherer);
	return {
		day,
		learning: waiting,
		main: mix(reviews, freshCards(input, gatherer), options.newMix),
		done: 0,
		last: input.last,
		restored: null
	};
}

function startGathering({ limits, doneToday, setLimits, setsDoneToday }: QueueInput): Gatherer {
	return {
		limits: countDown(limits, doneToday, setLimits, setsDoneToday),
		met: { reviews: new Set(), fresh: new Set() }
	};
}

/** A new card makes only new siblings wait: reviews come before it. */
function meet({ met }: Gatherer, card: CardId, kind: DoneCard['kind']): void {
	const item = itemOf(card);
	met.fresh.add(item);
	if (kind === 'review') met.reviews.add(item);
}

function waitingCards({ learning, day, now }: QueueInput): WaitingCard[] {
	return learning
		.map((state) => toWaitingCard(state, day, now))
		.filter((card) => card !== null)
		.sort(compareWaiting);
}

/** Cards on a learning step of a day or more come, and count, with the reviews. */
function dueReviews(input: QueueInput, gatherer: Gatherer): QueuedCard[] {
	const { learning, reviews, day, options, parameters } = input;
	const due = [...learning, ...reviews].filter(
		(state) => !state.suspended && state.dueAt === null && isReadyOn(state, day)
	);
	const chosen: QueuedCard[] = [];
	for (const state of orderReviews(due, options.reviewOrder, day, parameters)) {
		if (gatherer.limits.isOut('reviews')) break;
		const { card } = state;
		if (options.buryReviewSiblings && gatherer.met.reviews.has(itemOf(card))) continue;
		if (!gatherer.limits.take('reviews', state.setId)) continue;
		meet(gatherer, card, 'review');
		chosen.push({ card, kind: state.phase === 'review' ? 'review' : 'learning', state });
	}
	return chosen;
}

function freshCards({ fresh, day, options, answeredToday }: QueueInput, gatherer: Gatherer): QueuedCard[] {
	const done = new Set(answeredToday.map(({ card }) => card));
	const chosen: QueuedCard[] = [];
	for (const card of orderNewCards(fresh, options.newOrder, day)) {
		if (gatherer.limits.isOut('fresh')) break;
		if (done.has(card) || (options.buryNewSiblings && gatherer.met.fresh.has(itemOf(card)))) continue;
		if (!gatherer.limits.take('fresh', toCardAddress(card).setId)) continue;
		meet(gatherer, card, 'new');
		chosen.push({ card, kind: 'new', state: null });
	}
	return chosen;
}

function mix(reviews: readonly QueuedCard[], fresh: readonly QueuedCard[], how: NewMix): QueuedCard[] {
	switch (how) {
		case 'mixed':
			return intersperse(reviews, fresh);
		case 'before':
			return [...fresh, ...reviews];
		case 'after':
			return [...reviews, ...fresh];
		default:
			return assertNever(how);
	}
}

/** A buried card is due when its day has come. */
function isReadyOn({ dueDay, buriedUntil }: CardState, day: StudyDay): boolean {
	return Math.max(dueDay, buriedUntil ?? dueDay) <= day;
}

function itemOf(card: CardId): string {
	const { setId, item } = toCardAddress(card);
	return `${setId}.${String(item)}`;
}
