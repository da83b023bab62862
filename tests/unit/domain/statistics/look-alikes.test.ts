import { describe, expect, it } from 'vitest';
import type { Item, Question } from '$lib/domain/item';
import type { AnsweredQuestion, Attempt, Response } from '$lib/domain/quiz';
import { lookAlikes } from '$lib/domain/statistics/look-alikes';
import { attemptAt } from '../quiz-items';

const choice = (...texts: readonly string[]): Question => ({
	type: 'single-choice',
	stem: '?',
	options: texts.map((text, index) => ({ text, correct: index === 0 }))
});
const place = (lat: number): Question => ({
	type: 'map',
	stem: '?',
	target: { place: String(lat), lat, lon: 70, toleranceKm: 50 }
});
const QUESTIONS: readonly Question[] = [
	choice('Torkham', 'Chaman', 'Kabul'),
	{ type: 'short-answer', stem: '?', answers: ['Chaman', 'Chaman gate'] },
	{ type: 'cloze', stem: '{{1::Mullah Omar}} died in {{2::2013}}.', accept: { '1': ['Omar'] } },
	{ type: 'basic', stem: '?', answer: 'Haibatullah' },
	place(30),
	place(34),
	{
		type: 'matching',
		stem: '?',
		pairs: [
			{ left: 'Torkham', right: 'north' },
			{ left: 'Chaman', right: 'south' }
		],
		extra: ['west']
	},
	{ type: 'true-false', stem: '?', answer: true }
];
const items = QUESTIONS.map((question, index): Item => ({
	...question,
	number: index + 1,
	id: String(index + 1),
	revision: 1
}));
const SET = { id: attemptAt([1]).spec.setId, items };
const card = (number: number, part = 1) => `${SET.id}.${String(number)}.${String(part)}`;

function attempt(
	answers: readonly (readonly [number, Response, Partial<AnsweredQuestion>?])[],
	finishedAt = 9
): Attempt {
	return {
		...attemptAt(answers.map(([number]) => number)),
		answers: answers.map(([, response, rest]) => ({ response, tookMs: 1, ...rest })),
		finishedAt
	};
}
const text = (...values: readonly string[]): Response => ({ type: 'text', values });
const chosen = (...options: readonly number[]): Response => ({ type: 'choice', chosen: options });
const pairsIn = (...attempts: readonly Attempt[]) => lookAlikes(attempts, [SET], 10);

describe('lookAlikes', () => {
	it('are found in an option chosen that is the answer of another card', () => {
		expect(pairsIn(attempt([[1, chosen(1)]]))).toEqual([{ cards: [card(1), card(2)], times: 1 }]);
		expect(pairsIn(attempt([[1, chosen(2)]])), 'nobody’s answer').toEqual([]);
		expect(pairsIn(attempt([[1, chosen(0)]])), 'the right answer').toEqual([]);
	});

	it('are found in words typed, however they are spelled, deletion by deletion', () => {
		expect(pairsIn(attempt([[2, text('the  TORKHAM')]]))).toEqual([{ cards: [card(1), card(2)], times: 1 }]);
		expect(pairsIn(attempt([[3, text('Haibatullah', '2013')]]))).toEqual([{ cards: [card(3), card(4)], times: 1 }]);
		expect(pairsIn(attempt([[3, text('Omar', 'Chaman')]]))).toEqual([{ cards: [card(2), card(3, 2)], times: 1 }]);
		expect(pairsIn(attempt([[4, text('omar')]]))).toEqual([{ cards: [card(3), card(4)], times: 1 }]);
	});

	it('are found in a place pointed at, and in pairs that were exchanged', () => {
		expect(pairsIn(attempt([[5, { type: 'point', lat: 34.1, lon: 70 }]]))).toEqual([
			{ cards: [card(5), card(6)], times: 1 }
		]);
		expect(pairsIn(attempt([[7, { type: 'match', right: [1, 0] }]]))).toEqual([
			{ cards: [card(1), card(2)], times: 1 }
		]);
		expect(pairsIn(attempt([[7, { type: 'match', right: [0, 2] }]])), 'a right side of its own').toEqual([]);
	});

	it('are counted both ways round, most often first, then latest', () => {
		const early = attempt([[4, text('omar')]], 1);
		const late = attempt([[5, { type: 'point', lat: 34, lon: 70 }]], 2);
		expect(pairsIn(attempt([[1, chosen(1)]], 0), early, late, attempt([[2, text('Torkham')]], 0))).toEqual([
			{ cards: [card(1), card(2)], times: 2 },
			{ cards: [card(5), card(6)], times: 1 },
			{ cards: [card(3), card(4)], times: 1 }
		]);
		expect(lookAlikes([early, late], [SET], 1)).toHaveLength(1);
	});

	it('are no answers that the learner stands by, none left open, and none of sets or questions that are gone', () => {
		expect(pairsIn(attempt([[2, text('Torkham'), { overruled: true }]]))).toEqual([]);
		expect(pairsIn(attempt([[2, text('')]]), attempt([[8, { type: 'boolean', value: false }]]))).toEqual([]);
		expect(pairsIn(attempt([[77, chosen(1)]]))).toEqual([]);
		expect(lookAlikes([attempt([[1, chosen(1)]])], [{ ...SET, id: 'another' }], 10)).toEqual([]);
	});

	it('are not guessed from an answer that many cards have', () => {
		const more = [2, 3, 4].map((count) => ({ ...items[1]!, number: 10 + count, id: `more-${String(count)}` }));
		expect(
			lookAlikes([attempt([[1, chosen(1)]])], [{ ...SET, items: [...items, ...more.slice(0, 2)] }], 10)
		).toHaveLength(3);
		expect(lookAlikes([attempt([[1, chosen(1)]])], [{ ...SET, items: [...items, ...more] }], 10)).toEqual([]);
	});
});
