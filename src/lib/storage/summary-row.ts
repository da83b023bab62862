import type { CardColumns } from '$lib/domain/card-columns';
import { CALIBRATION_COUNTS } from '$lib/domain/statistics/calibration';
import type { KeptTally } from '$lib/domain/statistics/tally';
import { RETENTION_COUNTS } from '$lib/domain/statistics/true-retention';
import type { SummaryRow } from './rows';
import { isCount, isFields, isWhole } from './shape';

/** Raised whenever a summary would come out otherwise: older ones are made anew. */
export const SUMMARY_VERSION = 1;

/** @returns the summary, or null when it is missing, damaged or of another version: it follows from the log */
export function parseSummaryRow(row: unknown): SummaryRow | null {
	if (!isFields(row) || row['version'] !== SUMMARY_VERSION) return null;
	const { until, nextSeq, lastAt, day, weights, cards, tally } = row;
	if (!isWhole(until) || !isCount(nextSeq) || !isWhole(lastAt) || !isWhole(day) || !isNumbers(weights)) return null;
	if (!isCardColumns(cards) || !isTally(tally)) return null;
	return { id: 'statistics', version: SUMMARY_VERSION, until, nextSeq, lastAt, day, weights, cards, tally };
}

function isNumbers(value: unknown): value is readonly number[] {
	return Array.isArray(value) && value.every((entry) => typeof entry === 'number');
}

function isCardColumns(value: unknown): value is CardColumns {
	if (!isFields(value) || !Array.isArray(value['cards'])) return false;
	const { stability, difficulty, dueDay, lastDay, reviews, lapses, phase, suspended } = value;
	const isWhole =
		stability instanceof Float64Array &&
		difficulty instanceof Float64Array &&
		dueDay instanceof Int32Array &&
		lastDay instanceof Int32Array &&
		reviews instanceof Uint32Array &&
		lapses instanceof Uint32Array &&
		phase instanceof Uint8Array &&
		suspended instanceof Uint8Array;
	const { length } = value['cards'];
	const columns = [stability, difficulty, dueDay, lastDay, reviews, lapses, phase, suspended];
	return isWhole && columns.every((column) => isFields(column) && column['length'] === length);
}

function isTally(value: unknown): value is KeptTally {
	if (!isFields(value) || !isCount(value['answers']) || !isCount(value['quizAnswers'])) return false;
	const { days, retention, calibration, misses, memory } = value;
	if (!(retention instanceof Uint32Array) || retention.length !== RETENTION_COUNTS) return false;
	if (!(calibration instanceof Float64Array) || calibration.length !== CALIBRATION_COUNTS) return false;
	return days instanceof Float64Array && misses instanceof Float64Array && memory instanceof Float32Array;
}
