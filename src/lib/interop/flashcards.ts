import type { Bank } from '$lib/content/bank';
import { deletionNumbers, deletionWords } from '$lib/domain/cloze';
import { coverDeletions } from '$lib/domain/cloze-text';
import type { ClassifyLabel, Item } from '$lib/domain/item';
import { plainText, textOfBlocks } from '$lib/domain/text';

/** One item as two plain texts, for readers that know nothing but questions and answers. */
export type Flashcard = { readonly id: string; readonly question: string; readonly answer: string };

export type FlashcardTopic = { readonly id: string; readonly title: string; readonly cards: readonly Flashcard[] };

/** The words that an item leaves to the screen. */
export type FlashcardWords = {
	readonly isTrue: string;
	readonly isFalse: string;
	readonly trueOrFalse: string;
	readonly whatKind: string;
	readonly labelName: (label: ClassifyLabel) => string;
};

/** Lays out a bank's items as question and answer, by topic in teaching order. */
export function toFlashcards(bank: Bank, words: FlashcardWords): FlashcardTopic[] {
	const places = new Map(bank.places.map(({ id, name }) => [id, name]));
	return bank.topics.map(({ id, title }) => ({
		id,
		title,
		cards: bank.items
			.filter((item) => item.topic === id)
			.map((item) => ({ id: item.id, question: questionOf(item, words), answer: answerOf(item, words, places) }))
	}));
}

function questionOf(item: Item, words: FlashcardWords): string {
	switch (item.type) {
		case 'cloze':
			return textOfBlocks(coverDeletions(item.stem, 'all'));
		case 'true-false':
			return `${words.trueOrFalse} ${plainText(item.stem)}`;
		case 'classify':
			return `${words.whatKind} ${plainText(item.stem)}`;
		case 'basic':
		case 'short-answer':
		case 'single-choice':
		case 'multiple-choice':
		case 'ordering':
		case 'matching':
		case 'map':
			return plainText(item.stem);
	}
}

function answerOf(item: Item, words: FlashcardWords, places: ReadonlyMap<string, string>): string {
	switch (item.type) {
		case 'basic':
			return plainText(item.answer);
		case 'short-answer':
			return plainText(item.answers[0] ?? '');
		case 'cloze':
			return list(deletionNumbers(item.stem).flatMap((number) => deletionWords(item.stem, number)));
		case 'single-choice':
		case 'multiple-choice':
			return list(item.options.filter(({ correct }) => correct).map(({ text }) => text));
		case 'true-false':
			return item.answer ? words.isTrue : words.isFalse;
		case 'ordering':
			return list(item.entries.map(({ text }, place) => `${String(place + 1)}. ${text}`));
		case 'matching':
			return list(item.pairs.map(({ left, right }) => `${left}: ${right}`));
		case 'map':
			return places.get(item.target.place) ?? item.target.place;
		case 'classify':
			return words.labelName(item.answer);
	}
}

/** Sentences lose their full stops where they are listed. */
function list(texts: readonly string[]): string {
	const plain = texts.map(plainText);
	return plain.length === 1 ? plain.join('') : plain.map((text) => text.replace(/\.$/, '')).join('; ');
}
