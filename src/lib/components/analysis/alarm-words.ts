import type { Alarm } from '$lib/domain/analysis/alarms';
import { asList } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import { asCorrelation, asMarks } from './analysis-numbers';

/** @returns an alarm as a sentence with its numbers. @param options what the item's options read */
export function alarmInWords(alarm: Alarm, options: readonly string[]): string {
	const named = (option: number): string => options[option] ?? '?';
	switch (alarm.kind) {
		case 'key-doubt':
			return m.analysis_key_doubt({ chose: alarm.chose, top: alarm.top, option: named(alarm.option) });
		case 'key-untaken':
			return m.analysis_key_untaken({ n: alarm.n });
		case 'negative': {
			const value = asCorrelation(alarm.value);
			return alarm.high < 0 ? m.analysis_negative_sure({ value }) : m.analysis_negative({ value });
		}
		case 'confident-errors': {
			const { wrong, sure, option } = alarm;
			return option === null
				? m.analysis_confident({ wrong, sure })
				: m.analysis_confident_option({ wrong, sure, option: named(option) });
		}
		case 'guessing':
			return m.analysis_guessing({ right: alarm.right, n: alarm.n, chance: asMarks(alarm.chance) });
		case 'too-hard':
			return m.analysis_too_hard({ value: asMarks(alarm.value) });
		case 'too-easy':
			return m.analysis_too_easy();
		case 'left-open':
			return m.analysis_left_open({ open: alarm.open, n: alarm.n });
		case 'untaken': {
			const count = alarm.options.length;
			const names = alarm.options.map(named);
			return m.analysis_untaken({
				count,
				options: count === 1 ? (names[0] ?? '') : asList(names.map((name) => `“${name}”`))
			});
		}
	}
}
