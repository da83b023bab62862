import type { AnswerColumns } from '$lib/domain/answer-columns';
import type { CardColumns } from '$lib/domain/card-columns';
import { parseParameters } from '$lib/domain/scheduler-parameters';
import type { Statistics, StatisticsInput } from '$lib/domain/statistics/statistics';
import type { TopicIndex } from '$lib/domain/statistics/topic-index';

type Fields = Readonly<Record<string, unknown>>;

/** Reads what the page asks. @returns null for anything but whole columns */
export function parseStatisticsInput(value: unknown): StatisticsInput | null {
	if (!isFields(value)) return null;
	const { answers, cards, topics, params, today } = value;
	const parameters = parseParameters(params);
	if (!parameters.ok || typeof today !== 'number' || !Number.isSafeInteger(today)) return null;
	if (!areAnswers(answers) || !areCards(cards) || !areTopics(topics)) return null;
	return { answers, cards, topics, params: parameters.value, today };
}

/** Reads what the worker answers. @returns null for anything but statistics */
export function parseStatistics(value: unknown): Statistics | null {
	return isFields(value) && PARTS.every((part) => isFields(value[part])) ? (value as Statistics) : null;
}

const PARTS = Object.keys({
	totals: 0,
	daily: 0,
	due: 0,
	retention: 0,
	calibration: 0,
	memory: 0,
	hardest: 0,
	confident: 0,
	lookAlikes: 0,
	topics: 0
} satisfies Record<keyof Statistics, 0>);

/** @returns the memory behind the columns, to be handed over instead of copied */
export function buffersOf(columns: AnswerColumns | CardColumns): ArrayBuffer[] {
	const values: unknown[] = Object.values(columns);
	return values.flatMap((value) =>
		ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : []
	);
}

function areAnswers(value: unknown): value is AnswerColumns {
	if (!isFields(value) || !Array.isArray(value.cards)) return false;
	const { card, at, day, rating, tookMs } = value;
	const isWhole =
		card instanceof Uint32Array &&
		at instanceof Float64Array &&
		day instanceof Int32Array &&
		rating instanceof Uint8Array &&
		tookMs instanceof Uint32Array;
	return isWhole && [at, day, rating, tookMs].every(({ length }) => length === card.length);
}

function areCards(value: unknown): value is CardColumns {
	if (!isFields(value) || !Array.isArray(value.cards)) return false;
	const { cards, stability, difficulty, dueDay, lastDay, reviews, lapses, phase, suspended } = value;
	const isWhole =
		stability instanceof Float64Array &&
		difficulty instanceof Float64Array &&
		dueDay instanceof Int32Array &&
		lastDay instanceof Int32Array &&
		reviews instanceof Uint32Array &&
		lapses instanceof Uint32Array &&
		phase instanceof Uint8Array &&
		suspended instanceof Uint8Array;
	const columns = [stability, difficulty, dueDay, lastDay, reviews, lapses, phase, suspended];
	return isWhole && columns.every((column) => isFields(column) && column.length === cards.length);
}

function areTopics(value: unknown): value is TopicIndex {
	return isFields(value) && Array.isArray(value.cards) && value.bySet instanceof Map && value.whole instanceof Map;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null;
}
