import type { CardId } from '$lib/domain/card';
import type { Queue, QueuedCard } from '$lib/domain/queue';

/** Above this many cards the tally is one plain bar. */
const MOST_STROKES = 60;

export type Stroke = { fresh: boolean; state: 'waiting' | 'todo' | 'now' | 'done' | 'again' };

/** How far a session is. */
export type StudyTally = {
	/** How many cards are done with, for now or for the day. */
	readonly done: number;
	/** How many cards the session has in all. */
	readonly total: number;
	/** What is done, the card now, what is left; none when there are too many. */
	readonly strokes: Stroke[];
};

/**
 * @param shown the card on the screen
 * @param answered the cards that were answered or otherwise dealt with, as they were before
 */
export function tallyOf(
	queue: Queue | null,
	shown: QueuedCard | null,
	answered: ReadonlyMap<CardId, QueuedCard>
): StudyTally {
	const done = answered.size - (shown !== null && answered.has(shown.card) ? 1 : 0);
	if (queue === null) return { done, total: 0, strokes: [] };
	const unanswered = queue.learning.filter(({ card }) => !answered.has(card));
	const total = answered.size + unanswered.length + queue.main.length - queue.done;
	if (total > MOST_STROKES) return { done, total, strokes: [] };
	const waiting = new Set(queue.learning.map(({ card }) => card));
	const others = (cards: readonly QueuedCard[]) => cards.filter(({ card }) => card !== shown?.card);
	const strokes = [
		...others([...answered.values()]).map((queued) => stroke(queued, waiting.has(queued.card) ? 'again' : 'done')),
		...(shown === null ? [] : [stroke(shown, 'now')]),
		...others([...unanswered, ...queue.main.slice(queue.done)]).map((queued) => stroke(queued, 'todo'))
	];
	return { done, total, strokes };
}

function stroke(queued: QueuedCard, state: Stroke['state']): Stroke {
	return { fresh: queued.kind === 'new', state };
}
