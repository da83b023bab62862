import { chiSquaredOfCounts, chiSquaredSurvival } from './chi-squared';
import { choiceItems, isRight } from './choice-items';
import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

const LEAST_P = 0.01;

/** How often the key stood first, second and so on among the items with one number of options. */
export type PositionCounts = readonly number[];

/**
 * Tests whether the key of single-choice items stands in each position about equally often: for each number of options and
 * for all together. The app shuffles options, save numbers (`part-order.ts`), so learners gain nothing from a favourite
 * place; but readers of the published file would, and an author with a habit in one thing mostly has more of them.
 *
 * With few items the law is only approximate, and strict rather than lenient: five keys out of five in the same of three
 * places give 0.007 in place of the exact 0.012.
 */
export function checkKeyPositions(source: SourceBank): Violation[] {
	const { bank } = source;
	if (bank === null) return [];
	const groups = countKeyPositions(source);
	const tests = groups.length > 1 ? [...groups.map((group) => [group]), groups] : [groups];
	return tests.flatMap((tested) => {
		const p = evenness(tested);
		if (p >= LEAST_P) return [];
		const counts = tested.map((group) => group.join(' : ')).join(' and ');
		const message = `The keys stand unevenly: ${counts} by position, which chance gives with p = ${p.toPrecision(2)} < 0.01.`;
		return [violationAt(bank, [], message)];
	});
}

/** @returns the counts of each number of options that occurs, fewest options first */
export function countKeyPositions({ items }: SourceBank): PositionCounts[] {
	const single = choiceItems(items).flatMap(({ value }) => (value.type === 'single-choice' ? [value.options] : []));
	const sizes = [...new Set(single.map((options) => options.length))].sort((a, b) => a - b);
	return sizes.map((size) => {
		const keys = single.filter((options) => options.length === size).map((options) => options.findIndex(isRight));
		return Array.from({ length: size }, (_, position) => keys.filter((key) => key === position).length);
	});
}

/** The sum of independent chi-squared variables is one too, with the sum of their degrees of freedom. */
function evenness(groups: readonly PositionCounts[]): number {
	const statistic = groups.reduce((sum, counts) => sum + chiSquaredOfCounts(counts), 0);
	const freedom = groups.reduce((sum, counts) => sum + counts.length - 1, 0);
	return freedom === 0 ? 1 : chiSquaredSurvival(statistic, freedom);
}
