import type { ItemOf } from '../../../src/lib/domain/item';

const base = { number: 1, id: 'one', revision: 1, explanation: 'Because it is so.' } as const;

export const singleChoice: ItemOf<'single-choice'> = {
	...base,
	type: 'single-choice',
	stem: 'Which bird cannot fly?',
	options: [
		{ text: 'Swift', correct: false, rationale: 'It hardly ever lands.' },
		{ text: 'Kiwi', correct: true },
		{ text: 'Crane', correct: false }
	]
};
export const multipleChoice: ItemOf<'multiple-choice'> = {
	...base,
	type: 'multiple-choice',
	stem: 'Which are even?',
	options: [
		{ text: 'Two', correct: true },
		{ text: 'Three', correct: false },
		{ text: 'Four', correct: true, rationale: 'Twice two.' }
	]
};
export const trueFalse: ItemOf<'true-false'> = { ...base, type: 'true-false', stem: 'Water is wet.', answer: true };
export const classify: ItemOf<'classify'> = { ...base, type: 'classify', stem: 'It will rain.', answer: 'ahead' };
export const shortAnswer: ItemOf<'short-answer'> = {
	...base,
	type: 'short-answer',
	stem: 'What is the capital of Norway?',
	answers: ['Oslo']
};
export const cloze: ItemOf<'cloze'> = {
	...base,
	type: 'cloze',
	stem: 'The {{1::sun}} is larger than the {{2::moon}}.'
};
export const ordering: ItemOf<'ordering'> = {
	...base,
	type: 'ordering',
	stem: 'Put in order.',
	entries: [{ text: 'Morning', date: '1994' }, { text: 'Noon' }, { text: 'Evening' }]
};
export const matching: ItemOf<'matching'> = {
	...base,
	type: 'matching',
	stem: 'Match.',
	pairs: [
		{ left: 'Cow', right: 'calf' },
		{ left: 'Horse', right: 'foal' }
	],
	extra: ['kid']
};
export const place: ItemOf<'map'> = {
	...base,
	type: 'map',
	stem: 'Find the capital.',
	target: { place: 'kabul', lat: 34.528, lon: 69.172, toleranceKm: 60 }
};
export const basic: ItemOf<'basic'> = { ...base, type: 'basic', stem: 'Why is the sky blue?', answer: 'Scattering.' };
