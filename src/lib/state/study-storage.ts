import type { ActHistory } from '$lib/domain/act-history';
import type { QueueInput } from '$lib/domain/build-queue';
import type { CardId, CardState } from '$lib/domain/card';
import type { DueForecast } from '$lib/domain/due-forecast';
import type { Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { DAY_MS, type DurationMs, type EpochMs } from '$lib/domain/units';
import type { WrittenCard } from '$lib/storage/card-write';
import { withReconnect } from '$lib/storage/connection';
import { readCounters, SEQ_KEY, SHELVED_KEY } from '$lib/storage/counters';
import { dueByDay } from '$lib/storage/due-days';
import { introducedCards } from '$lib/storage/due-store';
import { commitReview, commitVoid, type NewVoid, type ReviewWrite } from '$lib/storage/event-store';
import { readForecast } from '$lib/storage/forecast-store';
import { readRecentActs } from '$lib/storage/recent-acts';
import { refoldCards } from '$lib/storage/rebuild';
import type { SetRow } from '$lib/storage/rows';
import { readSession } from '$lib/storage/session-store';
import { listSets, loadItems, type ItemsOfSets } from '$lib/storage/set-store';
import type { StorageError } from '$lib/storage/storage-error';
import { nextDayStart, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog, type LearningLog } from './learning-log';

/** What storage knows of a session's cards. */
export type StoredCards = {
	/** Own and received sets without their items; none when one set is studied. */
	readonly sets: readonly SetRow[];
	/** Every set the session is about. */
	readonly setIds: readonly string[];
	readonly learning: readonly CardState[];
	readonly reviews: readonly CardState[];
	/** How many cards of each set have a state. */
	readonly introducedCounts: ReadonlyMap<string, number>;
	readonly doneToday: QueueInput['doneToday'];
	readonly setsDoneToday: QueueInput['setsDoneToday'];
	readonly answeredToday: QueueInput['answeredToday'];
	readonly parameters: SchedulerParameters;
};

/** More reviews than this are not looked at when a session picks from among them. */
const MOST_REVIEWS = 2000;

/** No study day is longer, not even across the date line. */
const LONGEST_DAY_MS: DurationMs = 2 * DAY_MS;

/**
 * Everything a session reads and writes. A module of its own, so that a first visit shows its first card before the
 * database library has arrived: there is nothing to read yet, and nothing to write until the card is rated.
 */
export class StudyStorage {
	readonly #log: LearningLog;
	/** The event that could not be stored last, and waits in the journal. */
	#unsaved: string | null = null;

	private constructor(log: LearningLog) {
		this.#log = log;
	}

	/** @returns any storage error */
	static async open(database: DatabaseAccess): Promise<Result<StudyStorage, StorageError>> {
		const log = await openLog(database);
		return log.ok ? { ok: true, value: new StudyStorage(log.value) } : log;
	}

	/**
	 * Reads what is due and what was done, by index and kept counter.
	 * @param query `setId`: the one set to study, or null for all; `partial`: the session picks from among the due cards
	 * instead of taking the day's
	 */
	async read(query: {
		readonly setId: string | null;
		readonly bundled: readonly string[];
		readonly partial: boolean;
		readonly reviewLimit: number;
		readonly at: EpochMs;
	}): Promise<Result<StoredCards, StorageError>> {
		const { db, fold, history, parameters } = this.#log;
		const { setId, bundled, partial, at } = query;
		const reviewLimit = Math.min(query.reviewLimit, MOST_REVIEWS);
		const read = await readSession(db, {
			setId,
			bundled,
			day: studyDayOf(at),
			since: at - LONGEST_DAY_MS,
			reviewLimit
		});
		if (!read.ok) return read;
		const { sets, setIds, learning, reviews, unreadable, introduced, today, done } = read.value;
		// A damaged row is folded afresh from the log; its card is back at the next session.
		if (unreadable.length > 0) void refoldCards(db, unreadable, (events) => fold(events, history));
		return {
			ok: true,
			value: {
				sets,
				setIds,
				learning,
				reviews,
				introducedCounts: introduced,
				answeredToday: done.cards,
				doneToday: { fresh: today.newDone, reviews: partial ? 0 : today.reviewsDone },
				setsDoneToday: done.sets,
				parameters
			}
		};
	}

	/** @returns the cards of some sets that have a state */
	async introduced(setIds: readonly string[]): Promise<ReadonlySet<CardId>> {
		const found = await Promise.all(setIds.map((id) => introducedCards(this.#log.db, id)));
		return new Set(found.flatMap((cards) => (cards.ok ? [...cards.value] : [])));
	}

	/** @param wanted numbers of items, by set @returns those items; none when storage fails */
	async items(wanted: ReadonlyMap<string, readonly number[]>): Promise<ItemsOfSets> {
		const items = await loadItems(this.#log.db, wanted);
		return items.ok ? items.value : new Map();
	}

	/** @returns due reviews for each of the days from now on, today first; empty when storage fails */
	async ahead(setIds: readonly string[], at: EpochMs, days: number): Promise<readonly number[]> {
		const counts = await dueByDay(this.#log.db, { setIds, fromDay: studyDayOf(at), days });
		return counts.ok ? counts.value : [];
	}

	/** @returns how many cards of all sets are due on the days ahead, and when those of `cards` are; null when storage fails */
	async forecast(bundled: readonly string[], cards: readonly CardId[], at: EpochMs): Promise<DueForecast | null> {
		const sets = await listSets(this.#log.db);
		const setIds = [...bundled, ...(sets.ok ? sets.value : []).map(({ id }) => id)];
		const read = await readForecast(this.#log.db, { setIds, cards, fromDay: studyDayOf(at) });
		return read.ok ? read.value : null;
	}

	/** Stores a review or another act on a card; a second try for the same card replaces the first one that failed. */
	async saveReview(write: ReviewWrite): Promise<Result<WrittenCard, StorageError>> {
		if (this.#unsaved !== null) this.#log.journal.remove(this.#unsaved);
		const stored = await commitReview(this.#log, write);
		this.#unsaved = stored.ok ? null : write.event.id;
		return stored;
	}

	/** @returns what was done on this device today and can be undone or done again; nothing when storage fails */
	async recentActs(at: EpochMs): Promise<ActHistory> {
		const start = nextDayStart(at) - DAY_MS;
		const acts = await readRecentActs(this.#log.db, start);
		return acts.ok ? acts.value : { done: [], undone: [] };
	}

	/** @returns numbers that change with the log and the sets; null when storage fails */
	async standing(): Promise<readonly number[] | null> {
		const read = await withReconnect(this.#log.db, () => readCounters(this.#log.db, [SEQ_KEY, SHELVED_KEY]));
		return read.ok ? [...read.value.values()] : null;
	}

	/** Stores an undo. */
	saveVoid(event: NewVoid): Promise<Result<WrittenCard, StorageError>> {
		return commitVoid(this.#log, event);
	}
}
