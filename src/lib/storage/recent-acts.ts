import type { CardId } from '$lib/domain/card';
import { effectiveEvents, type AppliedEvent } from '$lib/domain/effective-events';
import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { parseLearningEvent } from './event-parser';
import { toIdPrefix } from './id-prefix';
import type { StorageError } from './storage-error';

/** Something done to a card, and the events it was stored as, in their order. */
export type RecentAct = { readonly card: CardId; readonly eventIds: readonly string[] };

/**
 * What was done on this device since a moment and not taken back, so that it can still be undone after a reload. Events
 * of one moment on one card (an answer, and the suspension that came of it) are one act; quiz answers are none.
 * @returns the latest last; any storage error
 */
export function readRecentActs(db: BackstoryDatabase, since: EpochMs): Promise<Result<RecentAct[], StorageError>> {
	return inTransaction(db, 'rw', [db.events, db.settings], async () => {
		const device = await readDevice(db);
		const rows = await db.events.where('id').aboveOrEqual(toIdPrefix(since)).toArray();
		const events = effectiveEvents(rows.map(parseLearningEvent).filter((event) => event !== null));
		return groupByMoment(events.filter((event) => event.device === device && event.kind !== 'quiz-answer'));
	});
}

function groupByMoment(events: readonly AppliedEvent[]): RecentAct[] {
	const acts: { card: CardId; at: EpochMs; eventIds: string[] }[] = [];
	for (const { id, card, at } of events) {
		const last = acts.at(-1);
		if (last?.card === card && last.at === at) last.eventIds.push(id);
		else acts.push({ card, at, eventIds: [id] });
	}
	return acts.map(({ card, eventIds }) => ({ card, eventIds }));
}
