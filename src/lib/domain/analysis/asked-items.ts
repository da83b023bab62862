import { meanOf } from './moments';
import type { AnalysedAnswer, AnalysedSitting } from './sitting';

/** All answers to one item. The columns run in parallel, one place for each learner whose paper held it. */
export type AskedItem = {
	readonly item: number;
	readonly answers: readonly AnalysedAnswer[];
	readonly credits: Float64Array;
	/**
	 * Each learner's standing in the other items of their paper: by how much they lie above the mean of everyone asked the
	 * same, on average of those items. NaN where the paper held nothing else.
	 */
	readonly rest: Float64Array;
};

/** What one learner's paper comes to: the sum of how far its credits lie above each item's mean. */
type Standing = { sum: number; count: number };

/**
 * Turns sittings into columns by item, in the order in which items first occur by number. Where papers differ, a learner
 * with harder questions does not stand lower for that; where all have the same paper, the correlation with `rest` is exactly
 * that with the sum of the other items.
 */
export function askedItems(sittings: readonly AnalysedSitting[]): AskedItem[] {
	const gathered = gather(sittings);
	const means = new Map([...gathered].map(([item, { answers }]) => [item, meanOf(answers.map((a) => a.credit))]));
	const standings = sittings.map((sitting) => standingOf(sitting, means));
	return [...gathered]
		.sort(([a], [b]) => a - b)
		.map(([item, { answers, learners }]) => ({
			item,
			answers,
			credits: Float64Array.from(answers, ({ credit }) => credit),
			rest: Float64Array.from(answers, ({ credit }, i) => {
				const { sum, count } = standings[learners[i] ?? -1] ?? { sum: 0, count: 0 };
				// Rounded, so that learners who stand alike do so whatever order their credits were added in.
				return count < 2 ? NaN : Math.round(((sum - (credit - (means.get(item) ?? 0))) / (count - 1)) * 1e9) / 1e9;
			})
		}));
}

function gather(
	sittings: readonly AnalysedSitting[]
): Map<number, { readonly answers: AnalysedAnswer[]; readonly learners: number[] }> {
	const gathered = new Map<number, { readonly answers: AnalysedAnswer[]; readonly learners: number[] }>();
	sittings.forEach((sitting, learner) => {
		for (const answer of sitting.answers) {
			const of = gathered.get(answer.item) ?? { answers: [], learners: [] };
			of.answers.push(answer);
			of.learners.push(learner);
			gathered.set(answer.item, of);
		}
	});
	return gathered;
}

function standingOf({ answers }: AnalysedSitting, means: ReadonlyMap<number, number>): Standing {
	const sum = answers.reduce((total, { item, credit }) => total + credit - (means.get(item) ?? 0), 0);
	return { sum, count: answers.length };
}
