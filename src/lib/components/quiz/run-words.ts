import type { AttemptStage } from '$lib/domain/attempt-stage';
import type { DurationMs, EpochMs } from '$lib/domain/units';
import { momentInWords } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import type { TimeNews } from '$lib/state/quiz-run.svelte';
import { timeInWords } from './time-words';

/** What a screen needs to know of an attempt to say why it stands still. */
type Halted = {
	readonly stage: AttemptStage;
	readonly leftMs: DurationMs | null;
	/** Until when handing in is in time; null where nothing is late, or it is too late already. */
	readonly inTimeUntil: EpochMs | null;
	/** When the quiz closes whatever the learner's clock says, or null. */
	readonly closing: EpochMs | null;
};

/** @returns what stands in the place of the question, or null when there is one to answer */
export function haltWords(run: Halted): { title: string; lines: string[] } | null {
	if (run.stage === 'paused') return { title: m.run_paused_title(), lines: pauseLines(run) };
	if (run.stage !== 'frozen') return null;
	const until =
		run.inTimeUntil === null ? m.run_frozen_late() : m.run_frozen_until({ moment: momentInWords(run.inTimeUntil) });
	return { title: m.run_time_up_title(), lines: [m.run_frozen_text(), until] };
}

function pauseLines({ leftMs, closing }: Halted): string[] {
	return [
		m.run_paused_text(),
		...(leftMs === null ? [] : [m.run_paused_left({ time: timeInWords(leftMs) })]),
		...(closing === null ? [] : [m.run_paused_closing({ moment: momentInWords(closing) })])
	];
}

/** @returns the clock's news as a sentence */
export function newsInWords(news: TimeNews): string {
	switch (news.kind) {
		case 'left':
			return m.quiz_time_left_is({ time: timeInWords(news.leftMs) });
		case 'question-over':
			return m.quiz_question_time_up();
		case 'time-up':
			return m.run_time_up();
		case 'elsewhere':
			return m.run_elsewhere();
	}
}
