import type { BlueprintRow, Section } from '$lib/domain/blueprint';
import type { StudySet } from '$lib/domain/set';
import type { QuizCount } from './quiz-spec';

/** How a quiz is put together: equally many of some topics, by a blueprint, from what the learner is weak at, by hand. */
export type ComposeWay = 'topic' | 'blueprint' | 'weak' | 'hand';

/** What is chosen for each way; one is in force, the others are kept for coming back to. */
export type ComposeChoices = {
	readonly way: ComposeWay;
	readonly topics: readonly string[];
	/** For topics and weak items. */
	readonly count: QuizCount;
	readonly blueprint: readonly Section[];
	/** In the order in which they were picked. */
	readonly picked: readonly number[];
};

/** A row that may draw anything. */
export const ANY_ROW: BlueprintRow = { count: 5, topics: [], difficulties: [], types: [] };
const MOST_ITEMS = 10_000;

/**
 * @param weak the items that the learner is weak at, weakest first
 * @returns the sections that these choices stand for, before anything in them is exchanged
 */
export function sectionsOf(choices: ComposeChoices, set: StudySet, weak: readonly number[]): Section[] {
	const count = choices.count === 'all' ? MOST_ITEMS : choices.count;
	switch (choices.way) {
		case 'topic':
			return [{ title: '', fixed: [], rows: rowsByTopic(set, choices.topics, count) }];
		case 'blueprint':
			return [...choices.blueprint];
		case 'weak':
			return [{ title: '', fixed: weak.slice(0, count), rows: [] }];
		case 'hand':
			return [{ title: '', fixed: [...choices.picked], rows: [] }];
	}
}

/** One row a topic, equally large as far as the topics have items. All topics mean the whole set: what has no topic too. */
function rowsByTopic(set: StudySet, chosen: readonly string[], count: number): BlueprintRow[] {
	const topics = set.topics.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
	const isAll = topics.length === set.topics.length;
	const groups: { topics: string[]; size: number }[] = topics.map((topic) => ({
		topics: [topic],
		size: set.items.filter((item) => item.topic === topic).length
	}));
	const grouped = groups.reduce((sum, { size }) => sum + size, 0);
	// The last of the rows, when nothing else is left: it finds the items that no topic has.
	if (isAll && grouped < set.items.length) groups.push({ topics: [], size: set.items.length - grouped });
	const shares = dealEvenly(
		groups.map(({ size }) => size),
		count
	);
	return groups.flatMap((group, index) => {
		const share = shares[index] ?? 0;
		return share === 0 ? [] : [{ count: share, topics: group.topics, difficulties: [], types: [] }];
	});
}

/** @returns how many of each pile are taken, one of every pile a round */
function dealEvenly(piles: readonly number[], count: number): number[] {
	const taken = piles.map(() => 0);
	let left = Math.min(
		count,
		piles.reduce((sum, size) => sum + size, 0)
	);
	while (left > 0) {
		for (const [index, size] of piles.entries()) {
			const had = taken[index] ?? 0;
			if (left === 0 || had >= size) continue;
			taken[index] = had + 1;
			left -= 1;
		}
	}
	return taken;
}
