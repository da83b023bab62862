import {
	doCross,
	linesBetween,
	runsThrough,
	turnBetween,
	type PictureLine,
	type PictureNode,
	type PictureRelation,
	type RelationPicture
} from './relation-lines';

/** What disturbs the eye, weighed against lines that are together one picture's width longer. */
const DISTURBANCE = { throughName: 6, crossing: 1.5, narrow: 1, straight: 0.5 };
/** Lines from one name to two others look like one when the angle between them is smaller than this, in radians. */
const NARROW = 0.16;
/** They look like one that runs behind the name when they are straight up to this. */
const STRAIGHT = 0.1;
/** How far a name may step aside at a time, far steps first. */
const STEPS = [48, 24, 12];
/** Between two names, so that a line between them is seen. */
const CLEARANCE = 16;

/** @returns how restless a picture looks: the length of its lines in picture widths, and what disturbs */
export function unrestOf(picture: RelationPicture): number {
	const length = picture.lines.reduce((sum, line) => sum + Math.hypot(line.x2 - line.x1, line.y2 - line.y1), 0);
	return length / picture.width + disturbanceOf(picture);
}

/** Moves names aside as long as fewer lines disturb: those inside freely, those of the outer ring along their row. */
export function settle(picture: RelationPicture, relations: readonly PictureRelation[]): RelationPicture {
	let best = picture;
	let disturbance = disturbanceOf(best);
	for (let calmer = true; calmer;) {
		calmer = false;
		for (const nodes of steps(best)) {
			const next = { ...best, nodes, lines: linesBetween(nodes, relations) };
			const nextDisturbance = disturbanceOf(next);
			if (nextDisturbance < disturbance) [best, disturbance, calmer] = [next, nextDisturbance, true];
			if (calmer) break;
		}
	}
	return best;
}

function disturbanceOf({ nodes, lines }: RelationPicture): number {
	let disturbance = 0;
	for (const [i, line] of lines.entries()) {
		for (const node of nodes) if (runsThrough(line, node)) disturbance += DISTURBANCE.throughName;
		for (const other of lines.slice(i + 1)) disturbance += disturbanceBetween(line, other);
	}
	return disturbance;
}

function disturbanceBetween(a: PictureLine, b: PictureLine): number {
	if (doCross(a, b)) return DISTURBANCE.crossing;
	const turn = turnBetween(a, b);
	if (turn === null) return 0;
	if (turn < NARROW) return DISTURBANCE.narrow;
	return turn > Math.PI - STRAIGHT ? DISTURBANCE.straight : 0;
}

/** Every arrangement in which one name has stepped aside, and stands free inside the picture. */
function steps({ nodes, width, height }: RelationPicture): PictureNode[][] {
	return STEPS.flatMap((step) =>
		nodes.flatMap((node) =>
			[-step, 0, step].flatMap((dx) =>
				[-step, 0, step].flatMap((dy) => {
					if ((dx === 0 && dy === 0) || (!node.inner && dy !== 0)) return [];
					const moved = { ...node, x: node.x + dx, y: node.y + dy };
					const others = nodes.filter((other) => other !== node);
					const isFree = isInside(moved, width, height) && others.every((other) => isApart(moved, other));
					return isFree ? [nodes.map((other) => (other === node ? moved : other))] : [];
				})
			)
		)
	);
}

function isInside(node: PictureNode, width: number, height: number): boolean {
	return (
		node.x >= node.width / 2 &&
		node.x <= width - node.width / 2 &&
		node.y >= node.height / 2 &&
		node.y <= height - node.height / 2
	);
}

function isApart(a: PictureNode, b: PictureNode): boolean {
	return (
		Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + CLEARANCE ||
		Math.abs(a.y - b.y) >= (a.height + b.height) / 2 + CLEARANCE
	);
}
