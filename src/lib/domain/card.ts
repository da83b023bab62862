import { deletionNumbers } from './cloze';
import type { Item } from './item';
import type { Days, EpochMs, StudyDay } from './units';

/** `set.item.part`, such as `collision-course.12.1`. Part counts cloze deletions and is 1 otherwise. */
export type CardId = string;

export type CardAddress = { readonly setId: string; readonly item: number; readonly part: number };

/** Where a card stands. A card nobody has seen has no state at all. */
export type CardPhase = 'learning' | 'review' | 'relearning';

/**
 * Memory and due date of one card, folded from its events. A cache: it can always be rebuilt from the log.
 */
export type CardState = {
	readonly card: CardId;
	readonly setId: string;
	readonly phase: CardPhase;
	/** Days until retrievability falls to 0.9. */
	readonly stability: Days;
	/** 1 (easy) to 10 (hard). */
	readonly difficulty: number;
	/** Index of the current learning or relearning step; 0 in review. */
	readonly step: number;
	/** Study day from which the card is due. Learning cards use `dueAt` within that day. */
	readonly dueDay: StudyDay;
	/** Instant at which a card on a step shorter than a day is due; null when it is due from the start of `dueDay`. */
	readonly dueAt: EpochMs | null;
	readonly lastDay: StudyDay;
	readonly lastAt: EpochMs;
	/** Answers that moved memory. 0 only for a card that was suspended before anyone answered it: it has no memory yet. */
	readonly reviews: number;
	readonly lapses: number;
	/** Study day of the last Again or missed quiz question, null before the first. Memory takes one quiz miss a day. */
	readonly failedDay: StudyDay | null;
	readonly suspended: boolean;
	/** Study day before which the card stays away although it may be due; null when nobody buried it. */
	readonly buriedUntil: StudyDay | null;
};

/** @returns the card's id */
export function toCardId(address: CardAddress): CardId {
	return `${address.setId}.${String(address.item)}.${String(address.part)}`;
}

/**
 * Splits a card id made by `toCardId`.
 * @throws when it is not one: ids are made here, so that is a bug
 */
export function toCardAddress(card: CardId): CardAddress {
	const afterSet = card.indexOf('.');
	const afterItem = card.indexOf('.', afterSet + 1);
	const [item, part] = [toDigits(card, afterSet + 1, afterItem), toDigits(card, afterItem + 1, card.length)];
	if (afterSet < 1 || item === null || part === null) throw new Error(`Not a card id: ${card}`);
	return { setId: card.slice(0, afterSet), item, part };
}

/** By hand, as a log of a million asks for this a million times. @returns null when not all of the text is digits */
function toDigits(text: string, from: number, to: number): number | null {
	if (from >= to) return null;
	for (let place = from; place < to; place += 1) {
		const code = text.charCodeAt(place);
		if (code < DIGIT_0 || code > DIGIT_9) return null;
	}
	return Number(text.slice(from, to));
}

const [DIGIT_0, DIGIT_9] = [0x30, 0x39];

/** @returns the cards of an item: one for each cloze deletion, else one */
export function cardsOfItem(setId: string, item: Item): CardId[] {
	const parts = item.type === 'cloze' ? deletionNumbers(item.stem) : [1];
	return parts.map((part) => toCardId({ setId, item: item.number, part }));
}
