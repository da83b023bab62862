import type { CardColumns } from '../card-columns';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { Days, DurationMs, StudyDay } from '../units';
import { calibrate, type Calibration } from './calibration';
import { confidentMisses, type ConfidentMiss } from './confident-misses';
import type { DailyStudy } from './daily-study';
import { forecastDue } from './forecast-due';
import { hardestCards, type HardCard } from './hardest-cards';
import { distributeMemory, type MemoryDistribution } from './memory-distribution';
import type { Tally } from './tally';
import { topicsOf, type TopicIndex } from './topic-index';
import { masterTopics, type TopicMastery } from './topic-mastery';
import { trueRetention, type Retention } from './true-retention';

/** All that statistics are made from. */
export type StatisticsInput = {
	/** Its places are those of the cards. */
	readonly tally: Tally;
	readonly cards: CardColumns;
	readonly topics: TopicIndex;
	readonly params: SchedulerParameters;
	readonly today: StudyDay;
};

export type Totals = {
	readonly answers: number;
	/** Those of the answers that were given in quizzes. */
	readonly quizAnswers: number;
	readonly days: Days;
	readonly tookMs: DurationMs;
	/** Cards with a memory. */
	readonly cards: number;
};

export type Statistics = {
	readonly totals: Totals;
	readonly daily: DailyStudy;
	/** Cards due on each of the next 91 days, overdue ones on the first. */
	readonly due: Uint32Array;
	readonly retention: Retention;
	readonly calibration: Calibration;
	readonly memory: MemoryDistribution;
	readonly hardest: readonly HardCard[];
	readonly confident: readonly ConfidentMiss[];
	/** In the order of the index. */
	readonly topics: readonly TopicMastery[];
};

/** Thirteen weeks. */
const DAYS_AHEAD: Days = 91;
const LONGEST_LIST = 10;

/** Works out every statistic. Each is one pass over the cards, or none at all: the tally has counted the answers. */
export function gatherStatistics({ tally, cards, topics, params, today }: StatisticsInput): Statistics {
	const daily = tally.days.until(today);
	const memory = distributeMemory(cards);
	const topicOf = topicsOf(cards.cards, topics);
	return {
		totals: {
			answers: tally.answers,
			quizAnswers: tally.quizAnswers,
			days: daily.answers.reduce((days, count) => days + (count > 0 ? 1 : 0), 0),
			tookMs: daily.tookMs.reduce((sum, ms) => sum + ms, 0),
			cards: memory.n
		},
		daily,
		due: forecastDue(cards, today, DAYS_AHEAD),
		retention: trueRetention(tally.retention),
		calibration: calibrate(tally.calibration),
		memory,
		hardest: hardestCards(cards, LONGEST_LIST),
		confident: confidentMisses(tally.misses, cards.cards, today, LONGEST_LIST),
		topics: masterTopics(cards, topicOf, topics, params, today)
	};
}
