import type { ReviewSight, SightChange } from '$lib/domain/review-sight';
import type { AttemptScore } from '$lib/domain/score';
import { asList, asNumber, momentInWords } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import type { CalibrationRow } from '$lib/domain/confidence';
import type { ReviewAspect } from '$lib/domain/quiz-rules';
import type { ReviewedQuestion } from '$lib/state/reviewed-question';
import { confidenceName, outcomeName } from './outcome-words';

const ASPECTS = {
	correctness: m.review_aspect_correctness,
	marks: m.review_aspect_marks,
	explanation: m.review_aspect_explanation,
	key: m.review_aspect_key
} as const satisfies Record<ReviewAspect, () => string>;

/** From so many answers of a kind on, a share says something. */
const ENOUGH = 10;

/** @returns marks to two places, without noughts at the end */
export function marksInWords(marks: number): string {
	return asNumber(Math.round(marks * 100) / 100);
}

/** @returns `7 of 10 questions right.` and the like */
export function headlineOf({ right, total }: AttemptScore): string {
	if (right === total) return m.quiz_result_all({ count: total });
	return right === 0 ? m.quiz_result_none({ count: total }) : m.quiz_result({ right, count: total });
}

/** @returns `what was right and the marks` and the like */
export function aspectsInWords(aspects: readonly ReviewAspect[]): string {
	return asList(aspects.map((aspect) => ASPECTS[aspect]()));
}

/** @returns what comes into sight or goes out of it, and when */
export function changeInWords({ at, aspects }: SightChange, isMore: boolean): string {
	const what = aspectsInWords(aspects);
	const when = momentInWords(at);
	return isMore ? m.review_more({ what, when }) : m.review_less({ what, when });
}

/** @returns how a question went, as far as it may be told and its answers do not show it */
export function verdictInWords(question: ReviewedQuestion, sight: ReviewSight): string {
	const { outcome, credit, misses, confidence, teacher } = question;
	if (teacher === 'left-out') return sight.correctness || sight.marks ? m.review_teacher_out() : '';
	const isAnswered = outcome !== 'unanswered';
	const mark = outcomeName(outcome);
	const isOther = teacher === 'other' && sight.correctness;
	return [
		...(isOther ? [sight.key ? m.review_teacher_other({ mark }) : `${m.review_teacher_mark({ mark })}.`] : []),
		...(isAnswered && sight.correctness && !sight.key && !isOther ? [`${mark}.`] : []),
		...(outcome === 'partly' && sight.marks ? [m.review_credit({ marks: marksInWords(credit) })] : []),
		...(misses > 0 && sight.correctness ? [m.review_misses({ count: misses })] : []),
		...(isAnswered && confidence !== null ? [m.review_said({ confidence: confidenceName(confidence) })] : [])
	].join(' ');
}

/** @returns one honest sentence on how well the learner judged their answers */
export function judgementInWords(rows: readonly CalibrationRow[]): string {
	const sure = rows.find(({ confidence }) => confidence === 'sure');
	const others = rows.filter(({ confidence }) => confidence !== 'sure');
	const [n, right] = others.reduce(([count, sum], row) => [count + row.n, sum + row.n * row.rightShare], [0, 0]);
	const total = n + (sure?.n ?? 0);
	const sentence =
		sure === undefined ? m.review_never_sure({ right: Math.round(right), count: n }) : sureInWords(sure, n, right);
	return total < ENOUGH ? `${sentence} ${m.review_few({ count: total })}` : sentence;
}

function sureInWords(sure: CalibrationRow, n: number, right: number): string {
	const told = { right: Math.round(sure.rightShare * sure.n), count: sure.n };
	if (sure.rightShare === 1) return m.review_sure_right(told);
	if (n > 0 && right / n >= sure.rightShare) return m.review_sure_no_better(told);
	return m.review_sure_some(told);
}
