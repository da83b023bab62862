import { afterEach, describe, expect, it, vi } from 'vitest';
import { trendsOf } from '$lib/components/quiz/quiz-trend';
import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import type { Attempt } from '$lib/domain/quiz';
import { PRACTICE_RULES, type QuizRules } from '$lib/domain/quiz-rules';
import { withPreset } from '$lib/domain/rule-presets';
import { toSharedSet } from '$lib/domain/share-model';
import { toPastQuizzes } from '$lib/state/past-quizzes';
import { saveSet } from '$lib/storage/set-store';
import { saveTaken } from '$lib/storage/taken-store';
import { assignment, taken } from '../../storage/assignments';
import { attempt, NOON, studySet, valueOf } from '../../storage/support';
import { appOver } from './fake-app';

const CLOSES = NOON + 1_000_000;
const knew = (isKnown: boolean) => ({ response: { type: 'self', knew: isKnown }, tookMs: 1000 }) as const;
/** One of two right by this device. */
const OWN = attempt({ answers: [knew(true), knew(false)], finishedAt: NOON });
const sitting = (rules: QuizRules, number = 1): Attempt => ({
	...OWN,
	id: `sitting-${String(number)}`,
	spec: { ...OWN.spec, rules },
	assignment: { id: taken().id, number }
});
const marked = (credits: AssignmentFeedback['credits'], number = 1): AssignmentFeedback => ({
	assignment: taken().id,
	sitting: number,
	comment: '',
	credits
});

async function linesOf(
	attempts: readonly Attempt[],
	feedback: readonly AssignmentFeedback[] = [],
	keyPolicy: 'open' | 'withheld' = 'open'
) {
	const { app, db } = await appOver();
	valueOf(await saveSet(db, studySet()));
	valueOf(await saveTaken(db, taken({ assignment: assignment({ keyPolicy }), feedback })));
	const reads = vi.spyOn(db.taken, 'bulkGet');
	const lines = await toPastQuizzes(attempts, app);
	return { lines, reads, scores: lines.map(({ right, count }) => [right, count]) };
}

describe('the score of a past quiz', () => {
	afterEach(() => {
		vi.restoreAllMocks();
		vi.useRealTimers();
	});

	it('is told of one’s own quizzes, and of an assignment once its rules let it be seen', async () => {
		const test = { ...withPreset(PRACTICE_RULES, 'test'), closesAt: CLOSES };
		vi.useFakeTimers({ now: CLOSES - 1, toFake: ['Date'] });
		expect((await linesOf([OWN, sitting(PRACTICE_RULES), sitting(test)])).scores).toEqual([
			[1, 2],
			[1, 2],
			[null, 2]
		]);
		vi.setSystemTime(CLOSES);
		expect((await linesOf([sitting(test)])).scores).toEqual([[1, 2]]);
	});

	it('is that of the teacher once feedback came, without what counts for nobody', async () => {
		const feedback = [marked([1, 1]), marked([null, 0], 2)];
		const { scores } = await linesOf([sitting(PRACTICE_RULES), sitting(PRACTICE_RULES, 2)], feedback);
		expect(scores).toEqual([
			[2, 2],
			[0, 1]
		]);
	});

	it('waits for the closing where the rules do, whatever came before it', async () => {
		const test = { ...withPreset(PRACTICE_RULES, 'test'), closesAt: CLOSES };
		vi.useFakeTimers({ now: CLOSES - 1, toFake: ['Date'] });
		expect((await linesOf([sitting(test)], [marked([1, 1])])).scores).toEqual([[null, 2]]);
		vi.setSystemTime(CLOSES);
		expect((await linesOf([sitting(test)], [marked([1, 1])])).scores).toEqual([[2, 2]]);
	});

	it('is told where marks and right and wrong may both be seen', async () => {
		const hidden = { ...PRACTICE_RULES, review: { ...PRACTICE_RULES.review, marks: [] } };
		expect((await linesOf([sitting(hidden)])).scores).toEqual([[null, 2]]);
		expect((await linesOf([sitting(hidden)], [marked([1, 0])])).scores).toEqual([[1, 2]]);
	});

	it('with the answers at the teacher’s comes with the feedback that brings them', async () => {
		expect((await linesOf([sitting(PRACTICE_RULES)], [], 'withheld')).scores).toEqual([[null, 2]]);
		const feedback = { ...marked([0, 1]), set: toSharedSet(studySet()) };
		expect((await linesOf([sitting(PRACTICE_RULES)], [feedback], 'withheld')).scores).toEqual([[1, 2]]);
	});

	it('makes the trend what the teacher says it is', async () => {
		const numbers = [3, 2, 1];
		const feedback = [marked([1, 1], 3), marked([0, 1], 2), marked([0, 0], 1)];
		const { lines } = await linesOf(
			numbers.map((number) => sitting(PRACTICE_RULES, number)),
			feedback
		);
		expect(trendsOf(lines)[0]?.shares).toEqual([0, 0.5, 1]);
	});

	it('of 200 sittings takes one question to storage', async () => {
		const many = Array.from({ length: 200 }, (_, index) => sitting(PRACTICE_RULES, index + 1));
		const { lines, reads } = await linesOf(many, [marked([1, 1], 7)]);
		expect(lines.filter(({ right }) => right === 2).map(({ id }) => id)).toEqual(['sitting-7']);
		expect(reads.mock.calls).toEqual([[[taken().id]]]);
	});
});
