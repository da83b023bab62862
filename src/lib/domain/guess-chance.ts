import { CLASSIFY_LABELS, type Item, type ItemOf } from './item';

/**
 * Chance of a fully right answer by choosing blindly, every possible answer being equally likely.
 * @param shown how many options of a choice there were, where some were left out for this learner
 * @returns 0 to 1; 0 where the answer is typed, recalled or put on the map
 */
export function guessChance(item: Item, shown?: number): number {
	switch (item.type) {
		case 'single-choice':
			return 1 / Math.max(1, shown ?? item.options.length);
		case 'multiple-choice':
			// Any choice but the empty one, as how many are right is not told.
			return 1 / Math.max(1, 2 ** (shown ?? item.options.length) - 1);
		case 'true-false':
			return 1 / 2;
		case 'classify':
			return 1 / CLASSIFY_LABELS.length;
		case 'ordering':
			return 1 / permutations(item.entries.length, item.entries.length);
		case 'matching':
			return matchingChance(item);
		case 'basic':
		case 'cloze':
		case 'map':
		case 'short-answer':
			return 0;
	}
}

/** Right sides are used once each; those with the same text stand in for one another. */
function matchingChance(item: ItemOf<'matching'>): number {
	const wanted = item.pairs.map((pair) => pair.right);
	const offered = [...wanted, ...item.extra];
	const rightWays = [...new Set(wanted)].map((text) =>
		permutations(offered.filter((side) => side === text).length, wanted.filter((side) => side === text).length)
	);
	return rightWays.reduce((product, ways) => product * ways, 1) / permutations(offered.length, wanted.length);
}

/** @returns the number of ways to pick `picked` of `from` things in order: from! / (from - picked)! */
function permutations(from: number, picked: number): number {
	let ways = 1;
	for (let left = from; left > from - picked; left -= 1) ways *= left;
	return ways;
}
