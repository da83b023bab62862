type Kind = 'fact' | 'contested' | 'claim';
type Actor = { readonly id: string; readonly name: string };
type Relation = { readonly from: string; readonly to: string; readonly kind: Kind };
type Point = { readonly x: number; readonly y: number };

/** An actor's name, centred on its point; `width` and `height` are the ground it needs. */
export type PictureNode = Actor & Point & { readonly width: number; readonly height: number; readonly inner: boolean };

/** One line for all relations of one kind between two actors, in either direction. */
export type PictureLine = {
	readonly key: string;
	readonly ends: readonly [string, string];
	readonly kind: Kind;
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
};

export type RelationPicture = {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly PictureNode[];
	readonly lines: readonly PictureLine[];
};

/** Names are set in 13 units, about as many pixels on a phone; a sans takes half of that for a letter. */
const LETTER = 6.5;
const WIDTH = 340;
const ROW_HEIGHT = 70;
const NODE_HEIGHT = 22;
const NODE_PADDING = 6;
/** Whoever is related to this many others stands inside: else their lines would cross the whole picture. */
const INNER_NEIGHBOURS = 3;
/** Half axes of the inner ring, in shares of the picture. */
const INNER_REACH = { x: 0.13, y: 0.24 };
/** How much the outer ring draws in towards top and bottom; two names of a third of the width still fit side by side. */
const ROUNDNESS = 0.35;
/** Between the lines of two kinds that join the same actors. */
const LINE_GAP = 7;
/** What disturbs the eye, weighed against lines that are together one picture's width longer. */
const DISTURBANCE = { throughName: 6, crossing: 1.5 };

/**
 * Lays actors out on two rings, all lengths in units of the picture: the most related inside, the others around them in
 * rows. Places are exchanged as long as that makes the picture calmer. The same data always give the same picture.
 */
export function drawRelations(actors: readonly Actor[], relations: readonly Relation[]): RelationPicture {
	const isInner = ({ id }: Actor) => neighboursOf(id, relations).size >= INNER_NEIGHBOURS;
	const inner = actors.filter(isInner);
	const outer = actors.filter((actor) => !isInner(actor));
	const height = NODE_HEIGHT + 2 + ROW_HEIGHT * Math.max(4, rowsOf(outer.length) - 1);
	const draw = (order: readonly Actor[]): RelationPicture => {
		const nodes = order.map((actor, index) =>
			index < inner.length
				? innerNode(actor, index, inner.length, height)
				: outerNode(actor, index - inner.length, outer.length, height)
		);
		return { width: WIDTH, height, nodes, lines: linesBetween(nodes, relations) };
	};
	// Exchanging leads to the nearest calm order, not to the calmest: so from several starts.
	const starts = outer.length === 0 ? [inner] : outer.map((_, turn) => [...inner, ...turned(outer, turn)]);
	const calmest = starts.map((start) => calm(start, (order) => unrestOf(draw(order)), inner.length));
	return draw(calmest.reduce((best, other) => (unrestOf(draw(other)) < unrestOf(draw(best)) - 1e-9 ? other : best)));
}

/** @returns the order after exchanging places as long as that lessens the unrest */
function calm(start: readonly Actor[], unrestIn: (order: readonly Actor[]) => number, inner: number): readonly Actor[] {
	let best = start;
	let unrest = unrestIn(best);
	for (let calmer = true; calmer;) {
		calmer = false;
		for (const next of exchanges(best, inner)) {
			const nextUnrest = unrestIn(next);
			if (nextUnrest < unrest - 1e-9) [best, unrest, calmer] = [next, nextUnrest, true];
		}
	}
	return best;
}

function turned(actors: readonly Actor[], turn: number): readonly Actor[] {
	return [...actors.slice(turn), ...actors.slice(0, turn)];
}

