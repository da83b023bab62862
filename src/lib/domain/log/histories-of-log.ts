import type { TrainingReviews } from '../optimiser/training-reviews';
import { CODES, ratingOf, type LogColumns } from './log-columns';
import { orderLog } from './order-log';
import { uncountedRows } from './uncounted-rows';

/** A learner's reviews, history after history, with how long each took. */
export type TimedReviews = TrainingReviews & { readonly tookMs: Uint32Array };

/** A review's row in the log, and the history it belongs to. */
type Found = { readonly rows: Uint32Array; readonly history: Uint32Array; readonly sizes: readonly number[] };

/**
 * The reviews of a log that count, those of each card together and in the order of the log. A card that was forgotten
 * has a history for each start; of one that was reset only what came after counts. Quiz answers are left out: they say less of a memory than a rating does.
 */
export function historiesOfLog(log: LogColumns): TimedReviews {
	const { rows, history, sizes } = findReviews(log);
	const starts = new Uint32Array(sizes.length + 1);
	for (const [index, size] of sizes.entries()) starts[index + 1] = (starts[index] ?? 0) + size;
	const next = starts.slice();
	const day = new Int32Array(rows.length);
	const rating = new Uint8Array(rows.length);
	const at = new Float64Array(rows.length);
	const tookMs = new Uint32Array(rows.length);
	for (const [index, row] of rows.entries()) {
		const of = history[index] ?? 0;
		const place = next[of] ?? 0;
		next[of] = place + 1;
		day[place] = log.day[row] ?? 0;
		rating[place] = ratingOf(log.code[row] ?? 0) ?? 0;
		at[place] = log.at[row] ?? 0;
		tookMs[place] = log.tookMs[row] ?? 0;
	}
	return { starts, day, rating, at, tookMs };
}

function findReviews(log: LogColumns): Found {
	const ordered = orderLog(log);
	const isUncounted = uncountedRows(log);
	/** By card the history its next review belongs to; none before its first and after a reset. */
	const current = new Int32Array(log.cards.length).fill(-1);
	const sizes: number[] = [];
	const rows = new Uint32Array(ordered.length);
	const history = new Uint32Array(ordered.length);
	let count = 0;
	for (const row of ordered) {
		if (isUncounted[row] !== 0) continue;
		const card = log.card[row] ?? 0;
		const code = log.code[row] ?? 0;
		if (code === CODES.reset) current[card] = -1;
		if (ratingOf(code) === null) continue;
		if (current[card] === -1) current[card] = sizes.push(0) - 1;
		const of = current[card] ?? 0;
		sizes[of] = (sizes[of] ?? 0) + 1;
		rows[count] = row;
		history[count] = of;
		count += 1;
	}
	return { rows: rows.subarray(0, count), history: history.subarray(0, count), sizes };
}
