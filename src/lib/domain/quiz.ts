import type { DurationMs, EpochMs } from './units';
import type { ClassifyLabel } from './item';

/** How time is limited. Limits in milliseconds at 1x; a learner's time factor multiplies them. */
export type TimeLimit =
	| { readonly kind: 'none' }
	| { readonly kind: 'quiz'; readonly limitMs: DurationMs }
	| { readonly kind: 'question'; readonly limitMs: DurationMs };

/** For everybody, without giving reasons (WCAG 2.2.1). */
export const TIME_FACTORS = [1, 1.5, 2, 10] as const;
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
};

/** One question of a paper: the item, and the order in which its parts are shown (indices into the item). */
export type PaperEntry = { readonly item: number; readonly order: readonly number[] };
export type Paper = readonly PaperEntry[];

/** What the learner answered. Indices refer to the item as written, not to the shuffled order. */
export type Response =
	| { readonly type: 'choice'; readonly chosen: readonly number[] }
	| { readonly type: 'boolean'; readonly value: boolean }
	| { readonly type: 'text'; readonly values: readonly string[] }
	/** `order[i]` is the index of the entry put at place i. */
	| { readonly type: 'order'; readonly order: readonly number[] }
	/** `right[i]` is the index into pairs-then-extra put beside pair i, or null. */
	| { readonly type: 'match'; readonly right: readonly (number | null)[] }
	| { readonly type: 'point'; readonly lat: number; readonly lon: number }
	| { readonly type: 'label'; readonly label: ClassifyLabel }
	/** Recalled in the head, then compared with the answer shown. */
	| { readonly type: 'self'; readonly knew: boolean };

export type AnsweredQuestion = { readonly response: Response | null; readonly tookMs: DurationMs };

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
	/** When the current question was first shown; its own deadline counts from here. */
	readonly shownAt: EpochMs;
	/** By index of the paper. */
	readonly answers: readonly (AnsweredQuestion | null)[];
	readonly finishedAt: EpochMs | null;
	/** True when time ran out. */
	readonly timedOut: boolean;
};
