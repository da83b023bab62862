import { correctionInstant } from './attempt';
import type { AnsweredQuestion, Attempt, MissReason } from './quiz';
import type { EpochMs } from './units';

/**
 * Records why the learner missed a question, in their own judgement, or takes that back. It changes neither score nor memory.
 * @param reason null takes it back
 * @throws when the attempt is still running
 */
export function giveMissReason(attempt: Attempt, index: number, reason: MissReason | null, now: EpochMs): Attempt {
	if (attempt.finishedAt === null) throw new Error('Nothing is known to be missed before the end');
	const changed: { -readonly [K in keyof AnsweredQuestion]: AnsweredQuestion[K] } = {
		...(attempt.answers[index] ?? { response: null, tookMs: 0 })
	};
	if (reason === null) delete changed.missReason;
	else changed.missReason = reason;
	return { ...attempt, answers: attempt.answers.with(index, changed), correctedAt: correctionInstant(attempt, now) };
}
