import type { GeoBounds } from '../../src/lib/domain/map-projection';
import type { Position } from 'topojson-client';

/** One edge of the window: a position is inside when its `axis` is on the right `side` of `at`. */
type Edge = { readonly axis: 0 | 1; readonly at: number; readonly side: 1 | -1 };

/**
 * Cuts an area to a window after Sutherland and Hodgman: one edge of the window after the other.
 * @param ring closed, its last position repeating its first
 * @returns the part inside, closed; empty when nothing is
 */
export function clipRing(ring: readonly Position[], window: GeoBounds): readonly Position[] {
	return edges(window).reduce<readonly Position[]>((rest, edge) => {
		const kept: Position[] = [];
		for (const [i, end] of rest.entries()) {
			const start = rest[i === 0 ? rest.length - 1 : i - 1] ?? end;
			if (isInside(start, edge) !== isInside(end, edge)) kept.push(crossing(start, end, edge));
			if (isInside(end, edge)) kept.push(end);
		}
		return kept;
	}, ring);
}

/** Cuts a line to a window. @returns the pieces inside, in order */
export function clipLine(line: readonly Position[], window: GeoBounds): readonly (readonly Position[])[] {
	return edges(window).reduce<readonly (readonly Position[])[]>(
		(pieces, edge) => pieces.flatMap((piece) => clipAtEdge(piece, edge)),
		[line]
	);
}

function clipAtEdge(line: readonly Position[], edge: Edge): readonly (readonly Position[])[] {
	const pieces: Position[][] = [];
	let piece: Position[] = [];
	for (const [i, end] of line.entries()) {
		const start = line[i - 1] ?? end;
		if (isInside(start, edge) !== isInside(end, edge)) piece.push(crossing(start, end, edge));
		if (isInside(end, edge)) piece.push(end);
		else if (piece.length > 0) {
			pieces.push(piece);
			piece = [];
		}
	}
	if (piece.length > 0) pieces.push(piece);
	return pieces.filter((part) => part.length > 1);
}

const edges = ({ west, south, east, north }: GeoBounds): readonly Edge[] => [
	{ axis: 0, at: west, side: 1 },
	{ axis: 0, at: east, side: -1 },
	{ axis: 1, at: south, side: 1 },
	{ axis: 1, at: north, side: -1 }
];

function isInside(position: Position, { axis, at, side }: Edge): boolean {
	return side * (position[axis] - at) >= 0;
}

function crossing(start: Position, end: Position, { axis, at }: Edge): Position {
	const share = (at - start[axis]) / (end[axis] - start[axis]);
	const other = axis === 0 ? 1 : 0;
	const value = start[other] + share * (end[other] - start[other]);
	return axis === 0 ? [at, value] : [value, at];
}
