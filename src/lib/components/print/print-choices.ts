import type { Duplex } from '$lib/domain/card-sheets';
import type { PaperSize } from '$lib/domain/paper-size';

/** How a selection is printed: what the panel asks for. What is printed of the set is the draft's matter. */
export type PrintChoices = {
	/** The key is a job of its own: it never stands on the back of a pupil's sheet and is not copied with them. */
	readonly as: 'quiz' | 'key' | 'cards';
	/** Whether an answer grid goes with the questions. */
	readonly grid: boolean;
	readonly paper: PaperSize;
	readonly size: 'normal' | 'large';
	readonly duplex: Duplex;
};

/** Cards on a page: 95 mm wide, and twice as high in large print, so that both fit A4 and Letter. */
export const CARD_COLUMNS = 2;
export const CARD_ROWS = { normal: 4, large: 2 } as const satisfies Record<PrintChoices['size'], number>;
