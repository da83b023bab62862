import type { QueueInput } from '$lib/domain/build-queue';
import type { CardId, CardState } from '$lib/domain/card';
import type { DueForecast } from '$lib/domain/due-forecast';
import type { Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { DAY_MS, type DurationMs, type EpochMs } from '$lib/domain/units';
import type { WrittenCard } from '$lib/storage/card-write';
import { readDoneToday } from '$lib/storage/done-today';
import { dueByDay, introducedCards, loadDue, todayCounters } from '$lib/storage/due-store';
import { commitReview, commitVoid, type NewVoid, type ReviewWrite } from '$lib/storage/event-store';
import { readForecast } from '$lib/storage/forecast-store';
import { refoldCards } from '$lib/storage/rebuild';
import { listSets } from '$lib/storage/set-store';
import type { StorageError } from '$lib/storage/storage-error';
import { studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog, type LearningLog } from './learning-log';

/** What storage knows of a session's cards. */
export type StoredCards = {
	readonly learning: readonly CardState[];
	readonly reviews: readonly CardState[];
	/** Cards that have a state. */
	readonly introduced: ReadonlySet<CardId>;
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

	/** @returns the ids of own and received sets */
	async setIds(): Promise<string[]> {
		const sets = await listSets(this.#log.db);
		return sets.ok ? sets.value.map(({ id }) => id) : [];
	}

	/**
	 * Reads what is due and what has been seen, by index.
	 * @param partial whether the session picks from among the due cards instead of taking the day's
	 */
	async read(setIds: readonly string[], partial: boolean, at: EpochMs): Promise<Result<StoredCards, StorageError>> {
		const { db, fold, parameters } = this.#log;
		const day = studyDayOf(at);
		const [due, counters, done, ...introduced] = await Promise.all([
			loadDue(db, { setIds, day, reviewLimit: MOST_REVIEWS }),
			todayCounters(db, day),
			readDoneToday(db, day, at - LONGEST_DAY_MS),
			...setIds.map((id) => introducedCards(db, id))
		]);
		if (!due.ok) return due;
		if (!counters.ok) return counters;
		// A damaged row is folded afresh from the log; its card is back at the next session.
		if (due.value.unreadable.length > 0) void refoldCards(db, due.value.unreadable, fold);
		return {
			ok: true,
			value: {
				learning: due.value.learning,
				reviews: due.value.reviews,
				introduced: new Set(introduced.flatMap((found) => (found.ok ? [...found.value] : []))),
				answeredToday: done.ok ? done.value.cards : [],
				doneToday: { fresh: counters.value.newDone, reviews: partial ? 0 : counters.value.reviewsDone },
				setsDoneToday: done.ok ? done.value.sets : new Map(),
				parameters
			}
		};
	}

	/** @returns due reviews for each of the days from now on, today first; empty when storage fails */
	async ahead(setIds: readonly string[], at: EpochMs, days: number): Promise<readonly number[]> {
		const counts = await dueByDay(this.#log.db, { setIds, fromDay: studyDayOf(at), days });
		return counts.ok ? counts.value : [];
	}

	/** @returns how many cards of all sets are due on the days ahead, and when those of `cards` are; null when storage fails */
	async forecast(bundled: readonly string[], cards: readonly CardId[], at: EpochMs): Promise<DueForecast | null> {
		const setIds = [...bundled, ...(await this.setIds())];
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

	/** Stores an undo. */
	saveVoid(event: NewVoid): Promise<Result<WrittenCard, StorageError>> {
		return commitVoid(this.#log, event);
	}
}
