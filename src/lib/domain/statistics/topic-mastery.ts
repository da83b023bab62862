import type { CardColumns } from '../card-columns';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { StudyDay } from '../units';
import { LeanMemory } from './lean-memory';
import type { TopicIndex } from './topic-index';

/** How well a topic is known today. */
export type TopicMastery = {
	/** Cards of the topic, and how many of them were answered at least once. */
	readonly cards: number;
	readonly seen: number;
	/** Mean probability of recall of the seen ones, 0 to 1; null when too few were seen. */
	readonly recall: number | null;
};

/** A mean over fewer cards says more about the cards than about the topic. */
const LEAST_CARDS = 3;

/** Mastery by topic, in the order of the index. @param topics of the cards, as `topicsOf` gives them */
export function masterTopics(
	columns: CardColumns,
	topics: Int16Array,
	index: TopicIndex,
	params: SchedulerParameters,
	today: StudyDay
): TopicMastery[] {
	const memory = new LeanMemory(params);
	const seen = new Uint32Array(index.cards.length);
	const recall = new Float64Array(index.cards.length);
	for (let i = 0; i < columns.cards.length; i += 1) {
		const topic = columns.reviews[i] === 0 ? -1 : (topics[i] ?? -1);
		if (topic < 0) continue;
		seen[topic] = (seen[topic] ?? 0) + 1;
		const days = Math.max(0, today - (columns.lastDay[i] ?? 0));
		recall[topic] = (recall[topic] ?? 0) + memory.recall(days, columns.stability[i] ?? 1);
	}
	return index.cards.map((cards, topic) => {
		const count = seen[topic] ?? 0;
		// A card that has since left its set would make more seen cards than there are.
		return {
			cards: Math.max(cards, count),
			seen: count,
			recall: count < LEAST_CARDS ? null : (recall[topic] ?? 0) / count
		};
	});
}
