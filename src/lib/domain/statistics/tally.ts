import { QUIZ_WRONG, type AnswerColumns } from '../answer-columns';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { StudyDay } from '../units';
import { CALIBRATION_COUNTS, countExpected, type CalibrationCounts } from './calibration';
import { DayCounts } from './daily-study';
import { MemoryWalk } from './memory-walk';
import { MISSES_SINCE, type Miss } from './misses';
import { countRecalled, RETENTION_COUNTS, type RetentionCounts } from './true-retention';

/** A tally in plain numbers, to be kept. */
export type KeptTally = {
	readonly answers: number;
	readonly quizAnswers: number;
	readonly days: Float64Array;
	readonly retention: RetentionCounts;
	readonly calibration: CalibrationCounts;
	/** Card, day and expected recall of each late miss; -1 for none. */
	readonly misses: Float64Array;
	readonly memory: Float32Array;
};

/** What a tally starts from without any answers. */
export const EMPTY_TALLY: KeptTally = {
	answers: 0,
	quizAnswers: 0,
	days: new Float64Array(0),
	retention: new Uint32Array(RETENTION_COUNTS),
	calibration: new Float64Array(CALIBRATION_COUNTS),
	misses: new Float64Array(0),
	memory: new Float32Array(0)
};

/**
 * All that statistics need of the answers of a log, in one pass. It can be kept, and gone on with when further answers have
 * come: that is what makes statistics quick over a million answers.
 */
export class Tally {
	readonly days: DayCounts;
	readonly retention: RetentionCounts;
	readonly calibration: CalibrationCounts;
	readonly misses: Miss[] = [];
	readonly #walk: MemoryWalk;
	#answers: number;
	#quizAnswers: number;

	/** @param kept is left as it is @param params must be those that it was made with */
	constructor(params: SchedulerParameters, kept: KeptTally = EMPTY_TALLY) {
		this.#answers = kept.answers;
		this.#quizAnswers = kept.quizAnswers;
		this.days = new DayCounts(kept.days);
		this.retention = kept.retention.slice();
		this.calibration = kept.calibration.slice();
		this.#walk = new MemoryWalk(params, kept.memory.slice());
		for (let at = 0; at < kept.misses.length; at += 3) {
			const [place = 0, day = 0, recall = -1] = kept.misses.subarray(at, at + 3);
			this.misses.push({ place, day, recall: recall < 0 ? null : recall });
		}
	}

	get answers(): number {
		return this.#answers;
	}
	/** Those of the answers that were given in quizzes. */
	get quizAnswers(): number {
		return this.#quizAnswers;
	}

	/**
	 * Adds answers that come after all that there are of the same cards.
	 * @param places of the columns' cards among all cards of the tally
	 * @param today misses of long before are left out
	 */
	add({ card, day, rating, tookMs }: AnswerColumns, places: Uint32Array, today: StudyDay): void {
		const walk = this.#walk;
		walk.reserve(1 + places.reduce((most, place) => Math.max(most, place), -1));
		for (let i = 0; i < card.length; i += 1) {
			const place = places[card[i] ?? 0] ?? 0;
			const on = day[i] ?? 0;
			const answer = rating[i] ?? 0;
			const took = tookMs[i] ?? 0;
			walk.step(place, on, answer, took);
			this.days.add(on, took);
			countRecalled(this.retention, answer, walk.elapsed);
			countExpected(this.calibration, answer, walk.elapsed, walk.recall);
			if (answer > 4) this.#quizAnswers += 1;
			if ((answer !== 1 && answer !== QUIZ_WRONG) || on <= today - MISSES_SINCE) continue;
			this.misses.push({ place, day: on, recall: walk.elapsed < 1 ? null : walk.recall });
		}
		this.#answers += card.length;
	}

	/** @param today misses of long before are left out */
	keep(today: StudyDay): KeptTally {
		const misses = this.misses.filter(({ day }) => day > today - MISSES_SINCE);
		return {
			answers: this.#answers,
			quizAnswers: this.#quizAnswers,
			days: this.days.kept,
			retention: this.retention,
			calibration: this.calibration,
			misses: Float64Array.from(misses.flatMap(({ place, day, recall }) => [place, day, recall ?? -1])),
			memory: this.#walk.states
		};
	}
}
