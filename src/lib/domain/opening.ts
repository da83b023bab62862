import { NO_ACCOMMODATIONS, type Accommodations } from './accommodations';
import type { QuizSpec } from './quiz';
import { PRACTICE_RULES, type QuizRules } from './quiz-rules';
import type { DurationMs, EpochMs } from './units';

/** @returns how the quiz behaves; one taken for oneself by `PRACTICE_RULES` */
export function rulesOf(spec: Pick<QuizSpec, 'rules'>): QuizRules {
	return spec.rules ?? PRACTICE_RULES;
}

/** @returns what the learner needs besides more time */
export function accommodationsOf(spec: QuizSpec): Accommodations {
	return spec.accommodations ?? NO_ACCOMMODATIONS;
}

/** `early`: before it opens, nobody may start. `closed`: only rules that take late work let anyone start. */
export type OpeningState = 'early' | 'open' | 'closed';

/** @returns whether a quiz is open at an instant; both of its own instants are the first of what follows */
export function openingState({ opensAt, closesAt }: QuizRules, now: EpochMs): OpeningState {
	if (opensAt !== null && now < opensAt) return 'early';
	return closesAt !== null && now >= closesAt ? 'closed' : 'open';
}

/** What closing leaves of somebody's time. */
export type ClosingCut = {
	/** Until the quiz closes, at least 0. */
	readonly leftMs: DurationMs;
	/** What they would have otherwise; null for as long as they like. */
	readonly wantedMs: DurationMs | null;
};

/**
 * Whether the closing instant cuts into the time of somebody who starts now: to be told beforehand, above all to those
 * with more time or no limit, whom closing hits first.
 * @param count of questions, for a limit on each
 * @returns null when it cuts nothing
 */
export function closingCut(spec: QuizSpec, count: number, now: EpochMs): ClosingCut | null {
	const { closesAt } = rulesOf(spec);
	if (closesAt === null) return null;
	const leftMs = Math.max(0, closesAt - now);
	const wantedMs = wantedTime(spec, count);
	return wantedMs !== null && wantedMs <= leftMs ? null : { leftMs, wantedMs };
}

/** @returns the limit of a quiz or of each question with the learner's time factor applied, in whole milliseconds; null for none */
export function ownLimitMs(spec: QuizSpec): DurationMs | null {
	return spec.time.kind === 'none' || accommodationsOf(spec).untimed
		? null
		: Math.round(spec.time.limitMs * spec.factor);
}

function wantedTime(spec: QuizSpec, count: number): DurationMs | null {
	const limit = ownLimitMs(spec);
	return limit === null ? null : limit * (spec.time.kind === 'question' ? count : 1);
}
