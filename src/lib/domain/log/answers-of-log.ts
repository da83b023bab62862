import { QUIZ_RIGHT, QUIZ_WRONG, type AnswerColumns } from '../answer-columns';
import { CODES, ratingOf, type LogColumns } from './log-columns';
import { orderLog } from './order-log';
import { uncountedRows } from './uncounted-rows';

/** @returns the answers of a log that count: reviews, and quiz questions that were answered at all */
export function answersOfLog(log: LogColumns): AnswerColumns {
	const isUncounted = uncountedRows(log);
	const rows = orderLog(log);
	const card = new Uint32Array(rows.length);
	const at = new Float64Array(rows.length);
	const day = new Int32Array(rows.length);
	const rating = new Uint8Array(rows.length);
	const tookMs = new Uint32Array(rows.length);
	let count = 0;
	for (const row of rows) {
		const mark = isUncounted[row] === 0 ? markOf(log, row) : null;
		if (mark === null) continue;
		card[count] = log.card[row] ?? 0;
		at[count] = log.at[row] ?? 0;
		day[count] = log.day[row] ?? 0;
		rating[count] = mark;
		tookMs[count] = log.tookMs[row] ?? 0;
		count += 1;
	}
	return {
		cards: log.cards,
		card: card.subarray(0, count),
		at: at.subarray(0, count),
		day: day.subarray(0, count),
		rating: rating.subarray(0, count),
		tookMs: tookMs.subarray(0, count)
	};
}

function markOf(log: LogColumns, row: number): number | null {
	const code = log.code[row] ?? 0;
	if (code !== CODES.quizAnswer) return ratingOf(code);
	const flags = log.flags[row] ?? 0;
	if ((flags & 2) === 0) return null;
	return (flags & 1) === 1 ? QUIZ_RIGHT : QUIZ_WRONG;
}
