import type { CardId, CardState } from './card';
import type { Queue, QueuedCard } from './queue';

/** The queue with the states that its cards have by now. Every card keeps its place: only answering moves one. */
export function freshenQueue(queue: Queue, states: ReadonlyMap<CardId, CardState>): Queue {
	const { learning, main, restored } = queue;
	return {
		...queue,
		learning: learning.map((card) => freshenCard(card, states)),
		main: main.map((card) => freshenCard(card, states)),
		restored: restored === null ? null : freshenCard(restored, states)
	};
}

/** @returns the card with the state it has by now; as it is when that is not among them */
export function freshenCard<C extends QueuedCard>(queued: C, states: ReadonlyMap<CardId, CardState>): C {
	const state = states.get(queued.card);
	return state === undefined ? queued : { ...queued, state };
}
