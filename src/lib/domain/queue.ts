import type { CardId, CardState } from './card';
import type { DurationMs, EpochMs, StudyDay } from './units';
import { MINUTE_MS } from './units';

export type QueueKind = 'learning' | 'review' | 'new';

/** A card to show. `state` is null for a new one. */
export type QueuedCard = { readonly card: CardId; readonly kind: QueueKind; readonly state: CardState | null };

/** A card on a learning step, and the instant at which it is due. */
export type WaitingCard = QueuedCard & { readonly dueAt: EpochMs };

/**
 * What is left to study today. A value: each answer makes a new one, so a session undoes by keeping the old ones.
 * Only `main` can be long, and an answer does not copy it.
 */
export type Queue = {
	readonly day: StudyDay;
	/** Cards on a learning step that ends today, soonest first. */
	readonly learning: readonly WaitingCard[];
	/** Reviews and new cards, in the order in which they come. */
	readonly main: readonly QueuedCard[];
	/** Number of cards of `main` that are done. */
	readonly done: number;
	/** The card answered last, which should not follow itself. */
	readonly last: CardId | null;
	/** The card an undo brought back, or one that was promised: it comes next. */
	readonly restored: QueuedCard | null;
};

/** The next card, the instant at which there will be one, or null when the day's cards are done. */
export type NextCard = QueuedCard | { readonly wait: EpochMs } | null;

/** How long before its time a learning card may be shown when nothing else is left, unless the learner chose otherwise. */
export const LEARN_AHEAD_MS: DurationMs = 20 * MINUTE_MS;

/**
 * Learning cards come when due, then reviews and new cards, then learning cards that are due soon. The card answered
 * last comes only when it is the only one to be had.
 * @param learnAhead how soon; 0 for not before their time
 */
export function nextCard(queue: Queue, now: EpochMs, learnAhead = LEARN_AHEAD_MS): NextCard {
	if (queue.restored !== null) return queue.restored;
	const ready = queue.learning.filter(({ dueAt }) => dueAt <= now + learnAhead);
	const others = ready.filter(({ card }) => card !== queue.last);
	const due = others.find(({ dueAt }) => dueAt <= now);
	const next = due ?? queue.main[queue.done] ?? others[0] ?? ready[0];
	if (next !== undefined) return { card: next.card, kind: next.kind, state: next.state };
	const soonest = queue.learning[0];
	return soonest === undefined ? null : { wait: soonest.dueAt - learnAhead };
}

/**
 * The queue after an answer: the card leaves, and comes back when it has a learning step that ends today.
 * @param state the card after the answer
 */
export function answerCard(queue: Queue, state: CardState): Queue {
	const left = leaveQueue(queue, state.card);
	const waiting = toWaitingCard(state, queue.day, state.lastAt);
	return waiting === null ? left : { ...left, learning: [...left.learning, waiting].sort(compareWaiting) };
}

/** The queue without a card that was put off, suspended, forgotten or given another due day. */
export function leaveQueue(queue: Queue, card: CardId): Queue {
	return {
		...queue,
		...leaveMain(queue, card),
		learning: queue.learning.filter((waiting) => waiting.card !== card),
		last: card,
		restored: null
	};
}

/**
 * Undoes an answer, as many times as there are earlier queues.
 * @param before the queue before the answer, or one built since
 * @param card as `nextCard` gave it then; it comes next whatever else has become due
 */
export function restoreCard(before: Queue, card: QueuedCard): Queue {
	return { ...before, restored: card };
}

/** Keeps a promise that was made before the queue was known: the card comes next, if it is one of the day's and due by now. */
export function promiseCard(queue: Queue, card: CardId | null, now: EpochMs): Queue {
	const due = queue.learning.filter(({ dueAt }) => dueAt <= now);
	const found = [...due, ...queue.main].find((queued) => queued.card === card);
	return found === undefined ? queue : { ...queue, restored: found };
}

/** The queue as it is before another card is brought back: the one that an earlier undo brought back stays next after it. */
export function keepRestored(queue: Queue): Queue {
	const { main, done, restored } = queue;
	if (restored === null) return queue;
	return { ...queue, main: [...main.slice(0, done), restored, ...main.slice(done)], restored: null };
}

/** @returns how many cards of each kind are left today; a card being learnt counts once, however many steps it has left */
export function countQueue(queue: Queue): Record<QueueKind, number> {
	const counts = { learning: queue.learning.length, review: 0, new: 0 };
	for (const { kind } of queue.main.slice(queue.done)) counts[kind] += 1;
	return counts;
}

/** @returns the card as one that waits for an instant of the day, or null when it does not */
export function toWaitingCard(state: CardState, day: StudyDay, now: EpochMs): WaitingCard | null {
	if (state.suspended || state.dueAt === null || state.dueDay > day || (state.buriedUntil ?? day) > day) return null;
	// Answered in what is now the future: the clock has been set back since, and waiting for it again helps nobody.
	const dueAt = state.lastAt > now ? now : state.dueAt;
	return { card: state.card, kind: 'learning', state, dueAt };
}

/** Soonest first; the card id settles ties, so that the order does not depend on the order of reading. */
export function compareWaiting(a: WaitingCard, b: WaitingCard): number {
	return a.dueAt - b.dueAt || (a.card < b.card ? -1 : 1);
}

/** Nearly always the card is the first one left; only an undo can bring forward another. */
function leaveMain({ main, done }: Queue, card: CardId): Pick<Queue, 'main' | 'done'> {
	const place = main.findIndex((queued, i) => i >= done && queued.card === card);
	if (place === done) return { main, done: done + 1 };
	return { main: place === -1 ? main : main.filter((_, i) => i !== place), done };
}
