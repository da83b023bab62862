import type { AnalysedQuestion } from '$lib/domain/analysis/analysed-question';
import type { Estimate } from '$lib/domain/analysis/estimate';
import { CSV_START, csvLine, type CsvCell } from './csv';

const HEAD = [
	'question',
	'text',
	'alarms',
	'learners',
	'right',
	'left_open',
	...['facility', 'discrimination'].flatMap((name) => [name, `${name}_low`, `${name}_high`]),
	...['low', 'median', 'high'].map((name) => `seconds_${name}`),
	'sure',
	'sure_and_wrong',
	'best_third',
	'weakest_third'
];

/**
 * An item analysis as a CSV file, a line for each question in the order given. Options follow at the end of the line, four
 * cells each: whether it is right, and how many chose it of all, of the best third and of the weakest.
 */
export function analysisToCsv(questions: readonly AnalysedQuestion[]): string {
	const most = Math.max(0, ...questions.map(({ analysis }) => analysis.options.length));
	const options = Array.from({ length: most }, (_, index) => `option_${String(index + 1)}`);
	const head = [
		...HEAD,
		...options.flatMap((name) => ['right', 'all', 'best', 'weakest'].map((of) => `${name}_${of}`))
	];
	return CSV_START + csvLine(head) + questions.map((question) => csvLine(cellsOf(question))).join('');
}

function cellsOf({ number, text, analysis }: AnalysedQuestion): CsvCell[] {
	const { alarms, n, right, open, facility, discrimination, time, confident, thirds, options } = analysis;
	return [
		number,
		text,
		alarms.map(({ kind }) => kind).join(' '),
		n,
		right,
		open,
		...estimateCells(facility),
		...estimateCells(discrimination),
		...(time === null ? [null, null, null] : [time.low, time.median, time.high].map((ms) => rounded(ms / 1000))),
		confident?.sure ?? null,
		confident?.wrong ?? null,
		thirds?.top ?? null,
		thirds?.bottom ?? null,
		...options.flatMap((option): CsvCell[] => [
			option.right,
			option.all,
			thirds === null ? null : option.top,
			thirds === null ? null : option.bottom
		])
	];
}

function estimateCells(estimate: Estimate | null): CsvCell[] {
	if (estimate === null) return [null, null, null];
	return [estimate.value, estimate.low, estimate.high].map(rounded);
}

function rounded(value: number): number {
	return Math.round(value * 1e4) / 1e4;
}
