import { handedInAt } from '$lib/domain/assignment-result';
import type { GradebookEntry } from '$lib/domain/gradebook';
import { shareOf } from '$lib/domain/gradebook';
import { isFromPaper } from '$lib/domain/paper-result';
import type { Oddity } from '$lib/domain/result-oddities';
import type { Outcome } from '$lib/domain/score';
import { MINUTE_MS, type DurationMs } from '$lib/domain/units';
import { inWords, momentInWords } from '$lib/i18n/format';
import { LOCALE } from '$lib/i18n/locale';
import * as m from '$lib/i18n/paraglide/messages';

const CREDIT = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** @returns a mark such as `14.5 of 20` */
export function scoreInWords({ marked }: GradebookEntry): string {
	const { points, total } = marked.score;
	return m.gradebook_score({ credit: CREDIT.format(points), total });
}

/** @returns a share of the marks such as `73` */
export function percentOf(entry: GradebookEntry): number {
	return Math.round(100 * shareOf(entry));
}

/** @returns when a sitting was handed in and how long it took; of a paper, when it was typed in */
export function handedInWords({ received }: GradebookEntry): string {
	const { result, sender, receivedAt } = received;
	if (isFromPaper(sender)) return m.gradebook_typed_in({ when: momentInWords(receivedAt) });
	const when = momentInWords(handedInAt(result));
	return m.gradebook_handed_in({ when, time: spanInWords(result.tookMs) });
}

/** @returns what became of a question, in a word */
export function outcomeInWords(outcome: Outcome): string {
	return {
		right: m.gradebook_mark_right,
		partly: m.gradebook_mark_partly,
		wrong: m.gradebook_mark_wrong,
		unanswered: m.gradebook_mark_unanswered,
		missing: m.gradebook_mark_missing
	}[outcome]();
}

/** @returns what is odd about a result, as part of a sentence */
export function oddityInWords(oddity: Oddity): string {
	switch (oddity.kind) {
		case 'other-edition':
			return m.gradebook_odd_other_edition();
		case 'other-paper':
			return m.gradebook_odd_other_paper();
		case 'late':
			return m.gradebook_odd_late({ time: spanInWords(oddity.ms) });
		case 'too-early':
			return m.gradebook_odd_too_early({ time: spanInWords(oddity.ms) });
		case 'after-closing':
			return m.gradebook_odd_after_closing({ time: spanInWords(oddity.ms) });
		case 'sittings':
			return m.gradebook_odd_sittings({ count: oddity.most });
		case 'clock-ahead':
			return m.gradebook_odd_clock_ahead({ time: spanInWords(oddity.ms) });
		case 'clock-back':
			return m.gradebook_odd_clock_back();
		case 'away':
			return m.gradebook_odd_away({ count: oddity.count, time: spanInWords(oddity.ms) });
		case 'timed-out':
			return m.gradebook_odd_timed_out();
		case 'overruled':
			return m.gradebook_odd_overruled({ count: oddity.count });
		case 'same-name':
			return m.gradebook_odd_same_name();
		case 'unlisted':
			return m.gradebook_odd_unlisted();
	}
}

/** @returns a length of time in words; below a minute in seconds */
export function spanInWords(ms: DurationMs): string {
	return ms < MINUTE_MS ? m.gradebook_odd_seconds({ count: Math.round(ms / 1000) }) : inWords(ms);
}
