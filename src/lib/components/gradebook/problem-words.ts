import * as m from '$lib/i18n/paraglide/messages';
import type { IntakeSummary } from '$lib/state/gradebook/intake.svelte';
import type { ReturnProblem } from '$lib/state/gradebook/open-returns';
import { asNumber } from '$lib/i18n/format';

/** @returns why a result can't be opened, and what to do */
export function problemInWords(problem: ReturnProblem): string {
	switch (problem) {
		case 'not-a-result':
			return m.gradebook_problem_not_a_result();
		case 'cut-off':
			return m.gradebook_problem_cut_off();
		case 'altered':
			return m.gradebook_problem_altered();
		case 'newer-version':
			return m.gradebook_problem_newer();
		case 'too-large':
			return m.gradebook_problem_too_large();
		case 'other-key':
			return m.gradebook_problem_other_key();
		case 'other-assignment':
			return m.gradebook_problem_other_assignment();
		case 'forged':
			return m.gradebook_problem_forged();
		case 'other-edition':
			return m.gradebook_problem_other_edition();
		case 'invalid':
			return m.gradebook_problem_invalid();
		case 'no-curve':
			return m.gradebook_problem_no_curve();
	}
}

/** @returns a sum such as `38 added, 1 replaced, 2 not for you, 1 cut off.` */
export function summaryInWords({ added, replaced, known, problems }: IntakeSummary): string {
	const count = (...kinds: readonly ReturnProblem[]): number =>
		problems.filter(({ problem }) => kinds.includes(problem)).length;
	const notYours = count('other-key', 'other-assignment');
	const [cutOff, altered, forged] = [count('cut-off'), count('altered'), count('forged')];
	const rest = problems.length - notYours - cutOff - altered - forged;
	const parts = [
		{ number: added, words: m.gradebook_sum_added },
		{ number: replaced, words: m.gradebook_sum_replaced },
		{ number: known, words: m.gradebook_sum_known },
		{ number: notYours, words: m.gradebook_sum_not_yours },
		{ number: cutOff, words: m.gradebook_sum_cut_off },
		{ number: altered, words: m.gradebook_sum_altered },
		{ number: forged, words: m.gradebook_sum_forged },
		{ number: rest, words: m.gradebook_sum_other }
	].filter(({ number }) => number > 0);
	if (parts.length === 0) return m.gradebook_nothing_found();
	return m.gradebook_sum({ parts: parts.map(({ number, words }) => words({ count: asNumber(number) })).join(', ') });
}
