import { ACCOMMODATION_KEYS, NO_ACCOMMODATIONS, type Accommodations } from '$lib/domain/accommodations';
import type { Assignment } from '$lib/domain/assignment';
import type { QuizSpec } from '$lib/domain/quiz';
import type { Ending } from '$lib/domain/quiz-rules';
import { momentInWords } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import { timeInWords } from '../quiz/time-words';
import { toldInWords } from './told-words';

/** One thing a learner should know before starting. */
export type Fact = { readonly term: string; readonly lines: readonly string[] };

/** The quiz of an assignment as somebody takes it: everyone, or one learner with their own time. */
type Terms = Pick<QuizSpec, 'factor' | 'accommodations'>;

/** @returns what a learner should know before starting, in the order in which it matters */
export function factsOf(assignment: Assignment, count: number, terms: Terms): Fact[] {
	const { rules, sittings, forms } = assignment.quiz;
	const questions = m.length_questions({ count });
	const help = helpInWords(terms.accommodations ?? NO_ACCOMMODATIONS);
	const facts: Fact[] = [
		{
			term: m.assigned_questions(),
			lines: [forms === 'each' ? m.assigned_questions_each({ count: questions }) : `${questions}.`]
		},
		{ term: m.assigned_time(), lines: timeLines(assignment, terms) },
		{ term: m.assigned_help(), lines: help },
		{ term: m.assigned_sittings(), lines: [sittingsInWords(sittings)] },
		{ term: m.assigned_opens(), lines: instantLines(rules.opensAt) },
		{
			term: m.assigned_closes(),
			lines: rules.closesAt === null ? [] : [...instantLines(rules.closesAt), endingInWords(rules.ending)]
		},
		{ term: m.assigned_ways(), lines: wayLines(assignment) },
		{
			term: m.assigned_told(),
			lines: assignment.keyPolicy === 'withheld' ? [m.assigned_withheld()] : toldInWords(rules)
		},
		{
			term: m.assigned_sent(),
			lines: [rules.confidence ? m.assigned_sent_confidence() : m.assigned_sent_is()]
		}
	];
	return facts.filter(({ lines }) => lines.length > 0);
}

/** @returns what is granted besides more time, one entry each */
export function helpInWords(accommodations: Accommodations): string[] {
	const names = {
		untimed: m.given_help_untimed,
		pauses: m.given_help_pauses,
		largerText: m.given_help_largerText,
		readAloud: m.given_help_readAloud,
		fewerOptions: m.given_help_fewerOptions
	};
	return ACCOMMODATION_KEYS.filter((key) => accommodations[key]).map((key) => `${names[key]()}.`);
}

function timeLines({ quiz }: Assignment, { factor, accommodations }: Terms): string[] {
	if (quiz.time.kind === 'none') return [m.assigned_time_none()];
	if (accommodations?.untimed === true) return [m.assigned_time_untimed()];
	const time = timeInWords(quiz.time.limitMs * factor);
	const limit = quiz.time.kind === 'quiz' ? m.assigned_time_quiz({ time }) : m.assigned_time_question({ time });
	return factor === 1 ? [limit] : [limit, m.assigned_time_yours()];
}

function sittingsInWords(sittings: number): string {
	if (sittings === 0) return m.assigned_sittings_any();
	return sittings === 1 ? m.assigned_sittings_1() : m.assigned_sittings_n({ count: sittings });
}

function instantLines(at: number | null): string[] {
	return at === null ? [] : [m.assigned_moment({ moment: momentInWords(at) })];
}

function endingInWords(ending: Ending): string {
	switch (ending.kind) {
		case 'submit':
			return m.assigned_ending_submit();
		case 'grace':
			return m.assigned_ending_grace({ time: timeInWords(ending.graceMs) });
		case 'late':
			return m.assigned_ending_late();
	}
}

function wayLines({ quiz: { rules } }: Assignment): string[] {
	return [
		...(rules.oneWay ? [m.assigned_one_way()] : []),
		...(rules.confidence ? [m.assigned_confidence()] : []),
		...(rules.penalty > 0 ? [m.assigned_penalty({ share: shareInWords(rules.penalty) })] : [])
	];
}

function shareInWords(share: number): string {
	return new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
