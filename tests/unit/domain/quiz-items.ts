import type { Item, ItemOf, ItemType } from '../../../src/lib/domain/item';
import type { Attempt, Paper, QuizSpec } from '../../../src/lib/domain/quiz';
import { startAttempt } from '../../../src/lib/domain/attempt';

/** One item of every type, numbered 1 to 10. */
export const ITEMS = {
	basic: { type: 'basic', number: 1, id: 'capital', revision: 1, topic: 'places', stem: 'Capital?', answer: 'Kabul' },
	cloze: {
		type: 'cloze',
		number: 2,
		id: 'line',
		revision: 1,
		topic: 'history',
		stem: 'The **line** dates from {{1::1893}} and is named after {{2::Mortimer Durand}}.',
		accept: { '2': ['Durand'] }
	},
	'single-choice': {
		type: 'single-choice',
		number: 3,
		id: 'river',
		revision: 1,
		topic: 'places',
		stem: 'Which river?',
		options: [
			{ text: 'Indus', correct: true, rationale: 'It is the *longest*.' },
			{ text: 'Helmand', correct: false },
			{ text: 'Kunar', correct: false },
			{ text: 'Oxus', correct: false }
		]
	},
	'multiple-choice': {
		type: 'multiple-choice',
		number: 4,
		id: 'provinces',
		revision: 1,
		topic: 'places',
		stem: 'Which are provinces?',
		options: [
			{ text: 'Sindh', correct: true },
			{ text: 'Balochistan', correct: true },
			{ text: 'Herat', correct: false },
			{ text: 'Nangarhar', correct: false }
		]
	},
	'true-false': { type: 'true-false', number: 5, id: 'tf', revision: 1, topic: 'history', stem: 'So?', answer: false },
	ordering: {
		type: 'ordering',
		number: 6,
		id: 'order',
		revision: 1,
		topic: 'history',
		stem: 'Put in order.',
		entries: [
			{ text: 'first', date: '1893' },
			{ text: 'second', date: '1947' },
			{ text: 'third' },
			{ text: 'fourth', date: '2021-08-15' }
		]
	},
	matching: {
		type: 'matching',
		number: 7,
		id: 'match',
		revision: 1,
		topic: 'places',
		stem: 'Match.',
		pairs: [
			{ left: 'Torkham', right: 'crossing' },
			{ left: 'Chaman', right: 'crossing' },
			{ left: 'Indus', right: 'river' }
		],
		extra: ['mountain']
	},
	map: {
		type: 'map',
		number: 8,
		id: 'map',
		revision: 1,
		topic: 'places',
		stem: 'Where is it?',
		target: { place: 'Torkham', lat: 34.12, lon: 71.09, toleranceKm: 50 }
	},
	classify: { type: 'classify', number: 9, id: 'kind', revision: 1, stem: 'It will rain.', answer: 'ahead' },
	'short-answer': {
		type: 'short-answer',
		number: 10,
		id: 'short',
		revision: 1,
		topic: 'history',
		stem: 'Who?',
		answers: ['Pakistan', 'Islamic Republic of Pakistan']
	}
} as const satisfies { [T in ItemType]: ItemOf<T> };

export const ALL_ITEMS: readonly Item[] = Object.values(ITEMS);

export const SPEC: QuizSpec = {
	setId: 'demo',
	topics: [],
	items: [],
	count: 10,
	time: { kind: 'none' },
	factor: 1,
	seed: 7
};

/** An attempt at the items with these numbers, started at instant 0. */
export function attemptAt(numbers: readonly number[], spec: Partial<QuizSpec> = {}, now = 0): Attempt {
	const paper: Paper = numbers.map((item) => ({ item, order: [] }));
	return startAttempt({ id: 'attempt-1', title: 'Demo', spec: { ...SPEC, ...spec }, paper }, now);
}
