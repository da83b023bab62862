import type { CardId } from './card';
import { effectiveEvents } from './effective-events';
import type { LearningEvent } from './event';
import type { EpochMs } from './units';

/** Something done to a card, and the events it was stored as, in their order. */
export type PastAct = { readonly card: CardId; readonly eventIds: readonly string[] };

/** An act that was taken back, and the voids it was taken back with: doing it again takes these back. */
export type UndoneAct = PastAct & { readonly voidIds: readonly string[] };

export type ActHistory = {
	/** What can be undone, the latest last. */
	readonly done: readonly PastAct[];
	/** What can be done again, the next one last. */
	readonly undone: readonly UndoneAct[];
};

type Act = { readonly card: CardId; readonly at: EpochMs; readonly eventIds: string[]; voids: Void[] };
type Void = { readonly id: string; readonly of: string };

/**
 * What one device did and took back, from the log alone. Events of one moment on one card (an answer, and the suspension
 * that came of it) are one act. Quiz answers are none, but like any new act they end what could be done again.
 * @param events in any order; those of other devices count only where they take something back
 */
export function actHistory(events: readonly LearningEvent[], device: string): ActHistory {
	const own = events.filter((event) => event.device === device).sort((a, b) => a.seq - b.seq);
	const acts: { done: Act[]; undone: Act[] } = { done: [], undone: [] };
	for (const event of own) {
		if (event.kind === 'void') takeBack(acts, { id: event.id, of: event.voids });
		else acts.undone = [];
		if (event.kind !== 'void' && event.kind !== 'quiz-answer') add(acts.done, event);
	}
	const inForce = new Set(effectiveEvents(events).map(({ id }) => id));
	const isInForce = ({ eventIds }: Act): boolean => eventIds.some((id) => inForce.has(id));
	return {
		done: acts.done.filter(isInForce).map(({ card, eventIds }) => ({ card, eventIds })),
		undone: acts.undone
			.filter((act) => !isInForce(act))
			.map(({ card, eventIds, voids }) => ({ card, eventIds, voidIds: voids.map(({ id }) => id) }))
	};
}

function add(done: Act[], { id, card, at }: LearningEvent): void {
	const last = done.at(-1);
	if (last?.card === card && last.at === at) last.eventIds.push(id);
	else done.push({ card, at, eventIds: [id], voids: [] });
}

/** A void takes back an event of an act, or a void: then the act it was about is done again. */
function takeBack(acts: { done: Act[]; undone: Act[] }, taken: Void): void {
	const act = acts.done.find(({ eventIds }) => eventIds.includes(taken.of));
	if (act !== undefined) {
		act.voids.push(taken);
		if (act.eventIds.every((id) => act.voids.some(({ of }) => of === id))) move(act, acts.done, acts.undone);
		return;
	}
	const back = acts.undone.find(({ voids }) => voids.some(({ id }) => id === taken.of));
	if (back === undefined) return;
	back.voids = back.voids.filter(({ id }) => id !== taken.of);
	if (back.voids.length === 0) move(back, acts.undone, acts.done);
}

function move(act: Act, from: Act[], to: Act[]): void {
	from.splice(from.indexOf(act), 1);
	to.push(act);
}
