import { fitCard, type CardLine } from '$lib/domain/card-fit';
import { toCardFace, type CardFace, type FaceAnswer, type FaceText } from '$lib/domain/card-face';
import { parseText, textOfBlocks } from '$lib/domain/text';
import { dateInWords } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import type { PrintedCard } from '$lib/state/print-draft.svelte';
import { kindName } from '$lib/i18n/kind-name';
import { writtenGaps } from './written-gaps';
import type { PrintChoices } from '$lib/state/print-choices';

/** One side of a card. Rows have one cell or two. */
export type CardSide = {
	readonly lead: readonly FaceText[];
	readonly ask: string | null;
	readonly rows: readonly (readonly FaceText[])[];
	readonly isCounted: boolean;
	/** The explanation: left out where there is no room for it. */
	readonly tail: FaceText | null;
};

export type SetCard = CardSide & {
	/** Index into the sizes, 0 for the largest. */
	readonly step: number;
	/** There is more text than the smallest size has room for. */
	readonly isCut: boolean;
};

type Measure = { readonly share: number; readonly leadScale: number };

const NONE: CardSide = { lead: [], ask: null, rows: [], isCounted: false, tail: null };

/** Base sizes in points; `PrintCard.svelte` sets a class for each. */
const SIZES = { normal: [11, 9.5, 8.5, 7.5], large: [16, 13.5, 11.5, 9.5] } as const;
/** A card of 95 by 63.5 mm, or 95 by 127 mm in large print, less its margins and its foot. */
const ROOMS = {
	normal: { width: 83, height: 50 },
	large: { width: 83, height: 110 }
} as const;
/** What an answer counts as: bold letters are wider. */
const BOLD_SCALE = 1.1;
const ROW_SCALE = 0.9;
const TAIL_SCALE = 0.88;
/** Narrow columns lose more of their width to words that do not fit the line. */
const RAGGED = 0.9;
/** Letters across a card at its usual size. */
const LETTERS_PER_ROW = 44;
/** A map takes half of the back. */
const BESIDE_MAP = 0.5;

export function toFront({ item, part }: PrintedCard, size: PrintChoices['size']): SetCard {
	const face = toCardFace(item, part);
	return setSide({ ...NONE, lead: [face.stem.map((block) => writtenGaps(block, 12))], ...toTask(face) }, size, {
		share: 1,
		leadScale: 1
	});
}

/** @param hasMap whether a map stands beside the answer. @param nameOf the name of a place by its id */
export function toBack(
	{ item, part }: PrintedCard,
	size: PrintChoices['size'],
	hasMap: boolean,
	nameOf: (place: string) => string
): SetCard {
	const tail = item.explanation === undefined ? null : parseText(item.explanation);
	const side = { ...NONE, ...toAnswerSide(toCardFace(item, part).answer, nameOf), tail };
	return setSide(side, size, { share: hasMap ? BESIDE_MAP : 1, leadScale: BOLD_SCALE });
}

function toTask({ prompt, hidden }: CardFace): Partial<CardSide> {
	switch (prompt.kind) {
		case 'true-or-false':
			return { ask: m.true_or_false() };
		case 'labels':
			return { ask: m.print_card_kind() };
		case 'entries':
			return { ask: m.print_card_order(), rows: prompt.entries.map((entry) => [entry]) };
		case 'sides':
			return {
				ask: m.print_card_match(),
				rows: prompt.right.map((right, index) => [prompt.left[index] ?? [], right])
			};
		case 'place':
			return { ask: m.print_card_place() };
		case 'recall':
			// A screen shows the options on request; a card can only show them.
			return hidden.kind === 'none' ? {} : { rows: hidden.options.map((option) => [option]) };
	}
}

function toAnswerSide(answer: FaceAnswer, nameOf: (place: string) => string): Partial<CardSide> {
	switch (answer.kind) {
		case 'text':
			return { lead: [answer.text] };
		case 'cloze':
			return { lead: answer.words };
		case 'options':
			return { lead: answer.options.map(({ text }) => text) };
		case 'boolean':
			return { lead: [parseText(answer.value ? m.true_answer() : m.false_answer())] };
		case 'label':
			return { lead: [parseText(kindName(answer.label))] };
		case 'place':
			return { lead: [parseText(nameOf(answer.target.place))] };
		case 'order':
			return {
				rows: answer.entries.map(({ text, date }) => [text, ...(date === null ? [] : [parseText(dateInWords(date))])]),
				isCounted: true
			};
		case 'pairs':
			return { rows: answer.pairs.map(({ left, right }) => [left, right]) };
	}
}

/** Chooses the size of a side; what has no room even in the smallest loses its explanation first: an explanation has no use in print that is hard to read. */
function setSide(side: CardSide, size: PrintChoices['size'], measure: Measure): SetCard {
	const needed = linesOf(side, measure);
	const [room, sizes] = [ROOMS[size], SIZES[size]];
	const smallest = sizes.length - 1;
	if (side.tail !== null) {
		const step = fitCard([...needed, ...toLines(side.tail, TAIL_SCALE, measure.share)], room, sizes.slice(0, smallest));
		if (step !== null) return { ...side, step, isCut: false };
	}
	const step = fitCard(needed, room, sizes);
	return { ...side, tail: null, step: step ?? smallest, isCut: step === null };
}

function linesOf({ lead, ask, rows }: CardSide, { share, leadScale }: Measure): CardLine[] {
	return [
		...lead.flatMap((text) => toLines(text, leadScale, share)),
		...(ask === null ? [] : [{ length: ask.length, scale: ROW_SCALE, share }]),
		...toRowLines(rows.map((cells) => cells.map((cell) => textOfBlocks(cell).length))).map((line) => ({
			...line,
			share: line.share * share
		}))
	];
}

/** Of two cells, the one that needs more lines decides how high the row is. */
function toRowLines(rows: readonly (readonly number[])[]): CardLine[] {
	const widest = [0, 1].map((column) => Math.max(...rows.map((cells) => cells[column] ?? 0)));
	const [left = 0, right = 0] = widest;
	// A column takes what it needs, up to half; the other has the rest.
	const narrow = Math.min(0.5, (Math.min(left, right) + 2) / LETTERS_PER_ROW);
	const [leftShare, rightShare] = left < right ? [narrow, 1 - narrow] : [1 - narrow, narrow];
	return rows.map(([first = 0, second]) => {
		if (second === undefined) return { length: first, scale: ROW_SCALE, share: 1 };
		const needsLeft = first / leftShare > second / rightShare;
		const share = RAGGED * (needsLeft ? leftShare : rightShare);
		return { length: needsLeft ? first : second, scale: ROW_SCALE, share };
	});
}

function toLines(text: FaceText, scale: number, share: number): CardLine[] {
	return textOfBlocks(text)
		.split('\n')
		.map((line) => ({ length: line.length, scale, share }));
}
