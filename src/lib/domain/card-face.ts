import { deletionNumbers, deletionWords } from './cloze';
import { coverDeletions, markDeletions } from './cloze-text';
import { hashText } from './hash';
import { CLASSIFY_LABELS, type ClassifyLabel, type Item, type ItemOf, type MapTarget } from './item';
import { drawPartOrder } from './part-order';
import { createRng } from './rng';
import { parseText, type TextBlock } from './text';
import type { IsoDate } from './units';

/** A parsed text, ready to be drawn. */
export type FaceText = readonly TextBlock[];

/** What stands below the stem from the start. `recall` shows nothing: the answer is thought of. */
export type FacePrompt =
	| { readonly kind: 'recall' }
	| { readonly kind: 'true-or-false' }
	| { readonly kind: 'labels'; readonly labels: readonly ClassifyLabel[] }
	/** To be put in order; shown in another one. */
	| { readonly kind: 'entries'; readonly entries: readonly FaceText[] }
	| { readonly kind: 'sides'; readonly left: readonly FaceText[]; readonly right: readonly FaceText[] }
	| { readonly kind: 'place' };

/** What is shown only when the learner asks for a hint. */
export type FaceHint = { readonly kind: 'none' } | { readonly kind: 'options'; readonly options: readonly FaceText[] };

export type FaceEntry = { readonly text: FaceText; readonly date: IsoDate | null };
export type FacePair = { readonly left: FaceText; readonly right: FaceText };
export type FaceOption = { readonly text: FaceText; readonly rationale: FaceText | null };

/** What is shown after revealing. */
export type FaceAnswer =
	/** `also` are further accepted wordings. */
	| { readonly kind: 'text'; readonly text: FaceText; readonly also: readonly FaceText[] }
	/** `words` are the asked ones; `filled` is the whole stem with them marked as `deletion` spans. */
	| { readonly kind: 'cloze'; readonly words: readonly FaceText[]; readonly filled: FaceText }
	| { readonly kind: 'options'; readonly options: readonly FaceOption[] }
	| { readonly kind: 'boolean'; readonly value: boolean }
	| { readonly kind: 'order'; readonly entries: readonly FaceEntry[] }
	| { readonly kind: 'pairs'; readonly pairs: readonly FacePair[] }
	| { readonly kind: 'place'; readonly target: MapTarget }
	| { readonly kind: 'label'; readonly label: ClassifyLabel };

/** A card as data: texts of the set, and kinds that the screens put into words. */
export type CardFace = {
	readonly stem: FaceText;
	readonly prompt: FacePrompt;
	readonly hidden: FaceHint;
	readonly answer: FaceAnswer;
};

/**
 * What one card of an item shows. Shuffled parts always stand in the same order, so that undo shows the same card.
 * @param part the cloze deletion asked for, 1 for every other type
 * @throws when the item has no such part: cards come from `cardsOfItem`
 */
export function toCardFace(item: Item, part: number): CardFace {
	const parts = item.type === 'cloze' ? deletionNumbers(item.stem) : [1];
	if (!parts.includes(part)) throw new Error(`Item ${item.id} has no part ${String(part)}`);
	const stem = item.type === 'cloze' ? coverDeletions(item.stem, part) : parseText(item.stem);
	return { stem, prompt: toPrompt(item), hidden: toHint(item), answer: toAnswer(item, part) };
}

function toPrompt(item: Item): FacePrompt {
	switch (item.type) {
		case 'true-false':
			return { kind: 'true-or-false' };
		case 'classify':
			return { kind: 'labels', labels: CLASSIFY_LABELS };
		case 'ordering': {
			const texts = item.entries.map((entry) => entry.text);
			return { kind: 'entries', entries: inShownOrder(item, texts) };
		}
		case 'matching':
			return { kind: 'sides', left: item.pairs.map((pair) => parseText(pair.left)), right: shownRights(item) };
		case 'map':
			return { kind: 'place' };
		case 'basic':
		case 'cloze':
		case 'short-answer':
		case 'single-choice':
		case 'multiple-choice':
			return { kind: 'recall' };
	}
}

function toHint(item: Item): FaceHint {
	if (item.type !== 'single-choice' && item.type !== 'multiple-choice') return { kind: 'none' };
	const texts = item.options.map((option) => option.text);
	return { kind: 'options', options: inShownOrder(item, texts) };
}

function toAnswer(item: Item, part: number): FaceAnswer {
	switch (item.type) {
		case 'basic':
			return { kind: 'text', text: parseText(item.answer), also: [] };
		case 'short-answer':
			return { kind: 'text', text: parseText(item.answers[0] ?? ''), also: item.answers.slice(1).map(parseText) };
		case 'cloze': {
			const words = deletionWords(item.stem, part).map(parseText);
			return { kind: 'cloze', words, filled: markDeletions(item.stem, part) };
		}
		case 'single-choice':
		case 'multiple-choice':
			return { kind: 'options', options: rightOptions(item) };
		case 'true-false':
			return { kind: 'boolean', value: item.answer };
		case 'ordering': {
			const entries = item.entries.map(({ text, date }) => ({ text: parseText(text), date: date ?? null }));
			return { kind: 'order', entries };
		}
		case 'matching': {
			const pairs = item.pairs.map(({ left, right }) => ({ left: parseText(left), right: parseText(right) }));
			return { kind: 'pairs', pairs };
		}
		case 'map':
			return { kind: 'place', target: item.target };
		case 'classify':
			return { kind: 'label', label: item.answer };
	}
}

function rightOptions(item: ItemOf<'single-choice' | 'multiple-choice'>): FaceOption[] {
	return item.options
		.filter((option) => option.correct)
		.map(({ text, rationale }) => ({
			text: parseText(text),
			rationale: rationale === undefined ? null : parseText(rationale)
		}));
}

function shownRights(item: ItemOf<'matching'>): FaceText[] {
	return inShownOrder(item, [...item.pairs.map((pair) => pair.right), ...item.extra]);
}

function inShownOrder(item: Item, texts: readonly string[]): FaceText[] {
	const rng = createRng(hashText(`${String(item.number)} ${item.id}`));
	return drawPartOrder(item, rng).map((index) => parseText(texts[index] ?? ''));
}
