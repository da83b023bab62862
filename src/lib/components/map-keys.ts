/** What a key does to a map; `dx` and `dy` are steps to the right and down. */
export type MapKey =
	| { readonly kind: 'move'; readonly dx: number; readonly dy: number; readonly far: boolean }
	| { readonly kind: 'zoom'; readonly closer: boolean }
	| { readonly kind: 'set'; readonly again: boolean };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Reads a key press on a map. Left is west in every script.
 * @returns null for a key that is not the map's; `again` is the space bar, which sets a pin wherever the last one stands
 */
export function readMapKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): MapKey | null {
	if (ctrlKey || metaKey || altKey) return null;
	const arrow = ARROWS[key];
	if (arrow !== undefined) return { kind: 'move', dx: arrow[0], dy: arrow[1], far: shiftKey };
	// The plus of most keyboards needs Shift; without it the same key says "equals".
	if (key === '+' || key === '=') return { kind: 'zoom', closer: true };
	if (key === '-' || key === '_') return { kind: 'zoom', closer: false };
	if (key === 'Enter' || key === ' ') return { kind: 'set', again: key === ' ' };
	return null;
}
