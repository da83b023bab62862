import type { CardId, CardState } from './card';
import { toCardAddress } from './card';
import { hashText } from './hash';
import { intersperse } from './intersperse';
import type { Queue, QueuedCard, WaitingCard } from './queue';
import { compareWaiting, toWaitingCard } from './queue';
import type { EpochMs, StudyDay } from './units';

/** Cards a day. */
export type DailyLimits = { readonly fresh: number; readonly reviews: number };

export const DEFAULT_LIMITS: DailyLimits = { fresh: 20, reviews: 200 };

export type QueueInput = {
	readonly day: StudyDay;
	readonly now: EpochMs;
	/** Cards in learning or relearning, due today. They may include others, which are left out. */
	readonly learning: readonly CardState[];
	/** Cards in review, due today. They may include others, which are left out. */
	readonly reviews: readonly CardState[];
	/** New cards in the order of the bank; a few more than the limit, for siblings that wait. */
	readonly fresh: readonly CardId[];
	readonly limits: DailyLimits;
	/** Cards already done today, by what they were when first answered. */
	readonly doneToday: DailyLimits;
	/** Cards already answered today: new siblings of theirs wait for another day. */
	readonly answeredToday: readonly CardId[];
	/** The card answered last, when the session goes on. */
	readonly last: CardId | null;
};

/**
 * Today's queue. Reviews come by due day, then in an order that changes daily; new cards are spread evenly among them.
 * Of the new cards of one item only the first comes, and none when another card of the item is studied today.
 */
export function buildQueue(input: QueueInput): Queue {
	const waiting = waitingCards(input);
	const reviews = dueReviews(input);
	const taken = [...input.answeredToday, ...[...waiting, ...reviews].map(({ card }) => card)];
	return {
		day: input.day,
		learning: waiting,
		main: intersperse(reviews, freshCards(input, taken)),
		done: 0,
		last: input.last,
		restored: null
	};
}

function waitingCards({ learning, day, now }: QueueInput): WaitingCard[] {
	return learning
		.map((state) => toWaitingCard(state, day, now))
		.filter((card) => card !== null)
		.sort(compareWaiting);
}

/** Cards on a learning step of a day or more come, and count, with the reviews. */
function dueReviews({ learning, reviews, limits, doneToday, day }: QueueInput): QueuedCard[] {
	return [...learning, ...reviews]
		.filter((state) => !state.suspended && state.dueAt === null && isReadyOn(state, day))
		.map((state) => ({ state, order: hashText(`${state.card}:${String(day)}`) }))
		.sort((a, b) => a.state.dueDay - b.state.dueDay || a.order - b.order)
		.slice(0, Math.max(0, limits.reviews - doneToday.reviews))
		.map(({ state }) => ({ card: state.card, kind: state.phase === 'review' ? 'review' : 'learning', state }));
}

function freshCards({ fresh, limits, doneToday }: QueueInput, taken: readonly CardId[]): QueuedCard[] {
	const left = Math.max(0, limits.fresh - doneToday.fresh);
	const items = new Set(taken.map(itemOf));
	const chosen: QueuedCard[] = [];
	for (const card of fresh) {
		if (chosen.length >= left) break;
		const item = itemOf(card);
		if (!items.has(item)) chosen.push({ card, kind: 'new', state: null });
		items.add(item);
	}
	return chosen;
}

/** A buried card is due when its day has come. */
function isReadyOn({ dueDay, buriedUntil }: CardState, day: StudyDay): boolean {
	return Math.max(dueDay, buriedUntil ?? dueDay) <= day;
}

function itemOf(card: CardId): string {
	const { setId, item } = toCardAddress(card);
	return `${setId}.${String(item)}`;
}
