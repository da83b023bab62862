import type { PrintChoices } from '$lib/state/print-choices';

/** Cards on a page: 95 mm wide, and twice as high in large print, so that both fit A4 and Letter. */
export const CARD_COLUMNS = 2;
export const CARD_ROWS = { normal: 4, large: 2 } as const satisfies Record<PrintChoices['size'], number>;
