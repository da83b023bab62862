import { CLASSIFY_LABELS, labelOfKind, type ClassifyLabel, type StatementKind } from './item';
import { shuffle, type Rng } from './rng';
import type { IsoDate } from './units';

/** One statement to sort by its kind, with what is shown once it is sorted. */
export type SortStatement = {
	/** Stays the same as long as the statement reads the same. */
	readonly id: string;
	readonly text: string;
	readonly kind: StatementKind;
	/** The statement as the companion has it, with whoever says so; null where that adds nothing. */
	readonly said: string | null;
	/** Who disagrees and what evidence is cited. */
	readonly note: string | null;
	readonly asOf: IsoDate;
	/** Keys of the source register. */
	readonly sources: readonly string[];
	readonly paragraphs: readonly number[];
};

/** One sorted statement: what it is, and what it was taken for. */
export type Sorted = { readonly kind: StatementKind; readonly chosen: ClassifyLabel };

/** How often a statement of each label was given each label: `counts[right][chosen]`. */
export type SortCounts = Readonly<Record<ClassifyLabel, Readonly<Record<ClassifyLabel, number>>>>;

/**
 * Draws a round. Every label has its share of what is still unseen, so that the kinds are mixed from the first round to
 * the last. Seen statements fill up a round only when too few others are left, and come last in it.
 * @param seen ids of the statements that were sorted before
 * @param size how many are wanted
 * @returns at most `size` statements, none twice
 */
export function drawSortRound(
	statements: readonly SortStatement[],
	seen: ReadonlySet<string>,
	size: number,
	rng: Rng
): SortStatement[] {
	const fresh = drawMixed(
		statements.filter(({ id }) => !seen.has(id)),
		size,
		rng
	);
	const known = statements.filter(({ id }) => seen.has(id));
	return [...fresh, ...drawMixed(known, size - fresh.length, rng)];
}

/** @returns the ids seen after one more was sorted; empty once all were: from then on each may come again */
export function markSeen(seen: ReadonlySet<string>, id: string, statements: readonly SortStatement[]): Set<string> {
	const next = new Set([...seen, id]);
	return statements.every((statement) => next.has(statement.id)) ? new Set() : next;
}

/** @returns how often each kind was taken for each label */
export function countSorted(sorted: readonly Sorted[]): SortCounts {
	const counts = fromLabels(() => fromLabels(() => 0));
	for (const { kind, chosen } of sorted) counts[labelOfKind(kind)][chosen] += 1;
	return counts;
}

/** @returns the mix-up that happened most often; null without any, and when several share that place */
export function worstMixUp(counts: SortCounts): { right: ClassifyLabel; chosen: ClassifyLabel; count: number } | null {
	const mixUps = CLASSIFY_LABELS.flatMap((right) =>
		CLASSIFY_LABELS.filter((chosen) => chosen !== right).map((chosen) => ({
			right,
			chosen,
			count: counts[right][chosen]
		}))
	);
	const most = Math.max(...mixUps.map(({ count }) => count));
	const [worst, ...others] = mixUps.filter(({ count }) => count === most);
	return most === 0 || worst === undefined || others.length > 0 ? null : worst;
}

/** Largest remainders: a label's share of the round is its share of what there is, whole numbers first. */
function drawMixed(statements: readonly SortStatement[], size: number, rng: Rng): SortStatement[] {
	const count = Math.min(Math.max(0, size), statements.length);
	if (count === 0) return [];
	const piles = CLASSIFY_LABELS.map((label) => {
		const pile = shuffle(
			statements.filter(({ kind }) => labelOfKind(kind) === label),
			rng
		);
		const share = (count * pile.length) / statements.length;
		return { pile, whole: Math.floor(share), rest: share - Math.floor(share) };
	});
	const left = count - piles.reduce((sum, { whole }) => sum + whole, 0);
	// A share is below its pile's size unless all are drawn, so there is one more to take wherever there is a rest.
	const dealt = [...piles]
		.sort((a, b) => b.rest - a.rest)
		.flatMap(({ pile, whole }, place) => pile.slice(0, whole + (place < left ? 1 : 0)));
	return shuffle(dealt, rng);
}

function fromLabels<T>(value: () => T): Record<ClassifyLabel, T> {
	return { fact: value(), claim: value(), contested: value(), ahead: value() };
}
