import type { HistoryEntry } from '$lib/domain/statistics/card-history';
import * as m from '$lib/i18n/paraglide/messages';

/** @returns whether the card was not known */
export function isMiss({ answer }: HistoryEntry): boolean {
	return answer.kind === 'review' ? answer.rating === 1 : !answer.correct;
}

/** @returns what was answered, in words */
export function answerName({ answer }: HistoryEntry): string {
	if (answer.kind === 'quiz') return answer.correct ? m.history_quiz_right() : m.history_quiz_wrong();
	return { 1: m.rating_again, 2: m.rating_hard, 3: m.rating_good, 4: m.rating_easy }[answer.rating]();
}
