import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Assignment, KeyPair } from '$lib/domain/assignment';
import { PRACTICE_RULES, type QuizRules } from '$lib/domain/quiz-rules';
import { withPreset } from '$lib/domain/rule-presets';
import { toSharedSet } from '$lib/domain/share-model';
import { sealFeedback } from '$lib/share/feedback-link';
import { makeKeyPairs } from '$lib/share/key-pairs';
import { FeedbackDesk } from '$lib/state/feedback-desk.svelte';
import { QuizReview } from '$lib/state/quiz-review.svelte';
import { QuizStore } from '$lib/state/quiz-store';
import { deleteSet, listSets } from '$lib/storage/set-store';
import { saveTaken } from '$lib/storage/taken-store';
import { assignment, taken } from '../../storage/assignments';
import { attempt, NOON, studySet, valueOf } from '../../storage/support';
import { appOver } from './fake-app';

const CLOSES = NOON + 1_000_000;
const knew = (isKnown: boolean) => ({ response: { type: 'self', knew: isKnown }, tookMs: 1000 }) as const;

/** A finished sitting of an assignment with withheld answers, to which feedback with the answers comes. */
async function learner(rules: QuizRules, credits: readonly number[] = [1, 1]) {
	const [teacher, own] = (await Promise.all([makeKeyPairs(), makeKeyPairs()])).map((made) => valueOf(made)[0]);
	if (teacher === undefined || own === undefined) throw new Error('No curve');
	const { app, db } = await appOver();
	const row = givenBy(teacher, rules);
	valueOf(await saveTaken(db, taken({ assignment: row, keyPair: own })));
	const sitting = attempt({
		spec: { ...attempt().spec, rules },
		answers: [knew(true), knew(false)],
		finishedAt: NOON,
		assignment: { id: row.id, number: 1 }
	});
	const store = new QuizStore(app.database);
	valueOf(await store.save({ ...sitting, finishedAt: null }));
	valueOf(await store.finish(sitting, []));
	const feedback = {
		assignment: row.id,
		sitting: 1,
		comment: 'Read the map again.',
		credits,
		set: toSharedSet(studySet())
	};
	const link = valueOf(await sealFeedback({ feedback, to: own.publicKey, from: teacher }));
	const learnt = async () => [valueOf(await listSets(db)).length, await db.events.count()];
	return { app, sitting, link, learnt };
}

function givenBy({ publicKey }: KeyPair, rules: QuizRules): Assignment {
	const { quiz } = assignment();
	return assignment({ keyPolicy: 'withheld', keys: [publicKey], quiz: { ...quiz, rules } });
}

describe('feedback with withheld answers', () => {
	afterEach(() => {
		vi.restoreAllMocks();
		vi.useRealTimers();
	});

	it('shows all it brings and teaches at once where no closing holds it back', async () => {
		const { app, link, learnt } = await learner(withPreset(PRACTICE_RULES, 'test'));
		const desk = new FeedbackDesk(app);
		expect(await desk.read(link)).toBe(true);
		expect(desk.sight).toEqual({ correctness: true, marks: true, explanation: true, key: true });
		expect(desk.more).toBeNull();
		expect(await learnt()).toEqual([1, 2]);
	});

	it('opened before the closing keeps to the rules, and teaches when the review first shows its answers', async () => {
		vi.useFakeTimers({ now: CLOSES - 1, toFake: ['Date'] });
		const rules = { ...withPreset(PRACTICE_RULES, 'test'), closesAt: CLOSES };
		const { app, sitting, link, learnt } = await learner(rules);
		const desk = new FeedbackDesk(app);
		await desk.read(link);
		expect(desk.shown?.feedback.comment).toBe('Read the map again.');
		expect(desk.sight).toEqual({ correctness: false, marks: false, explanation: false, key: false });
		expect(desk.more).toEqual({ at: CLOSES, aspects: ['correctness', 'marks', 'explanation', 'key'] });
		const early = new QuizReview(app);
		await early.load(sitting.id);
		expect(early.sight.key).toBe(false);
		expect(early.more?.at).toBe(CLOSES);
		expect(await learnt()).toEqual([0, 0]);
		vi.setSystemTime(CLOSES);
		const late = new QuizReview(app);
		await late.load(sitting.id);
		expect(late.sight.key).toBe(true);
		expect(late.reviewed?.score.right).toBe(2);
		await vi.waitFor(async () => {
			expect(await learnt()).toEqual([1, 2]);
		});
		expect(late.problem).toBeNull();
	});

	it('teaches also when the closing comes while the review is open, and says so then only', async () => {
		vi.useFakeTimers({ now: CLOSES - 1, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
		const rules = { ...withPreset(PRACTICE_RULES, 'test'), closesAt: CLOSES };
		const { app, sitting, link, learnt } = await learner(rules, [1, 0]);
		await new FeedbackDesk(app).read(link);
		const review = new QuizReview(app);
		await review.load(sitting.id);
		expect([review.sight.key, review.dueMissed]).toEqual([false, 0]);
		vi.advanceTimersByTime(1);
		await vi.waitFor(async () => {
			expect(await learnt()).toEqual([1, 2]);
			expect(review.dueMissed).toBe(1);
		});
		expect(review.sight.key).toBe(true);
	});

	it('begins anew where storing the set was cut off', async () => {
		const { app, sitting, link, learnt } = await learner(PRACTICE_RULES);
		const broken = vi.spyOn(app.home, 'refresh').mockImplementation(() => {
			throw new Error('The tab is gone');
		});
		await expect(new FeedbackDesk(app).read(link)).rejects.toThrow('The tab is gone');
		broken.mockResolvedValue();
		expect(await learnt()).toEqual([1, 0]);
		await new QuizReview(app).load(sitting.id);
		await vi.waitFor(async () => {
			expect(await learnt()).toEqual([1, 2]);
		});
	});

	it('teaches once only: a set that was deleted since stays away', async () => {
		const { app, sitting, link, learnt } = await learner(PRACTICE_RULES);
		await new FeedbackDesk(app).read(link);
		const opened = valueOf(await app.database.open());
		valueOf(await deleteSet(opened, 'set-1'));
		app.library.forget('set-1');
		await new QuizReview(app).load(sitting.id);
		expect(await learnt()).toEqual([0, 2]);
	});
});
