import type { AnswerColumns } from '$lib/domain/answer-columns';
import { QUIZ_RIGHT } from '$lib/domain/answer-columns';
import { CARD_PHASES, type CardColumns } from '$lib/domain/card-columns';
import { DAY_MS, type StudyDay } from '$lib/domain/units';
import { CSV_START, csvLine } from './csv';

/** How many lines a part has: few enough that a page stays responsive between two of them. */
const LINES = 5000;

/**
 * All answers as a CSV file, in the order of the log, in parts. Times are UTC; a study day is the learner's own. Review
 * ratings are 1 (Again) to 4 (Easy); a quiz answer has `correct` instead.
 */
export function* answersToCsv({ cards, card, at, day, rating, tookMs }: AnswerColumns): Generator<string> {
	yield CSV_START + csvLine(['card', 'answered_at', 'study_day', 'kind', 'rating', 'correct', 'took_ms']);
	for (const [from, to] of parts(card.length)) {
		let text = '';
		for (let i = from; i < to; i += 1) {
			const answer = rating[i] ?? 0;
			const outcome = answer > 4 ? ['quiz', null, answer === QUIZ_RIGHT] : ['review', answer, null];
			const when = [new Date(at[i] ?? 0).toISOString(), dateOf(day[i] ?? 0)];
			text += csvLine([cards[card[i] ?? 0] ?? '', ...when, ...outcome, tookMs[i] ?? 0]);
		}
		yield text;
	}
}

/** What a card is called in a file: set, topic and question in the author's words. */
export type CardLabel = { readonly set: string; readonly topic: string; readonly question: string };

/**
 * The cards with their present states as a CSV file, in parts.
 * @param labelOf null for a card whose question is gone
 */
export function* cardsToCsv(columns: CardColumns, labelOf: (card: string) => CardLabel | null): Generator<string> {
	const head = ['card', 'set', 'topic', 'question', 'phase', 'stability_days', 'difficulty', 'due', 'last_answer'];
	yield CSV_START + csvLine([...head, 'answers', 'lapses', 'suspended']);
	for (const [from, to] of parts(columns.cards.length)) {
		let text = '';
		for (let i = from; i < to; i += 1) text += cardLine(columns, i, labelOf(columns.cards[i] ?? ''));
		yield text;
	}
}

function cardLine(columns: CardColumns, i: number, label: CardLabel | null): string {
	const isSeen = columns.reviews[i] !== 0;
	return csvLine([
		columns.cards[i] ?? '',
		label?.set ?? null,
		label?.topic ?? null,
		label?.question ?? null,
		isSeen ? (CARD_PHASES[columns.phase[i] ?? 0] ?? null) : 'new',
		isSeen ? rounded(columns.stability[i] ?? 0) : null,
		isSeen ? rounded(columns.difficulty[i] ?? 0) : null,
		dateOf(columns.dueDay[i] ?? 0),
		isSeen ? dateOf(columns.lastDay[i] ?? 0) : null,
		columns.reviews[i] ?? 0,
		columns.lapses[i] ?? 0,
		columns.suspended[i] === 1
	]);
}

function* parts(length: number): Generator<readonly [from: number, to: number]> {
	for (let from = 0; from < length; from += LINES) yield [from, Math.min(length, from + LINES)];
}

/** A study day as a calendar date. */
function dateOf(day: StudyDay): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function rounded(value: number): number {
	return Math.round(value * 1e4) / 1e4;
}