function neighboursOf(id: string, relations: readonly Relation[]): Set<string> {
	return new Set(relations.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
}

/** @returns the order with any two of the same ring exchanged */
function exchanges(order: readonly Actor[], innerCount: number): Actor[][] {
	return order.flatMap((a, i) =>
		order.slice(i + 1).flatMap((b, offset) => {
			const isSameRing = i < innerCount === i + 1 + offset < innerCount;
			return isSameRing ? [order.map((actor) => (actor === a ? b : actor === b ? a : actor))] : [];
		})
	);
}

function unrestOf({ nodes, lines }: RelationPicture): number {
	const length = lines.reduce((sum, line) => sum + Math.hypot(line.x2 - line.x1, line.y2 - line.y1), 0);
	const throughNames = lines.reduce((sum, line) => sum + nodes.filter((node) => runsThrough(line, node)).length, 0);
	const crossings = lines.reduce((sum, a, i) => sum + lines.slice(i + 1).filter((b) => doCross(a, b)).length, 0);
	return length / WIDTH + throughNames * DISTURBANCE.throughName + crossings * DISTURBANCE.crossing;
}

/** @returns whether a line runs behind the name of an actor that is not at its end */
export function runsThrough(line: PictureLine, { id, x, y, width, height }: PictureNode): boolean {
	if (line.ends.includes(id)) return false;
	const across = sharesWithin(line.x1, line.x2, x - width / 2, x + width / 2);
	const down = sharesWithin(line.y1, line.y2, y - height / 2, y + height / 2);
	return Math.max(0, across[0], down[0]) < Math.min(1, across[1], down[1]);
}

/** @returns between which shares of its way something that goes from start to end is between low and high */
function sharesWithin(start: number, end: number, low: number, high: number): readonly [number, number] {
	if (start === end) return start > low && start < high ? [0, 1] : [1, 0];
	const [a, b] = [(low - start) / (end - start), (high - start) / (end - start)];
	return [Math.min(a, b), Math.max(a, b)];
}

function doCross(a: PictureLine, b: PictureLine): boolean {
	if (a.ends.some((end) => b.ends.includes(end))) return false;
	const side = (line: PictureLine, x: number, y: number) =>
		Math.sign((line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1));
	return side(a, b.x1, b.y1) !== side(a, b.x2, b.y2) && side(b, a.x1, a.y1) !== side(b, a.x2, a.y2);
}

function innerNode(actor: Actor, index: number, count: number, height: number): PictureNode {
	// A little turned, so that no two names stand side by side with no room for the line between them.
	const angle = -Math.PI / 2 + ((index + 0.25) * 2 * Math.PI) / count;
	const reach = count > 1 ? 1 : 0;
	const x = WIDTH * (0.5 + Math.cos(angle) * INNER_REACH.x * reach);
	const y = height * (0.5 + Math.sin(angle) * INNER_REACH.y * reach);
	return toNode(actor, x, y, true);
}

function outerNode(actor: Actor, index: number, count: number, height: number): PictureNode {
	const { side, row } = slotOf(index, count);
	const share = row / Math.max(1, rowsOf(count) - 1);
	const reach = 1 - ROUNDNESS * (2 * share - 1) ** 2;
	const x = (WIDTH + side * reach * (WIDTH - 2 - widthOf(actor.name))) / 2;
	return toNode(actor, x, NODE_HEIGHT / 2 + 1 + share * (height - NODE_HEIGHT - 2), false);
}

/** One actor on top, then two a row, and one at the bottom where their number is even. */
function rowsOf(count: number): number {
	return Math.floor(count / 2) + 1;
}

/** @returns the place of that number, from the top clockwise */
function slotOf(index: number, count: number): { readonly side: -1 | 0 | 1; readonly row: number } {
	if (index === 0 || index * 2 === count) return { side: 0, row: index };
	return index * 2 < count ? { side: 1, row: index } : { side: -1, row: count - index };
}

function linesBetween(nodes: readonly PictureNode[], relations: readonly Relation[]): PictureLine[] {
	return nodes.flatMap((a, index) =>
		nodes.slice(index + 1).flatMap((b) => {
			const between = relations.filter(
				({ from, to }) => (from === a.id && to === b.id) || (from === b.id && to === a.id)
			);
			const kinds = [...new Set(between.map(({ kind }) => kind))].sort();
			return kinds.map((kind, place) => lineBetween(a, b, kind, place - (kinds.length - 1) / 2));
		})
	);
}

/** @param aside how many line gaps it stands beside the straight way */
function lineBetween(a: PictureNode, b: PictureNode, kind: Kind, aside: number): PictureLine {
	const gap = (aside * LINE_GAP) / Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
	const [dx, dy] = [(a.y - b.y) * gap, (b.x - a.x) * gap];
	const [x1, y1, x2, y2] = [rounded(a.x + dx), rounded(a.y + dy), rounded(b.x + dx), rounded(b.y + dy)];
	return { key: `${a.id} ${b.id} ${kind}`, ends: [a.id, b.id], kind, x1, y1, x2, y2 };
}

function toNode({ id, name }: Actor, x: number, y: number, inner: boolean): PictureNode {
	return { id, name, x: rounded(x), y: rounded(y), width: widthOf(name), height: NODE_HEIGHT, inner };
}

function widthOf(name: string): number {
	return name.length * LETTER + 2 * NODE_PADDING;
}

function rounded(length: number): number {
	return Math.round(length * 10) / 10;
}
