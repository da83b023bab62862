/** Over which edge the printer turns the sheet. */
export type Duplex = 'long' | 'short';

/** Both sides of a sheet of cards, row by row from the inline start; null where the last sheet stays empty. */
export type CardSheet<T> = { readonly fronts: readonly (T | null)[]; readonly backs: readonly (T | null)[] };

/**
 * Lays cards out on upright sheets so that each back is printed behind its front. Turned over the long edge, left and right
 * change places, so every row of backs runs the other way; turned over the short edge, top and bottom do.
 * @param columns at least 1
 * @param rows at least 1
 */
export function layOutCards<T>(
	cards: readonly T[],
	{ columns, rows, duplex }: { readonly columns: number; readonly rows: number; readonly duplex: Duplex }
): CardSheet<T>[] {
	const perSheet = columns * rows;
	const count = Math.ceil(cards.length / perSheet);
	return Array.from({ length: count }, (_, sheet) => {
		const fronts = Array.from({ length: perSheet }, (__, place) => cards[sheet * perSheet + place] ?? null);
		const lines = Array.from({ length: rows }, (__, row) => fronts.slice(row * columns, (row + 1) * columns));
		const turned = duplex === 'long' ? lines.map((line) => [...line].reverse()) : [...lines].reverse();
		return { fronts, backs: turned.flat() };
	});
}
