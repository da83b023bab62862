import { afterEach, describe, expect, it, vi } from 'vitest';
import { finishAttempt } from '$lib/domain/attempt';
import { QuizCompose } from '$lib/state/quiz-compose.svelte';
import { QuizStore } from '$lib/state/quiz-store';
import { loadAttempt, saveAttempt } from '$lib/storage/attempt-store';
import { saveSet } from '$lib/storage/set-store';
import { attempt, fillDisk, NOON, studySet, valueOf } from '../../storage/support';
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
		vi.unstubAllGlobals();
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

	it('hands in a choice that could not be stored before, also when its time is over and the disk was full till now', async () => {
		const { quiz, db } = await composeOver();
		const time = { kind: 'quiz', limitMs: 60_000 } as const;
		const stored = { ...running, spec: { ...running.spec, time }, startedAt: NOON, shownAt: NOON, lastAt: NOON };
		const timed = { ...stored, deadline: NOON + 60_000, answers: [null, null] };
		valueOf(await saveAttempt(db, timed));
		const answers = [{ response: { type: 'self', knew: true }, tookMs: 4000 }, null] as const;
		const waiting = { ...timed, answers, lastAt: NOON + 5000 };
		const entries = new Map([
			[`backstory.attempt.${running.id}`, JSON.stringify({ format: 1, basedOn: NOON, attempt: waiting })]
		]);
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => entries.get(key) ?? null,
			setItem: (key: string, value: string) => void entries.set(key, value),
			removeItem: (key: string) => void entries.delete(key)
		});
		const free = fillDisk(db, 'attempts');
		const list = QuizStore.prototype.unfinishedOwn; // eslint-disable-line @typescript-eslint/unbound-method -- called on its store below
		vi.spyOn(QuizStore.prototype, 'unfinishedOwn').mockImplementation(async function (this: QuizStore) {
			const found = await list.call(this);
			free();
			return found;
		});
		await quiz.load(SCOPE, null);
		const handedIn = valueOf(await loadAttempt(db, running.id));
		expect(handedIn?.finishedAt).not.toBeNull();
		expect(handedIn?.answers[0]).toEqual(answers[0]);
		expect(entries.size).toBe(0);
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

describe('setting up a quiz while its set is on its way', () => {
	it('keeps what was chosen meanwhile', async () => {
		const { app } = await appOver();
		const [bank] = app.library.banks;
		if (bank === undefined) throw new Error('No bank is bundled');
		vi.spyOn(app.library, 'set').mockResolvedValue({ ...studySet(), id: bank.id, topics: bank.topics });
		const quiz = new QuizCompose(app);
		const loading = quiz.load({ ...SCOPE, setId: null }, null);
		quiz.toggleTopic(quiz.topics[0]?.id ?? '');
		await loading;
		expect(quiz.phase).toBe('ready');
		expect(quiz.topics.map(({ chosen }) => chosen)).toEqual(bank.topics.map((_, index) => index > 0));
	});

	it('takes the topics that the address asks for', async () => {
		const { app } = await appOver();
		const [bank] = app.library.banks;
		const second = bank?.topics[1]?.id ?? '';
		vi.spyOn(app.library, 'set').mockResolvedValue({ ...studySet(), id: bank?.id ?? '', topics: bank?.topics ?? [] });
		const quiz = new QuizCompose(app);
		await quiz.load({ ...SCOPE, setId: null, topics: [second] }, null);
		expect(quiz.topics.filter(({ chosen }) => chosen).map(({ id }) => id)).toEqual([second]);
	});
});
