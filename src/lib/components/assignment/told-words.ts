import { REVIEW_ASPECTS, type QuizRules, type ReviewAspect, type ReviewStage } from '$lib/domain/quiz-rules';
import { asList } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';

const STAGES = ['after', 'later', 'closed'] as const satisfies readonly ReviewStage[];

/** What a learner is told when, one sentence each, earliest first; for answers that come with the questions. */
export function toldInWords({ feedback, review }: QuizRules): string[] {
	const during = feedback.kind === 'end' ? [] : [duringInWords(feedback)];
	const first = (aspect: ReviewAspect) => STAGES.find((stage) => review[aspect].includes(stage)) ?? 'never';
	const told = ([...STAGES, 'never'] as const).flatMap((stage) => {
		const aspects = REVIEW_ASPECTS.filter((aspect) => first(aspect) === stage);
		return aspects.length === 0 ? [] : [stageInWords(stage, namesOf(aspects))];
	});
	return [...during, ...told];
}

function duringInWords(feedback: Exclude<QuizRules['feedback'], { kind: 'end' }>): string {
	return feedback.kind === 'each' ? m.assigned_told_each() : m.assigned_told_tries({ tries: feedback.tries });
}

function stageInWords(stage: (typeof STAGES)[number] | 'never', what: string): string {
	switch (stage) {
		case 'after':
			return m.assigned_told_after({ what });
		case 'later':
			return m.assigned_told_later({ what });
		case 'closed':
			return m.assigned_told_closed({ what });
		case 'never':
			return m.assigned_told_never({ what });
	}
}

function namesOf(aspects: readonly ReviewAspect[]): string {
	if (aspects.length === REVIEW_ASPECTS.length) return m.assigned_aspect_all();
	const names = {
		correctness: m.assigned_aspect_correctness,
		marks: m.assigned_aspect_marks,
		explanation: m.assigned_aspect_explanation,
		key: m.assigned_aspect_key
	};
	return asList(aspects.map((aspect) => names[aspect]()));
}
