import { toCardId, type CardId } from '../card';
import { deletionNumbers, deletionWords } from '../cloze';
import { foldAnswer } from '../fold-answer';
import type { Item } from '../item';
import type { StudySet } from '../set';

/** What more cards than this have for an answer tells none of them from the others. */
const MOST_CARDS = 3;

/** Finds the cards of a set by their answers, however those are spelled. */
export class AnswerIndex {
	readonly #items: ReadonlyMap<number, Item>;
	readonly #cards = new Map<string, CardId[]>();

	constructor({ id: setId, items }: Pick<StudySet, 'id' | 'items'>) {
		this.#items = new Map(items.map((item) => [item.number, item]));
		for (const item of items) {
			for (const { part, texts } of answersOf(item)) {
				const card = toCardId({ setId, item: item.number, part });
				for (const key of new Set(texts.map(keyOf))) if (key !== '') this.#add(key, card);
			}
		}
	}

	item(number: number): Item | undefined {
		return this.#items.get(number);
	}

	/** @returns the cards that have this answer; none when they are too many to mean one of them */
	cardsWith(text: string): readonly CardId[] {
		const cards = this.#cards.get(keyOf(text)) ?? [];
		return cards.length > MOST_CARDS ? [] : cards;
	}

	/** @returns each card that has the one answer with each that has the other */
	across(one: string, other: string): (readonly [CardId, CardId])[] {
		return this.cardsWith(one).flatMap((a) => this.cardsWith(other).map((b) => [a, b] as const));
	}

	#add(key: string, card: CardId): void {
		const cards = this.#cards.get(key);
		if (cards === undefined) this.#cards.set(key, [card]);
		else cards.push(card);
	}
}

/** What each card of an item has for an answer; nothing where that is no text of its own, such as true or an order. */
function answersOf(item: Item): { readonly part: number; readonly texts: readonly string[] }[] {
	switch (item.type) {
		case 'basic':
			return [{ part: 1, texts: [item.answer] }];
		case 'short-answer':
			return [{ part: 1, texts: item.answers }];
		case 'cloze':
			return deletionNumbers(item.stem).map((part) => ({
				part,
				texts: [deletionWords(item.stem, part).join(' '), ...(item.accept?.[String(part)] ?? [])]
			}));
		case 'single-choice':
			return [{ part: 1, texts: item.options.filter(({ correct }) => correct).map(({ text }) => text) }];
		case 'multiple-choice':
		case 'true-false':
		case 'ordering':
		case 'matching':
		case 'map':
		case 'classify':
			return [];
	}
}

function keyOf(text: string): string {
	return foldAnswer(text).join(' ');
}
