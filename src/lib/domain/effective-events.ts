import type { LearningEvent, VoidEvent } from './event';
import { compareEvents } from './event';

/** Every event that can be applied by itself. A void cannot: what it names lies in the past. */
export type AppliedEvent = Exclude<LearningEvent, VoidEvent>;

/**
 * Apart from `fold.ts`, because counting what was done needs no scheduler.
 * @returns the events that count, each once, in the order of the log
 */
export function effectiveEvents(events: readonly LearningEvent[]): AppliedEvent[] {
	const log = new Map<string, LearningEvent>();
	for (const event of [...events].sort(compareEvents)) if (!log.has(event.id)) log.set(event.id, event);
	const voided = voidedIds([...log.values()].filter(isVoid));
	return [...log.values()].filter((event) => event.kind !== 'void').filter((event) => !voided.has(event.id));
}

/**
 * Settles which events are voided, starting from the voids that no other void names. By names and not by time, since an
 * undo may carry an earlier time than what it undoes. Voids that name one another in a circle have no effect.
 */
export function voidedIds(voids: readonly Pick<VoidEvent, 'id' | 'voids'>[]): Set<string> {
	const byId = new Map(voids.map((event) => [event.id, event]));
	const unsettled = new Map<string, number>();
	for (const { voids: target } of voids) unsettled.set(target, (unsettled.get(target) ?? 0) + 1);
	const settled = voids.filter((event) => !unsettled.has(event.id));
	const voided = new Set<string>();
	for (const event of settled) {
		if (!voided.has(event.id)) voided.add(event.voids);
		const left = (unsettled.get(event.voids) ?? 0) - 1;
		unsettled.set(event.voids, left);
		const target = byId.get(event.voids);
		// Grows the list being walked: a void is settled once every void that names it is.
		if (left === 0 && target !== undefined) settled.push(target);
	}
	return voided;
}

function isVoid(event: LearningEvent): event is VoidEvent {
	return event.kind === 'void';
}
