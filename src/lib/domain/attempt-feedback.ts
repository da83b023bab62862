import { inVisit, recordResponse } from './attempt';
import type { Item } from './item';
import { markResponse } from './marking';
import { rulesOf } from './opening';
import type { AnsweredQuestion, Attempt } from './quiz';
import type { EpochMs } from './units';

/** @returns how many tries a question has at all */
export function triesOf(attempt: Attempt): number {
	const { feedback } = rulesOf(attempt.spec);
	return feedback.kind === 'tries' ? feedback.tries : 1;
}

/** @returns whether the current answer is to be checked before going on: its rules tell answers and this one is not told */
export function isToBeChecked(attempt: Attempt): boolean {
	const answer = attempt.answers[attempt.current] ?? null;
	if (rulesOf(attempt.spec).feedback.kind === 'end' || answer === null) return false;
	return answer.response !== null && answer.told !== true;
}

/**
 * Checks the current answer where the rules say so: it is told and can't be changed any more, or, when it is not all right
 * and there are tries left, it counts as a miss and may be changed. What one recalls oneself has no second try.
 * @param item that the question asks
 */
export function checkAnswer(attempt: Attempt, item: Item, now: EpochMs): Attempt {
	return inVisit(attempt, now, (live) => {
		if (!isToBeChecked(live)) return live;
		const timed = recordResponse(live, live.answers[live.current]?.response ?? null, now);
		const answer = timed.answers[timed.current];
		if (answer === undefined || answer === null) return live;
		return { ...timed, answers: timed.answers.with(timed.current, judge(answer, item, triesOf(live))) };
	});
}

function judge(answer: AnsweredQuestion, item: Item, tries: number): AnsweredQuestion {
	const misses = (answer.misses ?? 0) + 1;
	const isOver = markResponse(item, answer.response).correct || misses >= tries || answer.response?.type === 'self';
	return isOver ? { ...answer, told: true } : { ...answer, misses };
}
