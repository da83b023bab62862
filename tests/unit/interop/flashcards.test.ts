import { describe, expect, it } from 'vitest';
import { toFlashcards } from '$lib/interop/flashcards';
import type { FlashcardWords } from '$lib/interop/flashcards';
import { tinyBank } from './tiny-bank';

const words: FlashcardWords = {
	isTrue: 'True',
	isFalse: 'False',
	trueOrFalse: 'True or false?',
	whatKind: 'What kind?',
	labelName: (label: string) => `It is a ${label}`
};

const topics = toFlashcards(tinyBank, words);
const byType = new Map(
	tinyBank.items.map((item) => [
		item.type,
		topics.flatMap(({ cards }) => cards).find((card) => card.id === item.id) ?? { question: '', answer: '' }
	])
);

describe('toFlashcards', () => {
	it('keeps every item under its topic, in teaching order', () => {
		expect(topics.map(({ id, cards }) => [id, cards.length])).toEqual([
			['people', 5],
			['bridge', 5]
		]);
	});

	it('has a question and an answer for every type, without marks of the text format', () => {
		for (const [type, { question, answer }] of byType) {
			expect(question.trim(), type).not.toBe('');
			expect(answer.trim(), type).not.toBe('');
			expect(question + answer, type).not.toMatch(/\*\*|\{\{|::/);
		}
	});

	it('lists several answers as one, without full stops between them', () => {
		const stem = 'Which hold?';
		const options = ['It rains.', 'It pours.'].map((text) => ({ text, correct: true }));
		const item = { ...tinyBank.items[0]!, type: 'multiple-choice', stem, options } as const;
		const [people] = toFlashcards({ ...tinyBank, items: [item] }, words);
		expect(people?.cards[0]?.answer).toBe('It rains; It pours');
	});

	it('covers the words that a cloze asks for', () => {
		const cloze = byType.get('cloze');
		expect(cloze?.question).toContain('[…]');
		for (const word of cloze?.answer.split('; ') ?? []) expect(cloze?.question).not.toContain(word);
	});

	it('says what is asked where the screen would, and answers in words', () => {
		expect(byType.get('true-false')).toMatchObject({
			question: expect.stringMatching(/^True or false\? /) as string,
			answer: expect.stringMatching(/^(True|False)$/) as string
		});
		expect(byType.get('classify')?.question).toMatch(/^What kind\? /);
		expect(byType.get('map')?.answer).toBe('Adun');
		expect(byType.get('ordering')?.answer).toMatch(/^1\. .+; 2\. /);
		expect(byType.get('matching')?.answer).toContain('Keepers: a fee; Traders: free passage');
	});
});
