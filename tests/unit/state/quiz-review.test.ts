import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Attempt } from '$lib/domain/quiz';
import { QuizReview } from '$lib/state/quiz-review.svelte';
import { QuizStore } from '$lib/state/quiz-store';
import { saveTaken } from '$lib/storage/taken-store';
import { taken } from '../../storage/assignments';
import { attempt, NOON, studySet, valueOf } from '../../storage/support';
import { appOver } from './fake-app';

const SECTIONS = [
	{ title: 'Words', fixed: [1], rows: [] },
	{ title: 'The border', fixed: [2], rows: [] }
];
const knew = (isKnown: boolean) => ({ response: { type: 'self', knew: isKnown }, tookMs: 1000 }) as const;
/** The first question right, the second wrong, by this device. */
const SITTING: Attempt = attempt({
	spec: { ...attempt().spec, setId: studySet().id, sections: SECTIONS },
	answers: [knew(true), knew(false)],
	finishedAt: NOON,
	assignment: { id: taken().id, number: 1 }
});

async function review(credits: readonly (number | null)[] | null) {
	const { app, db } = await appOver();
	const feedback = credits === null ? [] : [{ assignment: taken().id, sitting: 1, comment: '', credits }];
	valueOf(await saveTaken(db, taken({ feedback })));
	valueOf(await new QuizStore(app.database).save({ ...SITTING, finishedAt: null }));
	valueOf(await new QuizStore(app.database).finish(SITTING, []));
	const shown = new QuizReview(app);
	await shown.load(SITTING.id);
	return shown;
}

describe('the review of an assignment', () => {
	afterEach(() => {
		vi.restoreAllMocks();
		vi.useRealTimers();
	});

	it('shows the teacher’s marks question by question, and sums them up', async () => {
		const { reviewed, missed } = await review([0, 1]);
		expect(reviewed?.questions.map(({ outcome, teacher }) => [outcome, teacher])).toEqual([
			['wrong', 'other'],
			['right', 'other']
		]);
		expect(reviewed?.score).toMatchObject({ right: 1, wrong: 1, points: 1 });
		expect(missed).toEqual([1]);
	});

	it('does not call missed what the teacher counts as right, though its card comes back', async () => {
		vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
		const { reviewed, dueMissed } = await review([1, 1]);
		expect(reviewed?.questions.map(({ due }) => due)).toEqual([null, 'remarked']);
		expect(dueMissed).toBe(0);
		const own = await review(null);
		expect(own.reviewed?.questions.map(({ due }) => due)).toEqual([null, 'missed']);
	});

	it('shows those of the device while there are none', async () => {
		const { reviewed } = await review(null);
		expect(reviewed?.questions.map(({ outcome, teacher }) => [outcome, teacher])).toEqual([
			['right', null],
			['wrong', null]
		]);
	});

	it('names the section of each question', async () => {
		const { reviewed } = await review(null);
		expect(reviewed?.questions.map(({ section }) => section?.title)).toEqual(['Words', 'The border']);
	});
});
