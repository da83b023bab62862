import type { AnswerColumns } from '../answer-columns';
import type { CardColumns } from '../card-columns';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { Days, DurationMs, StudyDay } from '../units';
import { calibrate, type Calibration } from './calibration';
import { confidentMisses, type ConfidentMiss } from './confident-misses';
import { countDays, type DailyStudy } from './daily-study';
import { forecastDue } from './forecast-due';
import { hardestCards, type HardCard } from './hardest-cards';
import { lookAlikes, type LookAlikes } from './look-alikes';
import { distributeMemory, type MemoryDistribution } from './memory-distribution';
import { passMemory } from './memory-pass';
import type { TopicIndex } from './topic-index';
import { masterTopics, type TopicMastery } from './topic-mastery';
import { trueRetention, type Retention } from './true-retention';

/** All that statistics are made from. */
export type StatisticsInput = {
	readonly answers: AnswerColumns;
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
	readonly lookAlikes: readonly LookAlikes[];
	/** In the order of the index. */
	readonly topics: readonly TopicMastery[];
};

/** Thirteen weeks. */
const DAYS_AHEAD: Days = 91;
const LONGEST_LIST = 10;

/** Works out every statistic. Each is one pass over the columns: a million answers take a part of a second. */
export function gatherStatistics({ answers, cards, topics, params, today }: StatisticsInput): Statistics {
	const pass = passMemory(answers, params);
	const daily = countDays(answers, today);
	const memory = distributeMemory(cards);
	return {
		totals: { ...total(answers, daily), cards: memory.n },
		daily,
		due: forecastDue(cards, today, DAYS_AHEAD),
		retention: trueRetention(answers, pass),
		calibration: calibrate(answers, pass),
		memory,
		hardest: hardestCards(cards, LONGEST_LIST),
		confident: confidentMisses(answers, pass, today, LONGEST_LIST),
		lookAlikes: lookAlikes(answers, topics, today, LONGEST_LIST),
		topics: masterTopics(cards, topics, params, today)
	};
}

function total({ rating }: AnswerColumns, { answers, tookMs }: DailyStudy): Omit<Totals, 'cards'> {
	let quizAnswers = 0;
	for (let i = 0; i < rating.length; i += 1) if ((rating[i] ?? 0) > 4) quizAnswers += 1;
	return {
		answers: rating.length,
		quizAnswers,
		days: answers.reduce((days, count) => days + (count > 0 ? 1 : 0), 0),
		tookMs: tookMs.reduce((sum, ms) => sum + ms, 0)
	};
}
