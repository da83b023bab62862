import type { ActHistory, PastAct } from '$lib/domain/act-history';
import { toCardAddress, type CardId, type CardState } from '$lib/domain/card';
import type { Rating } from '$lib/domain/event';
import { keepRestored, type Queue, type QueuedCard } from '$lib/domain/queue';
import type { SessionMaterial } from './study-material';

/** One act of a session on a card, with what undoing it needs. */
export type Act = {
	readonly before: Queue;
	/** The card it was done to, as it was before. */
	readonly queued: QueuedCard;
	/** Whether that card was on the screen: undoing it brings it back there. */
	readonly wasShown: boolean;
	/** The events it was stored as, one after another. */
	readonly eventIds: readonly string[];
	/** Null for an act that is no answer. */
	readonly rating: Rating | null;
	readonly after: CardState | null;
	/** Done before this session began. */
	readonly isEarlier: boolean;
};

/** An act that was taken back, as it can be done again. */
export type UndoneAct = Act & { readonly voidIds: readonly string[] };

/** What was done before this session, as an act of it. @returns null when there is none */
export function earlierAct(
	act: PastAct | undefined,
	before: Queue | null,
	material: SessionMaterial | null
): Act | null {
	if (act === undefined || before === null) return null;
	const { setId, item } = toCardAddress(act.card);
	const wasShown = material?.sets.get(setId)?.items.has(item) === true;
	const queued: QueuedCard = stateIn(before, act.card) ?? { card: act.card, kind: 'review', state: null };
	return {
		before: keepRestored(before),
		queued,
		wasShown,
		eventIds: act.eventIds,
		rating: null,
		after: null,
		isEarlier: true
	};
}

/** What was taken back before this session, as an act of it. @returns null when there is none */
export function earlierUndone(
	undone: ActHistory['undone'][number] | undefined,
	queue: Queue | null,
	material: SessionMaterial | null
): UndoneAct | null {
	const act = earlierAct(undone, queue, material);
	return act === null || undone === undefined ? null : { ...act, voidIds: undone.voidIds };
}

/**
 * A card of a session as it is now.
 * @param queued the card on the screen
 * @param history what was done in the session
 * @returns null when no card is meant, or the session has not met it
 */
export function cardNow(
	card: CardId | undefined,
	queued: QueuedCard | null,
	queue: Queue | null,
	history: readonly Act[]
): QueuedCard | null {
	if (card === undefined || queued?.card === card) return queued;
	const act = history.findLast((one) => one.queued.card === card);
	const answered = act === undefined ? null : { ...act.queued, state: act.after };
	return queue?.learning.find((waiting) => waiting.card === card) ?? answered;
}

/** @returns the id of the set that a card belongs to */
export function setOf({ card }: QueuedCard): string {
	return toCardAddress(card).setId;
}

/** @returns a card as it waits in the queue; null when it does not */
function stateIn({ learning, main, restored }: Queue, card: CardId): QueuedCard | null {
	return (
		[...learning, ...main, ...(restored === null ? [] : [restored])].find((queued) => queued.card === card) ?? null
	);
}
