/** A text on a card, as far as its room is concerned. */
export type CardLine = {
	/** Its characters; a text of several lines counts as several of these. */
	readonly length: number;
	/** Its size relative to the card's base size. */
	readonly scale: number;
	/** The share of the card's width that it has. */
	readonly share: number;
};

/** Room on a card, in millimetres, without margins and foot. */
export type CardRoom = { readonly width: number; readonly height: number };

const MM_PER_POINT = 25.4 / 72;
/** Width of an average letter in em, on the wide side of the serif faces that are used. Measured on the bundled bank. */
const LETTER_EM = 0.5;
/** Height of a line in em. */
const LEADING = 1.32;
/** Space below each text in em. */
const GAP = 0.3;

/**
 * Chooses how large a card is set. An estimate, as paper cannot be measured before it is printed: it errs towards small.
 * @param sizes base sizes in points, the largest first
 * @returns index of the largest size at which the lines have room, or null when none gives enough
 */
export function fitCard(lines: readonly CardLine[], room: CardRoom, sizes: readonly number[]): number | null {
	const index = sizes.findIndex((points) => heightOf(lines, room.width, points) <= room.height);
	return index === -1 ? null : index;
}

function heightOf(lines: readonly CardLine[], width: number, points: number): number {
	const em = points * MM_PER_POINT;
	return lines.reduce((sum, { length, scale, share }) => {
		const perLine = Math.max(1, Math.floor((width * share) / (em * scale * LETTER_EM)));
		return sum + (Math.ceil(length / perLine) * LEADING * scale + GAP) * em;
	}, 0);
}
