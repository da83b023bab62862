import type { Estimate } from './estimate';
import { LEAST } from './least';
import { meanCredit } from './mean-estimate';
import { skewnessOf, varianceOf } from './moments';
import { quartilesOf, type Quartiles } from './quartiles';
import { reliabilityOf, type Reliability } from './reliability';
import { pointsOf, type AnalysedSitting } from './sitting';

/** What is counted of a whole test. Scores are shares of the marks of a learner's own paper, 0 to 1. */
export type TestNumbers = {
	readonly learners: number;
	readonly items: number;
	/** Whether everyone was asked the same. */
	readonly samePaper: boolean;
	readonly score: Estimate | null;
	readonly scores: Quartiles | null;
	/** Standard deviation of the scores. */
	readonly deviation: number | null;
	readonly skewness: number | null;
	readonly reliability: Reliability | null;
};

/** Counts what is counted of a whole test. @param sittings one for each learner */
export function testNumbers(sittings: readonly AnalysedSitting[]): TestNumbers {
	const scores = sittings.filter(({ answers }) => answers.length > 0).map(scoreOf);
	const items = new Set(sittings.flatMap(({ answers }) => answers.map(({ item }) => item))).size;
	return {
		learners: sittings.length,
		items,
		samePaper: sittings.every(({ answers }) => answers.length === items),
		score: meanCredit(scores, LEAST.facility),
		scores: quartilesOf(scores, LEAST.facility),
		deviation: scores.length < LEAST.facility ? null : Math.sqrt(varianceOf(scores)),
		skewness: scores.length < LEAST.skewness ? null : skewnessOf(scores),
		reliability: reliabilityOf(sittings)
	};
}

/** As in the gradebook: never below 0. */
function scoreOf({ answers, penalty }: AnalysedSitting): number {
	const points = answers.reduce((sum, answer) => sum + pointsOf(answer, penalty), 0);
	return Math.max(0, points) / answers.length;
}
