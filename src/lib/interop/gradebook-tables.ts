import type { AssignmentResult } from '$lib/domain/assignment-result';
import type { GradebookEntry, GradebookLearner, ItemTally } from '$lib/domain/gradebook';
import type { Item } from '$lib/domain/item';
import { isFromPaper } from '$lib/domain/paper-result';
import { responseToText } from '$lib/domain/response-words';
import { stemText } from '$lib/domain/stem-text';
import { MINUTE_MS, type DurationMs } from '$lib/domain/units';
import { CSV_START, csvLine, type CsvCell } from './csv';
import type { Sheet } from './xlsx';

type Row = readonly CsvCell[];

/** One line for each sitting. Instants are UTC; `oddities` are kinds, joined by spaces. Of a paper no times are known. */
export function resultsTable(learners: readonly GradebookLearner[]): Row[] {
	const marks = ['score', 'out_of', 'percent', 'right', 'partly', 'wrong', 'open'];
	const times = ['started_at', 'took_minutes', 'late_minutes', 'away_count', 'away_minutes', 'time_factor'];
	return [
		['name', 'sitting', ...marks, ...times, 'replaced', 'oddities', 'device'],
		...learners.flatMap(({ entries }) => entries.map(resultRow))
	];
}

function resultRow({ received, marked, oddities }: GradebookEntry): Row {
	const { result, replaced, sender } = received;
	const { points, total, right, partly, wrong, unanswered } = marked.score;
	return [
		...[result.name, result.sitting, rounded(points), total, total === 0 ? null : rounded((100 * points) / total)],
		...[right, partly, wrong, unanswered],
		...(isFromPaper(sender) ? NO_TIMES : timeCells(result)),
		...[result.accommodations?.factor ?? null, replaced, oddities.map(({ kind }) => kind).join(' '), sender]
	];
}

const NO_TIMES: Row = [null, null, null, null, null];

function timeCells({ startedAt, tookMs, lateMs, away }: AssignmentResult): Row {
	return [new Date(startedAt).toISOString(), minutes(tookMs), minutes(lateMs), away.count, minutes(away.ms)];
}

/** One line for each question of each sitting. Options are named by letter as the question was written. */
export function answersTable(learners: readonly GradebookLearner[], items: ReadonlyMap<number, Item>): Row[] {
	const head = ['name', 'sitting', 'question', 'item', 'stem', 'outcome', 'credit', 'answer', 'confidence'];
	return [
		[...head, 'took_seconds', 'report'],
		...learners.flatMap(({ entries }) => entries.flatMap((entry) => answerRows(entry, items)))
	];
}

function answerRows({ received, marked }: GradebookEntry, items: ReadonlyMap<number, Item>): Row[] {
	const { name, sitting } = received.result;
	return marked.score.questions.map((question, index) => {
		const item = items.get(question.item);
		const answer = marked.attempt.answers[index] ?? null;
		const response = item === undefined ? '' : responseToText(item, answer?.response ?? null);
		return [
			...[name, sitting, index + 1, question.item, stemOf(item)],
			...[question.outcome === 'missing' ? 'left-out' : question.outcome, rounded(question.credit)],
			...[response, answer?.confidence ?? null, seconds(question.tookMs), answer?.report ?? null]
		];
	});
}

/** One line for each item that was asked. */
export function itemsTable(tallies: readonly ItemTally[], items: ReadonlyMap<number, Item>): Row[] {
	return [
		['item', 'stem', 'topic', 'asked', 'right', 'partly', 'wrong', 'open', 'mean_credit', 'reports'],
		...tallies.map((tally) => {
			const item = items.get(tally.item);
			const mean = tally.asked === 0 ? null : rounded(tally.credit / tally.asked);
			const outcomes = [tally.asked, tally.right, tally.partly, tally.wrong, tally.unanswered];
			const reports = tally.reports.map(({ words }) => words).join(' | ');
			return [tally.item, stemOf(item), item?.topic ?? null, ...outcomes, mean, reports];
		})
	];
}

/** The whole gradebook as three sheets. */
export function gradebookSheets(
	learners: readonly GradebookLearner[],
	tallies: readonly ItemTally[],
	items: ReadonlyMap<number, Item>
): Sheet[] {
	return [
		{ name: 'Results', rows: resultsTable(learners) },
		{ name: 'Answers', rows: answersTable(learners, items) },
		{ name: 'Items', rows: itemsTable(tallies, items) }
	];
}

/** @returns a table as the text of a CSV file */
export function tableToCsv(rows: readonly Row[]): string {
	return CSV_START + rows.map(csvLine).join('');
}

function stemOf(item: Item | undefined): string {
	return item === undefined ? '' : stemText(item);
}

function minutes(ms: DurationMs): number {
	return Math.round((10 * ms) / MINUTE_MS) / 10;
}

/** @returns null for no time at all: a question never seen, or one answered on paper */
function seconds(ms: DurationMs): number | null {
	return ms === 0 ? null : Math.round(ms / 1000);
}

function rounded(value: number): number {
	return Math.round(value * 1e3) / 1e3;
}
