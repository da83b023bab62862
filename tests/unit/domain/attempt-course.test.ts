import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '../../../src/lib/domain/accommodations';
import {
	advance,
	answerQuestion,
	continueAttempt,
	expire,
	finishAttempt,
	goTo,
	pauseAttempt,
	resumeAttempt
} from '../../../src/lib/domain/attempt';
import { checkAnswer } from '../../../src/lib/domain/attempt-feedback';
import { flagQuestion, stateConfidence } from '../../../src/lib/domain/attempt-notes';
import { stageOf } from '../../../src/lib/domain/attempt-stage';
import { recordJump, remainingMs } from '../../../src/lib/domain/attempt-time';
import type { Attempt, QuizSpec, Response, TimeLimit } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES, type Ending, type Feedback } from '../../../src/lib/domain/quiz-rules';
import { scoreAttempt } from '../../../src/lib/domain/score';
import { ALL_ITEMS, attemptAt, ITEMS } from './quiz-items';

const START = 1_000_000;
const RIGHT: Response = { type: 'choice', chosen: [0] };
const WRONG: Response = { type: 'choice', chosen: [1] };

const spec: fc.Arbitrary<Partial<QuizSpec>> = fc
	.record({
		time: fc.constantFrom<TimeLimit>(
			{ kind: 'none' },
			{ kind: 'quiz', limitMs: 60_000 },
			{ kind: 'question', limitMs: 15_000 }
		),
		ending: fc.constantFrom<Ending>({ kind: 'submit' }, { kind: 'grace', graceMs: 20_000 }, { kind: 'late' }),
		feedback: fc.constantFrom<Feedback>({ kind: 'end' }, { kind: 'each' }, { kind: 'tries', tries: 2 }),
		closesAt: fc.constantFrom(null, START + 45_000, START + 100_000),
		oneWay: fc.boolean(),
		penalty: fc.constantFrom(0, 0.5, 1)
	})
	.map(({ time, ...rules }) => ({
		time,
		rules: { ...PRACTICE_RULES, ...rules },
		accommodations: { ...NO_ACCOMMODATIONS, pauses: true }
	}));

const ACTS = {
	right: (attempt, now) => answerQuestion(attempt, RIGHT, now),
	wrong: (attempt, now) => answerQuestion(attempt, WRONG, now),
	check: (attempt, now) => checkAnswer(attempt, ITEMS['single-choice'], now),
	sure: (attempt, now) => stateConfidence(attempt, 'sure', now),
	flag: (attempt, now) => flagQuestion(attempt, attempt.current, true, now),
	advance,
	back: (attempt, now) => goTo(attempt, 0, now),
	expire,
	pause: pauseAttempt,
	goOn: continueAttempt,
	resume: resumeAttempt,
	jump: (attempt, now) => recordJump(attempt, 5_000, now),
	finish: finishAttempt
} satisfies Record<string, (attempt: Attempt, now: number) => Attempt>;
const ACT_NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[];

const step = fc.record({ act: fc.constantFrom(...ACT_NAMES), passed: fc.integer({ min: -10_000, max: 20_000 }) });

describe('any course of an attempt under any rules', () => {
	it('loses nothing, changes nothing that was told, frozen or handed in, and counts time once', () => {
		fc.assert(
			fc.property(spec, fc.array(step, { maxLength: 30 }), (chosen, steps) => {
				let attempt = attemptAt([3, 3, 3], chosen, START);
				let now = START;
				for (const { act, passed } of steps) {
					now += passed;
					const stage = stageOf(attempt, now);
					const next = ACTS[act](attempt, now);
					expectKept(attempt, next);
					if (stage === 'frozen' && now >= attempt.lastAt) {
						expect(responsesOf(next)).toEqual(responsesOf(attempt));
					}
					if (attempt.finishedAt !== null) expect(next.answers).toEqual(attempt.answers);
					const left = remainingMs(next, now);
					if (left !== null) expect(left).toBeGreaterThanOrEqual(0);
					if (chosen.time?.kind === 'quiz' && left !== null) expect(left).toBeLessThanOrEqual(60_000);
					attempt = next;
				}
				const over = finishAttempt(attempt, now);
				expect(over.pausedAt).toBeUndefined();
				expect(over.lateMs === undefined || chosen.rules?.ending.kind !== 'submit').toBe(true);
				const { points, credit } = scoreAttempt(over, ALL_ITEMS);
				expect(points).toBeGreaterThanOrEqual(0);
				expect(points).toBeLessThanOrEqual(credit);
			}),
			{ seed: 42, numRuns: 600 }
		);
	});
});

const responsesOf = ({ answers }: Attempt) => answers.map((answer) => answer?.response ?? null);

function expectKept(before: Attempt, after: Attempt): void {
	for (const [index, answer] of before.answers.entries()) {
		const kept = after.answers[index];
		if (answer?.response) expect(kept?.response ?? null).not.toBeNull();
		expect(kept?.tookMs ?? 0).toBeGreaterThanOrEqual(answer?.tookMs ?? 0);
		expect(kept?.misses ?? 0).toBeGreaterThanOrEqual(answer?.misses ?? 0);
		if (answer?.told === true) expect(kept).toEqual(answer);
	}
	expect(after.gaps.length).toBeGreaterThanOrEqual(before.gaps.length);
}
