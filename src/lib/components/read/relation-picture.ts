import {
	linesBetween,
	type PictureActor,
	type PictureNode,
	type PictureRelation,
	type RelationPicture
} from './relation-lines';
import { settle, unrestOf } from './relation-unrest';

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

/**
 * Lays actors out on two rings, all lengths in units of the picture: the most related inside, the others around them in
 * rows. Places are exchanged as long as that makes the picture calmer; then names move aside where a line is still in the way.
 * The same data always give the same picture.
 */
export function drawRelations(actors: readonly PictureActor[], relations: readonly PictureRelation[]): RelationPicture {
	const isInner = ({ id }: PictureActor) => neighboursOf(id, relations).size >= INNER_NEIGHBOURS;
	const inner = actors.filter(isInner);
	const outer = actors.filter((actor) => !isInner(actor));
	const height = NODE_HEIGHT + 2 + ROW_HEIGHT * Math.max(4, rowsOf(outer.length) - 1);
	const draw = (order: readonly PictureActor[]): RelationPicture => {
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
	const pictures = calmest.map((order) => settle(draw(order), relations));
	return pictures.reduce((best, other) => (unrestOf(other) < unrestOf(best) - 1e-9 ? other : best));
}

/** @returns the order after exchanging places as long as that lessens the unrest */
function calm(
	start: readonly PictureActor[],
	unrestIn: (order: readonly PictureActor[]) => number,
	inner: number
): readonly PictureActor[] {
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

function turned(actors: readonly PictureActor[], turn: number): readonly PictureActor[] {
	return [...actors.slice(turn), ...actors.slice(0, turn)];
}

function neighboursOf(id: string, relations: readonly PictureRelation[]): Set<string> {
	return new Set(relations.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
}

/** @returns the order with any two of the same ring exchanged */
function exchanges(order: readonly PictureActor[], innerCount: number): PictureActor[][] {
	return order.flatMap((a, i) =>
		order.slice(i + 1).flatMap((b, offset) => {
			const isSameRing = i < innerCount === i + 1 + offset < innerCount;
			return isSameRing ? [order.map((actor) => (actor === a ? b : actor === b ? a : actor))] : [];
		})
	);
}

function innerNode(actor: PictureActor, index: number, count: number, height: number): PictureNode {
	// A little turned, so that no two names stand side by side with no room for the line between them.
	const angle = -Math.PI / 2 + ((index + 0.25) * 2 * Math.PI) / count;
	const reach = count > 1 ? 1 : 0;
	const x = WIDTH * (0.5 + Math.cos(angle) * INNER_REACH.x * reach);
	const y = height * (0.5 + Math.sin(angle) * INNER_REACH.y * reach);
	return toNode(actor, x, y, true);
}

function outerNode(actor: PictureActor, index: number, count: number, height: number): PictureNode {
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

function toNode({ id, name }: PictureActor, x: number, y: number, inner: boolean): PictureNode {
	return { id, name, x: rounded(x), y: rounded(y), width: widthOf(name), height: NODE_HEIGHT, inner };
}

function widthOf(name: string): number {
	return name.length * LETTER + 2 * NODE_PADDING;
}

function rounded(length: number): number {
	return Math.round(length * 10) / 10;
}
