import type { Estimate } from './estimate';
import { LEAST } from './least';
import { varianceOf } from './moments';
import { fQuantile } from './quantiles';
import { pointsOf, type AnalysedSitting } from './sitting';

export type Reliability = {
	/** Cronbach's alpha; for right and wrong it is KR-20. At most 1, and below 0 for a test whose items contradict each other. */
	readonly alpha: Estimate;
	/** How many items it is about. */
	readonly items: number;
	/** Standard error of measurement, as a share of the marks of these items: a learner's score varies this much by chance. An
	 * alpha below 0 counts as 0 here. */
	readonly error: number;
};

/**
 * How far a second test of the same kind would put learners in the same order. Alpha needs everyone to have been asked the
 * same, so it is taken of the items that all papers share or of the commonest paper, whichever has more items.
 * @returns null where that leaves too few learners or items, or learners all score alike
 * @see Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16
 * @see Feldt, Woodruff and Salih (1987), Statistical inference for coefficient alpha, formulas 6 and 7 (interval)
 */
export function reliabilityOf(sittings: readonly AnalysedSitting[]): Reliability | null {
	const parts = [onCommonItems(sittings), onCommonestPaper(sittings)].filter(
		({ items, of }) => of.length >= LEAST.alpha && items.length >= LEAST.alphaItems
	);
	const [best] = parts.sort((a, b) => b.items.length - a.items.length || b.of.length - a.of.length);
	return best === undefined ? null : alphaOf(best);
}

type Part = { readonly of: readonly AnalysedSitting[]; readonly items: readonly number[] };

function onCommonItems(sittings: readonly AnalysedSitting[]): Part {
	const asked = new Map<number, number>();
	for (const { answers } of sittings) for (const { item } of answers) asked.set(item, (asked.get(item) ?? 0) + 1);
	return { of: sittings, items: [...asked].flatMap(([item, times]) => (times === sittings.length ? [item] : [])) };
}

function onCommonestPaper(sittings: readonly AnalysedSitting[]): Part {
	const papers = new Map<string, AnalysedSitting[]>();
	for (const sitting of sittings) {
		const items = sitting.answers.map(({ item }) => item).sort((a, b) => a - b);
		const name = items.join(' ');
		const same = papers.get(name);
		if (same === undefined) papers.set(name, [sitting]);
		else same.push(sitting);
	}
	const [commonest] = [...papers].sort(([a, few], [b, many]) => many.length - few.length || (a < b ? -1 : 1));
	const of = commonest?.[1] ?? [];
	return { of, items: of[0]?.answers.map(({ item }) => item) ?? [] };
}

function alphaOf({ of, items }: Part): Reliability | null {
	const [n, k] = [of.length, items.length];
	const places = new Map(items.map((item, place) => [item, place]));
	const columns = items.map(() => new Float64Array(n));
	const totals = new Float64Array(n);
	of.forEach(({ answers, penalty }, learner) => {
		for (const answer of answers) {
			const column = columns[places.get(answer.item) ?? -1];
			if (column === undefined) continue;
			const points = pointsOf(answer, penalty);
			column[learner] = points;
			totals[learner] = (totals[learner] ?? 0) + points;
		}
	});
	const variance = varianceOf(totals);
	if (variance < 1e-9) return null;
	const value = (k / (k - 1)) * (1 - columns.reduce((sum, column) => sum + varianceOf(column), 0) / variance);
	const error = Math.sqrt(variance * (1 - Math.max(0, value))) / k;
	return { alpha: { value, ...feldtInterval(value, n, k), n }, items: k, error };
}

/**
 * The interval (95 %) of an alpha from `n` learners and `k` items.
 * @see Feldt (1965), The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty
 */
export function feldtInterval(alpha: number, n: number, k: number): { readonly low: number; readonly high: number } {
	const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
	return { low: 1 - (1 - alpha) * fQuantile(0.975, df1, df2), high: 1 - (1 - alpha) * fQuantile(0.025, df1, df2) };
}
