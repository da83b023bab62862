import { afterEach, describe, expect, it, vi } from 'vitest';
import { finishAttempt } from '$lib/domain/attempt';
import { QuizCompose } from '$lib/state/quiz-compose.svelte';
import { loadAttempt, saveAttempt } from '$lib/storage/attempt-store';
import { saveSet } from '$lib/storage/set-store';
import { attempt, studySet, valueOf } from '../../storage/support';
import { appOver } from './fake-app';

const SCOPE = { setId: 'set-1', paragraph: null, topics: [], items: [] };
const NOW = Date.now();
const untimed = { ...attempt().spec, time: { kind: 'none' } } as const;
const running = attempt({ spec: untimed, startedAt: NOW, shownAt: NOW, lastAt: NOW, deadline: null, gaps: [] });

async function composeOver() {
	const { app, db } = await appOver();
	valueOf(await saveSet(db, studySet(), { overwrite: true }));
	return { quiz: new QuizCompose(app), db };
}

describe('setting up a quiz while one is under way', () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it('hands in what another tab has answered since, not what this screen knew', async () => {
		const { quiz, db } = await composeOver();
		valueOf(await saveAttempt(db, { ...running, answers: [null, null] }));
		await quiz.load(SCOPE, null);
		expect(quiz.unfinished?.id).toBe(running.id);
		const answers = [{ response: { type: 'self', knew: true }, tookMs: 4000 }, null] as const;
		valueOf(await saveAttempt(db, { ...running, answers, lastAt: NOW + 1 }));
		expect(await quiz.start()).not.toBeNull();
		const handedIn = valueOf(await loadAttempt(db, running.id));
		expect(handedIn?.answers[0]).toEqual(answers[0]);
		expect(handedIn?.finishedAt).not.toBeNull();
	});

	it('leaves alone what another tab has finished since', async () => {
		const { quiz, db } = await composeOver();
		valueOf(await saveAttempt(db, running));
		await quiz.load(SCOPE, null);
		const finished = finishAttempt({ ...running, answers: [null, null] }, NOW + 5);
		valueOf(await saveAttempt(db, finished));
		expect(await quiz.start()).not.toBeNull();
		expect(valueOf(await loadAttempt(db, running.id))?.finishedAt).toBe(NOW + 5);
	});

	it('goes on with one of your own also when a sitting of an assignment was begun later', async () => {
		const { quiz, db } = await composeOver();
		valueOf(await saveAttempt(db, running));
		const sitting = { ...running, id: 'sitting', startedAt: NOW + 1, assignment: { id: 'abcdefgh-_1', number: 1 } };
		valueOf(await saveAttempt(db, sitting));
		await quiz.load(SCOPE, null);
		expect(quiz.unfinished?.id).toBe(running.id);
	});
});
