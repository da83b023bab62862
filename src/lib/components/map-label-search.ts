export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** One place where a label could stand. */
export type Choice = { readonly box: Box; readonly cost: number };

/** A label that looks for a place: its choices, the cheapest first, and what leaving it out costs. */
export type Chooser<C extends Choice> = { readonly worth: number; readonly choices: readonly C[] };

type Placement<C extends Choice> = ReadonlyMap<Chooser<C>, C>;

/** Rounds of letting each label choose first. */
const ROUNDS = 2;

/** How many may push others aside, one after the other. */
const DEPTH = 2;

/**
 * Finds each label a place where it overlaps no other. They choose one after the other, in the order given; then it is
 * tried whether the whole is better when one of them chooses before the rest, and last whether one that was left out
 * finds room when those in its way move. Not the best of all placements, but soon found: there are too many to try.
 */
export function searchPlaces<C extends Choice>(choosers: readonly Chooser<C>[]): C[] {
	let order = choosers;
	let best = inTurn(order);
	for (let round = 0; round < ROUNDS; round++) {
		for (const first of order) {
			const otherOrder = [first, ...order.filter((one) => one !== first)];
			const other = inTurn(otherOrder);
			if (costOf(other, choosers) < costOf(best, choosers)) [best, order] = [other, otherOrder];
		}
	}
	for (const leftOut of choosers.filter((one) => !best.has(one))) best = makeRoom(leftOut, best) ?? best;
	return [...best.values()];
}

export function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Lets each take its cheapest free choice. */
function inTurn<C extends Choice>(order: readonly Chooser<C>[]): Placement<C> {
	const placed = new Map<Chooser<C>, C>();
	for (const chooser of order) {
		const choice = freeChoice(chooser, placed);
		if (choice !== undefined) placed.set(chooser, choice);
	}
	return placed;
}

/**
 * Puts one in where those that it pushes aside find another place, in turn pushing others aside, `DEPTH` times.
 * @param settled those that stay where they are
 * @returns null when it cannot be done
 */
function makeRoom<C extends Choice>(
	chooser: Chooser<C>,
	placed: Placement<C>,
	settled: readonly Chooser<C>[] = []
): Placement<C> | null {
	for (const choice of chooser.choices) {
		const inWay = [...placed].flatMap(([one, { box }]) => (overlap(box, choice.box) ? [one] : []));
		if (inWay.some((one) => settled.includes(one))) continue;
		const rest = new Map(placed);
		for (const one of inWay) rest.delete(one);
		rest.set(chooser, choice);
		const next = rehouse(inWay, rest, [...settled, chooser]);
		if (next !== null) return next;
	}
	return null;
}

function rehouse<C extends Choice>(
	homeless: readonly Chooser<C>[],
	placed: Placement<C>,
	settled: readonly Chooser<C>[]
): Placement<C> | null {
	let next = placed;
	for (const one of homeless) {
		const free = freeChoice(one, next);
		const moved =
			free !== undefined
				? new Map(next).set(one, free)
				: settled.length < DEPTH
					? makeRoom(one, next, [...settled, ...homeless])
					: null;
		if (moved === null) return null;
		next = moved;
	}
	return next;
}

function freeChoice<C extends Choice>({ choices }: Chooser<C>, placed: Placement<C>): C | undefined {
	const boxes = [...placed.values()].map(({ box }) => box);
	return choices.find(({ box }) => !boxes.some((other) => overlap(box, other)));
}

function costOf<C extends Choice>(placed: Placement<C>, choosers: readonly Chooser<C>[]): number {
	return choosers.reduce((sum, chooser) => sum + (placed.get(chooser)?.cost ?? chooser.worth), 0);
}
