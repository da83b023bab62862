import { toCardColumns, withStates, type CardColumns } from '$lib/domain/card-columns';
import { placeCards } from '$lib/domain/card-places';
import { answersOfLog } from '$lib/domain/log/answers-of-log';
import { ID_BYTES, toIdText } from '$lib/domain/log/event-id';
import { CODES, type LogColumns } from '$lib/domain/log/log-columns';
import { orderLog } from '$lib/domain/log/order-log';
import { currentParameters } from '$lib/domain/parameter-history';
import { ok, type Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { Tally } from '$lib/domain/statistics/tally';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { joinStates, readRawStates, readStates } from './card-reader';
import { inTransaction } from './connection';
import { readCounters, SEQ_KEY, SUMMED_KEY, SUMMING_KEY, UNFOLDED_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import { toIdPrefix } from './id-prefix';
import { logTables, readLogSince, readWholeLog } from './log-reader';
import { cardStateTables } from './packed-cards';
import { readParameterHistory } from './parameter-store';
import type { SummaryRow } from './rows';
import type { StorageError } from './storage-error';
import { parseSummaryRow, SUMMARY_VERSION } from './summary-row';

/** When a log is summed up. */
export type Moment = { readonly at: EpochMs; readonly day: StudyDay };

/** What a log comes to. */
export type Sums = {
	readonly params: SchedulerParameters;
	/** Of all cards that have a state or were ever answered, also of sets that are gone. */
	readonly cards: CardColumns;
	/** Its places are those of the cards. */
	readonly tally: Tally;
};

/**
 * Sums up the log and the states of all cards. Goes on from the summary that was kept last; where there is none, or
 * something has come in between what it holds, reads everything and keeps a new one.
 * @returns any storage error
 */
export async function sumUp(db: BackstoryDatabase, moment: Moment): Promise<Result<Sums, StorageError>> {
	const tables = [...logTables(db), ...cardStateTables(db), db.counters, db.parameters, db.summaries];
	const sums = await inTransaction(db, 'r', tables, () => goOn(db, moment));
	return sums.ok && sums.value !== null ? ok(sums.value) : sumUpAfresh(db, moment);
}

/** Runs inside a transaction. @returns null when there is nothing to go on from */
async function goOn(db: BackstoryDatabase, { day }: Moment): Promise<Sums | null> {
	const [row, counters, history] = await Promise.all([
		db.summaries.get('statistics'),
		readCounters(db, [SEQ_KEY, SUMMED_KEY, UNFOLDED_KEY]),
		readParameterHistory(db)
	]);
	const summary = parseSummaryRow(row);
	const params = currentParameters(history);
	if (summary === null || counters.get(SUMMED_KEY) !== markOf(summary) || isUnfolded(counters)) return null;
	if (day < summary.day || !isSame(params.weights, summary.weights)) return null;
	const log = await readLogSince(db, toIdPrefix(summary.until));
	const since = (counters.get(SEQ_KEY) ?? 0) - summary.nextSeq;
	if (!comesAfter(log, summary, since)) return null;
	const states = await readStates(db, log.cards);
	const { list, places } = placeCards(summary.cards.cards, log.cards);
	const tally = new Tally(params, summary.tally);
	tally.add(answersOfLog(log), places, day);
	const changes = log.cards.map((card, index) => [places[index] ?? 0, states.get(card) ?? null] as const);
	return { params, tally, cards: withStates(summary.cards, list, changes) };
}

/**
 * Whether the log is just what has come since the summary. Numbers without a gap say that nothing came elsewhere (a clock
 * set back, a ruling on an old answer), and what is taken back must not be in the summary, nor what no longer counts.
 */
function comesAfter(log: LogColumns, { lastAt }: SummaryRow, since: number): boolean {
	if (orderLog(log).length !== since || log.at.some((at) => at <= lastAt)) return false;
	const ids = new Set(Array.from({ length: log.count }, (_, row) => toIdText(log.id, row * ID_BYTES)));
	if (log.code.includes(CODES.fullReset)) return false;
	return log.code.every(
		(code, row) => code !== CODES.void || ids.has(toIdText(log.voids, (log.extra[row] ?? 0) * ID_BYTES))
	);
}

/** Reads the whole log and all cards, and keeps a summary of them. @returns any storage error */
export async function sumUpAfresh(db: BackstoryDatabase, moment: Moment): Promise<Result<Sums, StorageError>> {
	const begun = await inTransaction(db, 'rw', [db.counters], () =>
		db.counters.put({ key: SUMMING_KEY, count: moment.at })
	);
	// Without it nothing is kept in the end.
	if (!begun.ok && !isOfFullDisk(begun.error)) return begun;
	const tables = [...logTables(db), ...cardStateTables(db), db.counters, db.parameters];
	const read = await inTransaction(db, 'r', tables, async () => ({
		log: await readWholeLog(db),
		raw: await readRawStates(db),
		history: await readParameterHistory(db),
		counters: await readCounters(db, [SEQ_KEY])
	}));
	if (!read.ok) return read;
	const { log, raw, history, counters } = read.value;
	const params = currentParameters(history);
	const known = toCardColumns([...joinStates(raw).states.values()]);
	const { list, places } = placeCards(known.cards, log.cards);
	const cards = withStates(known, list, []);
	const tally = new Tally(params);
	tally.add(answersOfLog(log), places, moment.day);
	const sums = { params, cards, tally };
	if (reachesPast(log, moment.at)) return ok(sums);
	const kept = await keep(db, {
		id: 'statistics',
		version: SUMMARY_VERSION,
		until: moment.at,
		nextSeq: counters.get(SEQ_KEY) ?? 0,
		lastAt: log.at.reduce((last, at) => Math.max(last, at), 0),
		day: moment.day,
		weights: params.weights,
		cards,
		tally: tally.keep(moment.day)
	});
	return kept.ok || isOfFullDisk(kept.error) ? ok(sums) : kept;
}

/** No reason to show nothing: only what spares work the next time cannot be kept. */
function isOfFullDisk({ kind }: StorageError): boolean {
	return kind === 'quota';
}

/** Stores a summary, unless the log was folded anew while it was made or still has to be. */
function keep(db: BackstoryDatabase, summary: SummaryRow): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [db.summaries, db.counters], async () => {
		const counters = await readCounters(db, [SUMMING_KEY, UNFOLDED_KEY]);
		if (counters.get(SUMMING_KEY) !== summary.until || isUnfolded(counters)) return null;
		await Promise.all([
			db.summaries.put(summary),
			db.counters.put({ key: SUMMED_KEY, count: markOf(summary) }),
			db.counters.delete(SUMMING_KEY)
		]);
		return null;
	});
}

/** Never 0, which no counter can be told from. */
function markOf({ nextSeq }: SummaryRow): number {
	return nextSeq + 1;
}

/** Whether an event was made at a moment or after it: an answer of just now, or a clock that was wrong. */
function reachesPast({ id }: LogColumns, at: EpochMs): boolean {
	const view = new DataView(id.buffer, id.byteOffset, id.byteLength);
	for (let place = 0; place < id.byteLength; place += ID_BYTES) {
		if (view.getUint32(place) * 0x10000 + view.getUint16(place + 4) >= at) return true;
	}
	return false;
}

function isUnfolded(counters: ReadonlyMap<string, number>): boolean {
	return (counters.get(UNFOLDED_KEY) ?? 0) > 0;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
	return a.length === b.length && a.every((value, index) => value === b[index]);
}
