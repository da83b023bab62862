import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportQuestion } from '$lib/domain/attempt-notes';
import type { Attempt } from '$lib/domain/quiz';
import { err } from '$lib/domain/result';
import { QuizReview } from '$lib/state/quiz-review.svelte';
import { QuizRun } from '$lib/state/quiz-run.svelte';
import { QuizStore } from '$lib/state/quiz-store';
import { loadAttempt, saveAttempt } from '$lib/storage/attempt-store';
import { saveTaken } from '$lib/storage/taken-store';
import { taken } from '../../storage/assignments';
import { attempt, valueOf } from '../../storage/support';
import { appOver } from './fake-app';

const FULL = { kind: 'quota' } as const;

beforeEach(() => {
	vi.stubGlobal('document', { visibilityState: 'visible' });
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** A quiz on the screen, begun just now. */
async function sitting(begun: Partial<Attempt> = {}) {
	const at = Date.now();
	const under: Attempt = attempt({
		assignment: { id: taken().id, number: 1 },
		startedAt: at,
		shownAt: at,
		lastAt: at,
		deadline: at + 60_000,
		current: 0,
		answers: [null, null],
		finishedAt: null,
		...begun
	});
	const { app, db } = await appOver();
	valueOf(await saveTaken(db, taken()));
	valueOf(await saveAttempt(db, under));
	const run = new QuizRun(app);
	await run.load(under.id);
	const stored = async () => valueOf(await loadAttempt(db, under.id));
	return { app, run, stored, id: under.id };
}

describe('a report on a question', () => {
	it('that meets a step under way is stored after it', async () => {
		const { run, stored } = await sitting();
		const step = run.next();
		expect(run.busy).toBe(true);
		expect(await run.report(0, ' Two are right. ')).toBe(true);
		await step;
		expect(run.current).toBe(1);
		expect((await stored())?.answers[0]).toMatchObject({ report: 'Two are right.' });
	});

	it('is not said to be stored where it is not', async () => {
		const { run, stored } = await sitting();
		vi.spyOn(QuizStore.prototype, 'save').mockResolvedValue(err(FULL));
		expect(await run.report(0, 'Two are right.')).toBe(false);
		expect(run.problem).toEqual(FULL);
		expect((await stored())?.answers[0]).toBeNull();
	});

	it('is stored with the quiz that its keeping finds over', async () => {
		const { run, stored } = await sitting({ deadline: Date.now() + 10_000 });
		// Nobody looks at the clock here: the report is what finds out.
		vi.useFakeTimers({ now: Date.now() + 20_000, toFake: ['Date'] });
		try {
			expect(await run.report(1, 'It has no answer.')).toBe(true);
		} finally {
			vi.useRealTimers();
		}
		expect(run.phase).toBe('finished');
		expect((await stored())?.answers[1]).toMatchObject({ report: 'It has no answer.' });
	});

	it('comes too late for the run once the quiz is over, and is taken by its review', async () => {
		const { app, run, stored, id } = await sitting();
		await run.finish();
		expect(await run.report(0, 'Two are right.')).toBe(false);
		const review = new QuizReview(app);
		await review.load(id);
		void review.giveReason(0, 'slip');
		expect(await review.report(0, 'Two are right.')).toBe(true);
		expect(review.reviewed?.questions[0]).toMatchObject({ report: 'Two are right.', reason: 'slip' });
		expect((await stored())?.answers[0]).toMatchObject({ report: 'Two are right.', missReason: 'slip' });
		expect(await review.report(0, ' ')).toBe(true);
		expect(review.reviewed?.questions[0]?.report).toBeNull();
	});

	it('made after the end is a correction, so that the later of two copies holds', () => {
		const over = attempt({ finishedAt: 10, answers: [null, null] });
		expect(reportQuestion(over, 0, 'Odd.', 20)).toMatchObject({ correctedAt: 20, finishedAt: 10 });
		expect(reportQuestion({ ...over, correctedAt: 30 }, 0, '', 20)).toMatchObject({ correctedAt: 31 });
		const open = attempt({ finishedAt: null, answers: [null, null] });
		expect(reportQuestion(open, 0, 'Odd.', 20)).not.toHaveProperty('correctedAt');
	});
});
