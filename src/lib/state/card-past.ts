import { toCardAddress, type CardId } from '$lib/domain/card';
import { retrievability } from '$lib/domain/fsrs-scheduler';
import { ok, type Result } from '$lib/domain/result';
import { recallCurve, toCardHistory } from '$lib/domain/statistics/card-history';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import { loadCards } from '$lib/storage/due-store';
import { eventsOfCard } from '$lib/storage/event-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { CardPast } from './card-history.svelte';
import { nameCards } from './card-names';
import { studyDayOf } from './clock';
import { openLog } from './learning-log';
import { setsInShort } from './sets-in-short';

/** Reads what happened to a card. @returns null when it was never answered and has no question; any storage error */
export async function readCardPast(
	app: App,
	card: CardId,
	at: EpochMs
): Promise<Result<CardPast | null, StorageError>> {
	const log = await openLog(app.database);
	if (!log.ok) return log;
	const { db: database, parameters: params } = log.value;
	const [events, states, sets] = await Promise.all([
		eventsOfCard(database, card),
		loadCards(database, [card]),
		setsInShort(app, database)
	]);
	if (!events.ok) return events;
	if (!states.ok) return states;
	if (!sets.ok) return sets;
	const { setId } = toCardAddress(card);
	const own = sets.value.filter(({ id }) => id === setId);
	const names = await nameCards([card], own, { database, library: app.library });
	const entries = toCardHistory(events.value, params);
	const name = names.get(card) ?? null;
	if (entries.length === 0 && name === null) return ok(null);
	const state = states.value.get(card);
	const last = entries.at(-1);
	const today = studyDayOf(at);
	const daysToDue = state === undefined ? 0 : Math.max(0, state.dueDay - today);
	const until = at + daysToDue * DAY_MS;
	const elapsed = last === undefined ? 0 : Math.max(0, today - last.day);
	return ok({
		card,
		name,
		entries,
		curve: recallCurve(entries, until, params),
		today,
		now: at,
		until,
		recall: last?.stability == null ? null : retrievability(elapsed, last.stability, params),
		dueDay: state === undefined || state.suspended ? null : state.dueDay,
		lapses: state?.lapses ?? 0
	});
}
