import type { Accommodations } from './accommodations';
import type { Section } from './blueprint';
import type { ClassifyLabel } from './item';
import type { QuizRules } from './quiz-rules';
import type { DurationMs, EpochMs } from './units';

/** How time is limited. Limits in milliseconds at 1x; a learner's time factor multiplies them. */
export type TimeLimit =
	| { readonly kind: 'none' }
	| { readonly kind: 'quiz'; readonly limitMs: DurationMs }
	| { readonly kind: 'question'; readonly limitMs: DurationMs };

/** For everybody, without giving reasons (WCAG 2.2.1). Links hold places in this list: add at the end, never change one. */
export const TIME_FACTORS = [1, 1.5, 2, 10, 1.25] as const;
export type TimeFactor = (typeof TIME_FACTORS)[number];

/** A quiz: what to draw, not what was drawn. */
export type QuizSpec = {
	readonly setId: string;
	/** Topic ids to draw from; empty means the whole set. */
	readonly topics: readonly string[];
	/** Hand-picked items; empty means draw by topic. */
	readonly items: readonly number[];
	readonly count: number;
	readonly time: TimeLimit;
	readonly factor: TimeFactor;
	/** The same seed and set revision always give the same paper. */
	readonly seed: number;
	/** What to draw part by part, in place of `topics`, `items` and `count`; absent for a plain quiz. */
	readonly sections?: readonly Section[];
	/** Absent for `PRACTICE_RULES`. */
	readonly rules?: QuizRules;
	/** What the learner needs besides `factor`; absent for nothing. */
	readonly accommodations?: Accommodations;
};

/**
 * One question of a paper: the item, and the order in which its parts are shown (indices into the item; for a matching
 * into its right sides, pairs then extra). Empty when nothing is shuffled.
 */
export type PaperEntry = { readonly item: number; readonly order: readonly number[] };
export type Paper = readonly PaperEntry[];

/** What the learner answered. Indices refer to the item as written, not to the shuffled order. */
export type Response =
	| { readonly type: 'choice'; readonly chosen: readonly number[] }
	| { readonly type: 'boolean'; readonly value: boolean }
	/** One value, or for a cloze one for each deletion number, ascending; an empty one is not answered. */
	| { readonly type: 'text'; readonly values: readonly string[] }
	/** `order[i]` is the index of the entry put at place i. */
	| { readonly type: 'order'; readonly order: readonly number[] }
	/** `right[i]` is the index into pairs-then-extra put beside pair i, or null. */
	| { readonly type: 'match'; readonly right: readonly (number | null)[] }
	| { readonly type: 'point'; readonly lat: number; readonly lon: number }
	| { readonly type: 'label'; readonly label: ClassifyLabel }
	/** Recalled in the head, then compared with the answer shown. */
	| { readonly type: 'self'; readonly knew: boolean };

/** @returns whether there is anything to mark: a choice made, a word typed, a pair put together */
export function isAnswered(response: Response): boolean {
	switch (response.type) {
		case 'choice':
			return response.chosen.length > 0;
		case 'text':
			return response.values.some((value) => value.trim() !== '');
		case 'order':
			return response.order.length > 0;
		case 'match':
			return response.right.some((index) => index !== null);
		case 'boolean':
		case 'point':
		case 'label':
		case 'self':
			return true;
	}
}

/** How sure the learner is of an answer. */
export const CONFIDENCES = ['guess', 'fairly', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Why an answer was missed, in the learner's own judgement. */
export const MISS_REASONS = ['slip', 'never-knew', 'mixed-up', 'misread'] as const;
export type MissReason = (typeof MISS_REASONS)[number];

/** `response` is null when the question was left open; `tookMs` sums all visits to it. */
export type AnsweredQuestion = {
	readonly response: Response | null;
	readonly tookMs: DurationMs;
	readonly confidence?: Confidence;
	/** Wrong tries before this answer, with feedback after each; absent for none. */
	readonly misses?: number;
	/** The answer was told: it cannot be changed any more. */
	readonly told?: true;
	/** The learner's words on what is wrong with the question itself; travels in a result. */
	readonly report?: string;
	readonly missReason?: MissReason;
	/** The learner has said that the typed answer was right, see `overruleAnswer`; absent otherwise. */
	readonly overruled?: true;
};

/** Something odd about an attempt's time: recorded, never punished. `at` is what the clock read when it was noticed. */
export type AttemptGap = {
	/**
	 * `away`: taken up again `ms` after the last thing recorded. `clock-back`: the clock was set back by `ms` or more. `pause`:
	 * the learner stopped the clock for `ms`.
	 */
	readonly kind: 'away' | 'clock-back' | 'pause';
	readonly at: EpochMs;
	readonly ms: DurationMs;
};

/** One sitting. Saved before each next question shows; `deadline` is an instant, compared with now. */
export type Attempt = {
	readonly id: string;
	readonly spec: QuizSpec;
	readonly title: string;
	readonly paper: Paper;
	readonly startedAt: EpochMs;
	/** End of the whole quiz, or null when there is none. */
	readonly deadline: EpochMs | null;
	/** Index of the question being shown. */
	readonly current: number;
	/** When the current question came up on this visit. */
	readonly shownAt: EpochMs;
	/** Time spent on the current question in earlier visits; its own deadline is `shownAt` + limit - `spentMs`. */
	readonly spentMs: DurationMs;
	/** The latest instant at which anything was recorded; time is never taken to be before it. */
	readonly lastAt: EpochMs;
	readonly gaps: readonly AttemptGap[];
	/** By index of the paper; null when never left nor answered. */
	readonly answers: readonly (AnsweredQuestion | null)[];
	readonly finishedAt: EpochMs | null;
	/** True when time ran out. */
	readonly timedOut: boolean;
	/**
	 * When the learner, after the end, last said something of an answer or took it back: overruled its marking, why it was
	 * missed, what is wrong with its question. Absent when never. The later of two copies holds.
	 */
	readonly correctedAt?: EpochMs;
	/** Indices of questions the learner means to look at again, ascending; absent for none. */
	readonly flagged?: readonly number[];
	/** Since when the clock stands still at the learner's wish; absent while it runs. */
	readonly pausedAt?: EpochMs;
	/** The assignment this sitting is for; absent for a quiz of one's own. */
	readonly assignment?: AssignedAttempt;
	/** How long after its end it was handed in, where the rules take late work; absent when in time. */
	readonly lateMs?: DurationMs;
};

/** Which sitting of which assignment, the first being 1. */
export type AssignedAttempt = { readonly id: string; readonly number: number };
