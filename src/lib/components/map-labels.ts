import type { MapPoint } from '$lib/domain/map-projection';
import { overlap, searchPlaces, type Box, type Choice } from './map-label-search';

/** Where a label stands relative to its point: -1 left or above, 0 centred, 1 right or below; halves lie between. */
type Spot = readonly [horizontal: -1 | -0.5 | 0 | 0.5 | 1, vertical: -1 | 0 | 1];

/** Beside first, as maps are read; straight above and below before the corners. */
export const AROUND: readonly Spot[] = [
	[1, 0],
	[-1, 0],
	[0, -1],
	[0, 1],
	[1, -1],
	[-1, 1],
	[1, 1],
	[-1, -1],
	[0.5, -1],
	[-0.5, -1],
	[0.5, 1],
	[-0.5, 1]
];
export const CENTRED: readonly Spot[] = [
	[0, 0],
	[0, -1],
	[0, 1],
	[1, 0],
	[-1, 0]
];
export const BELOW_OR_ABOVE: readonly Spot[] = [
	[0, 1],
	[0, -1]
];

/** All lengths in em of the label's own size, from the upper left corner of the map. */
export type LabelRequest = {
	readonly id: string;
	readonly text: string;
	/** Where it may stand, the best first; a town has one point, a line has many. */
	readonly points: readonly MapPoint[];
	readonly spots: readonly Spot[];
	/** Distance kept from the point. */
	readonly gap: number;
	/** How much ink it may cross before leaving it out is better. */
	readonly worth: number;
	/** How much ink it would rather cross than leave its first point. */
	readonly home?: number;
};

/** A label with its place: `dx` and `dy` lead from the point to the start, middle or end of the first baseline. */
export type PlacedLabel = MapPoint & {
	readonly id: string;
	readonly lines: readonly string[];
	readonly dx: number;
	readonly dy: number;
	readonly anchor: 'start' | 'middle' | 'end';
	/** What it covers. */
	readonly box: Box;
};

/** What the labels share the map with. */
type LabelGround = {
	readonly width: number;
	readonly height: number;
	/** Never covered: dots, pins. */
	readonly obstacles: readonly Box[];
	/** Points of the drawn lines; labels cross as few as they can. */
	readonly ink: readonly MapPoint[];
	/** What it costs to cross one of them. */
	readonly inkCost: number;
	readonly widthOf: (text: string) => number;
};

export const LINE_HEIGHT = 1.15;
const BASELINE = 0.9;
const BREATH = 0.15;
/** Kept free at either side, as letters may be wider than they measure. */
const EDGE = 0.3;

/** A second line costs as much as crossing this many points of a line. */
const BREAK_COST = 3;

/** The width of a text before it can be measured, in em; on the wide side for a Latin sans. */
export function estimatedWidth(text: string): number {
	return text.length * 0.56;
}

/**
 * Places labels so that none overlaps another, a dot or the edge, and that they cross few lines. One that finds no room,
 * not even on two lines, is left out; it comes back when the map is larger or closer.
 */
export function placeLabels(requests: readonly LabelRequest[], ground: LabelGround): PlacedLabel[] {
	const choosers = requests.map((request) => ({ worth: request.worth, choices: choicesOf(request, ground) }));
	return searchPlaces(choosers).map(({ label }) => label);
}

/** The box of a round mark. @param radius em */
export function dotBox({ x, y }: MapPoint, radius: number): Box {
	return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

type LabelChoice = Choice & { readonly label: PlacedLabel };

/** Every place a label could stand at, the one that crosses least ink first, the earlier spot where two are equal. */
function choicesOf(request: LabelRequest, ground: LabelGround): readonly LabelChoice[] {
	const choices: LabelChoice[] = [];
	for (const lines of breaks(request.text)) {
		const width = Math.max(...lines.map(ground.widthOf)) + BREATH;
		for (const [rank, point] of request.points.entries()) {
			const away = rank === 0 ? 0 : (request.home ?? 0);
			for (const [preference, spot] of request.spots.entries()) {
				const box = boxAt(point, spot, request.gap, width, lines.length * LINE_HEIGHT);
				if (!isInside(box, ground) || ground.obstacles.some((other) => overlap(box, other))) continue;
				const crossed = ground.ink.filter((ink) => covers(box, ink)).length;
				const cost = crossed * ground.inkCost + (lines.length - 1) * BREAK_COST + preference / 10 + rank / 10 + away;
				if (cost < request.worth) choices.push({ box, label: labelAt(request.id, lines, point, spot, box), cost });
			}
		}
	}
	return choices.sort((a, b) => a.cost - b.cost);
}

/** The text on one line, and on two if it has a space: broken where the longer line is shortest. */
function breaks(text: string): readonly (readonly string[])[] {
	const words = text.split(' ');
	const pairs = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
	const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));
	const best = pairs.sort((a, b) => longest(a) - longest(b))[0];
	return best === undefined ? [[text]] : [[text], best];
}

function boxAt({ x, y }: MapPoint, [horizontal, vertical]: Spot, gap: number, width: number, height: number): Box {
	// A corner touches the dot's diagonal; a full gap each way would set the label adrift.
	const reach = Math.abs(horizontal) === 1 && vertical !== 0 ? gap * 0.6 : gap;
	const left = x - width / 2 + horizontal * (width / 2 + reach);
	const top = vertical === 1 ? y + reach : vertical === -1 ? y - reach - height : y - height / 2;
	return { left, top, right: left + width, bottom: top + height };
}

function labelAt(id: string, lines: readonly string[], { x, y }: MapPoint, [side]: Spot, box: Box): PlacedLabel {
	const anchor = side === 1 ? 'start' : side === -1 ? 'end' : 'middle';
	const edge = side === 1 ? box.left : side === -1 ? box.right : (box.left + box.right) / 2;
	return { id, lines, x, y, dx: edge - x, dy: box.top - y + BASELINE, anchor, box };
}

function isInside(box: Box, { width, height }: LabelGround): boolean {
	return box.left >= EDGE && box.top >= 0 && box.right <= width - EDGE && box.bottom <= height;
}

function covers({ left, top, right, bottom }: Box, { x, y }: MapPoint): boolean {
	return x > left && x < right && y > top && y < bottom;
}
