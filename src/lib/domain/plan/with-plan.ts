import type { CardId } from '../card';
import type { Queue, QueuedCard } from '../queue';

/** A plan's cards for today, in order, and which cards are left to it. */
export type PlannedCards = {
	readonly cards: readonly QueuedCard[];
	readonly covers: (card: CardId) => boolean;
};

/**
 * Apart from `plan-order.ts`, because a session without a plan needs nothing else of plans.
 * @returns the queue with a plan's cards first, and of the others those that the plan does not decide on
 */
export function withPlan(queue: Queue, planned: PlannedCards | null): Queue {
	if (planned === null) return queue;
	return { ...queue, main: [...planned.cards, ...queue.main.filter(({ card }) => !planned.covers(card))] };
}
