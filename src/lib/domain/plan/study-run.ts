import type { Rng } from '../rng';
import { shuffle } from '../rng';
import type { Days, StudyDay } from '../units';
import type { Learner } from './learner';
import type { MemoryColumns } from './memory-columns';
import { SimulatedCards } from './simulated-cards';

/** How much is studied in a day; Infinity for no limit. */
export type Pace = { readonly fresh: number; readonly reviews: number; readonly minutes: number };

export type StudyStart = {
	readonly cards: MemoryColumns;
	/** Number of cards not begun. */
	readonly fresh: number;
	readonly today: StudyDay;
	/** How many days the run may last. */
	readonly days: Days;
	readonly pace: Pace;
};

export type StudiedDay = {
	readonly day: StudyDay;
	readonly reviews: number;
	readonly fresh: number;
	readonly minutes: number;
	/** Cards due that no review was left for. */
	readonly waiting: number;
};

/** Orders the cards that wait on a day, the first to be answered first, and gives at most so many of them. */
export type Order = (
	waiting: readonly number[],
	day: StudyDay,
	most: number,
	cards: SimulatedCards
) => readonly number[];

/** The order of the queue: those due longest first. */
export const BY_DUE_DAY: Order = (waiting, _day, most) => waiting.slice(0, most);

/**
 * One run of a simulation, day by day. Reviews come first, and new cards are begun in the time they leave. A card once
 * begun is answered to its end, so that a day may take one answer longer than its minutes.
 */
export class StudyRun {
	readonly cards: SimulatedCards;
	/** The cards that come due, by day from the first. */
	readonly #calendar: number[][];
	#waiting: number[] = [];
	#fresh: number;
	#day: StudyDay;

	constructor(
		private readonly start: StudyStart,
		private readonly learner: Learner,
		private readonly rng: Rng,
		private readonly order: Order = BY_DUE_DAY
	) {
		this.cards = new SimulatedCards(start.cards, start.fresh, learner, rng);
		this.#calendar = Array.from({ length: start.days }, () => []);
		this.#fresh = start.fresh;
		this.#day = start.today;
		for (const card of byDueDay(start.cards)) this.#expect(card);
	}

	/** Studies the next day. */
	next(): StudiedDay {
		const day = this.#day;
		const due = this.#calendar[day - this.start.today] ?? [];
		// Cards due the same day come in no order of their own; on the first day the overdue ones keep theirs.
		this.#waiting = this.#waiting.concat(day === this.start.today ? due : shuffle(due, this.rng));
		const reviewed = this.#review(day);
		const begun = this.#begin(day, reviewed.seconds);
		this.#day += 1;
		return {
			day,
			reviews: reviewed.count,
			fresh: begun.count,
			minutes: (reviewed.seconds + begun.seconds) / 60,
			waiting: this.#waiting.length
		};
	}

	#review(day: StudyDay): Studied {
		const { pace } = this.start;
		const { passed, failed } = this.learner.cost;
		const most = Math.min(
			pace.reviews,
			Math.ceil((pace.minutes * 60) / Math.min(passed, failed)),
			this.#waiting.length
		);
		const answered = new Set<number>();
		let seconds = 0;
		for (const card of this.order(this.#waiting, day, most, this.cards)) {
			if (seconds >= pace.minutes * 60) break;
			seconds += this.cards.review(card, day);
			answered.add(card);
			this.#expect(card);
		}
		this.#waiting = this.#waiting.filter((card) => !answered.has(card));
		return { count: answered.size, seconds };
	}

	#begin(day: StudyDay, spent: number): Studied {
		const { pace } = this.start;
		let seconds = 0;
		let count = 0;
		while (this.#fresh > 0 && count < pace.fresh && spent + seconds < pace.minutes * 60) {
			const card = this.cards.size;
			seconds += this.cards.begin(day);
			this.#expect(card);
			this.#fresh -= 1;
			count += 1;
		}
		return { count, seconds };
	}

	/** Notes the day a card comes due; beyond the run's end nobody asks. */
	#expect(card: number): void {
		const due = Math.max(0, this.cards.dueDay(card) - this.start.today);
		this.#calendar[due]?.push(card);
	}
}

type Studied = { readonly count: number; readonly seconds: number };

function byDueDay({ dueDay }: MemoryColumns): number[] {
	return Array.from(dueDay.keys()).sort((a, b) => (dueDay[a] ?? 0) - (dueDay[b] ?? 0) || a - b);
}
