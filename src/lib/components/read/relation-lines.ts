type Kind = 'fact' | 'contested' | 'claim';
export type PictureActor = { readonly id: string; readonly name: string };
export type PictureRelation = { readonly from: string; readonly to: string; readonly kind: Kind };
type Point = { readonly x: number; readonly y: number };

/** An actor's name, centred on its point; `width` and `height` are the ground it needs. */
export type PictureNode = PictureActor &
	Point & { readonly width: number; readonly height: number; readonly inner: boolean };

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

/** Between the lines of two kinds that join the same actors. */
const LINE_GAP = 7;
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

/** @returns whether two lines cross that have no end in common */
export function doCross(a: PictureLine, b: PictureLine): boolean {
	if (a.ends.some((end) => b.ends.includes(end))) return false;
	const side = (line: PictureLine, x: number, y: number) =>
		Math.sign((line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1));
	return side(a, b.x1, b.y1) !== side(a, b.x2, b.y2) && side(b, a.x1, a.y1) !== side(b, a.x2, a.y2);
}

/** @returns the angle, 0 to pi, between lines from one name to two others; null where they have no such end */
export function turnBetween(a: PictureLine, b: PictureLine): number | null {
	const shared = a.ends.filter((end) => b.ends.includes(end));
	const [end] = shared;
	if (end === undefined || shared.length === 2) return null;
	const turn = Math.abs(directionFrom(end, a) - directionFrom(end, b));
	return Math.min(turn, 2 * Math.PI - turn);
}

function directionFrom(end: string, { ends, x1, y1, x2, y2 }: PictureLine): number {
	return ends[0] === end ? Math.atan2(y2 - y1, x2 - x1) : Math.atan2(y1 - y2, x1 - x2);
}

/** @returns the lines that these relations make between names where they stand */
export function linesBetween(nodes: readonly PictureNode[], relations: readonly PictureRelation[]): PictureLine[] {
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

function rounded(length: number): number {
	return Math.round(length * 10) / 10;
}
