import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt, TimeLimit } from '../../../src/lib/domain/quiz';
import { MINUTE_MS } from '../../../src/lib/domain/units';
import type { App } from '../../../src/lib/state/app.svelte';
import { QuizCompose } from '../../../src/lib/state/quiz-compose.svelte';
import { QuizReview } from '../../../src/lib/state/quiz-review.svelte';
import type { QuizRun } from '../../../src/lib/state/quiz-run.svelte';
import { QuizStore } from '../../../src/lib/state/quiz-store';
import { cardsOfItem } from '../../../src/lib/domain/card';
import * as items from './items';
import { appWith, begin, START, takeUp, tinySet } from './run-app';

const set = tinySet([items.trueFalse, items.shortAnswer, items.singleChoice]);

let app: App;

beforeEach(async () => {
	vi.useFakeTimers({ now: START, toFake: ['Date'] });
	app = await appWith(set);
});

afterEach(() => {
	vi.useRealTimers();
});

function beginTiny(time: TimeLimit = { kind: 'none' }): Promise<Attempt> {
	const paper = [
		{ item: 1, order: [] },
		{ item: 2, order: [] },
		{ item: 3, order: [0, 1, 2] }
	];
	return begin(app, paper, { time });
}

async function storedAs(id: string): Promise<Attempt | null> {
	const stored = await new QuizStore(app.database).load(id);
	return stored.ok ? stored.value : null;
}

/** What waits in localStorage for a database that takes it. */
function waiting(): string[] {
	return Object.keys(localStorage).filter((key) => key.startsWith('backstory.attempt.'));
}

/** Chooses while a newer version has the database, and says so. */
async function shutOut(run: QuizRun, value: boolean): Promise<void> {
	const opening = vi.spyOn(app.database, 'open').mockResolvedValue({ ok: false, error: { kind: 'newer-version' } });
	run.respond({ type: 'boolean', value });
	await vi.waitFor(() => {
		expect(run.problem).toEqual({ kind: 'newer-version' });
	});
	await run.next();
	expect(waiting()).toEqual([`backstory.attempt.${run.id}`]);
	opening.mockRestore();
}

describe('an attempt on the screen', () => {
	it('has stored each answer by the time the next question shows', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		run.respond({ type: 'boolean', value: false });
		await run.next();
		expect(run.item?.type).toBe('short-answer');
		const stored = await new QuizStore(app.database).load(id);
		expect(stored.ok && stored.value?.current).toBe(1);
		expect(stored.ok && stored.value?.answers[0]?.response).toEqual({ type: 'boolean', value: false });
	});

	it('says in which section each question stands', async () => {
		const paper = [1, 2, 3].map((item) => ({ item, order: [] }));
		const section = (title: string, fixed: readonly number[]) => ({ title, fixed, rows: [] });
		const { id } = await begin(app, paper, { sections: [section('Words', [1, 2]), section('The border', [3])] });
		const run = await takeUp(app, id);
		expect(run.section).toEqual({ number: 1, count: 2, title: 'Words' });
		await run.goTo(2);
		expect(run.section?.title).toBe('The border');
		expect(run.sections.map((one) => one?.number)).toEqual([1, 1, 2]);
		expect((await takeUp(app, (await beginTiny()).id)).section).toBeNull();
	});

	it('keeps a report of a question whose time was over meanwhile with that question', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		await run.next();
		expect(await run.report(0, 'Two are right')).toBe(true);
		expect([run.reportOn(0), run.reportOn(1)]).toEqual(['Two are right', '']);
	});

	it('comes back after a killed browser to the same question, its choice and the true time left', async () => {
		const { id } = await beginTiny({ kind: 'quiz', limitMs: 10 * MINUTE_MS });
		const first = await takeUp(app, id);
		await first.next();
		first.respond({ type: 'text', values: ['Osl'] });
		await vi.waitFor(async () => {
			const stored = await new QuizStore(app.database).load(id);
			expect(stored.ok && stored.value?.answers[1]?.response).toEqual({ type: 'text', values: ['Osl'] });
		});
		vi.setSystemTime(START + 4 * MINUTE_MS);
		const again = await takeUp(app, null);
		expect(again.current).toBe(1);
		expect(again.response).toEqual({ type: 'text', values: ['Osl'] });
		expect(again.leftMs).toBe(6 * MINUTE_MS);
	});

	it('hands in what is there when time ran out while the app was closed', async () => {
		const { id } = await beginTiny({ kind: 'quiz', limitMs: 3 * MINUTE_MS });
		const run = await takeUp(app, id);
		run.respond({ type: 'boolean', value: true });
		await run.next();
		vi.setSystemTime(START + 60 * MINUTE_MS);
		const late = await takeUp(app, id);
		expect(late.phase).toBe('finished');
		const review = new QuizReview(app);
		await review.load(id);
		expect(review.reviewed?.attempt).toMatchObject({ timedOut: true, finishedAt: START + 3 * MINUTE_MS });
		expect(review.reviewed?.score).toMatchObject({ right: 1, unanswered: 2 });
	});

	it('takes an emptied field for an open question', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		await run.next();
		run.respond({ type: 'text', values: ['x'] });
		expect(run.open).toEqual([0, 2]);
		run.respond({ type: 'text', values: ['  '] });
		expect(run.open).toEqual([0, 1, 2]);
		await run.next();
		expect(run.current).toBe(2);
	});

	it('leads back to what was left for later, then says it is the last', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		await run.next();
		run.respond({ type: 'text', values: ['Oslo'] });
		await run.next();
		run.respond({ type: 'choice', chosen: [1] });
		expect(run.isLast).toBe(false);
		await run.next();
		expect(run.current).toBe(0);
		expect(run.isLast).toBe(true);
	});

	it('stays on the question when its answer cannot be stored', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		const opened = await app.database.open();
		if (!opened.ok) throw new Error(opened.error.kind);
		const full = vi
			.spyOn(opened.value.attempts, 'put')
			.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
		run.respond({ type: 'boolean', value: true });
		await run.next();
		expect(run.current).toBe(0);
		expect(run.problem).toEqual({ kind: 'quota' });
		full.mockRestore();
		await run.next();
		expect(run.current).toBe(1);
		expect(run.problem).toBeNull();
	});

	it('keeps a choice that a newer version kept out of the database, and has it stored by whoever opens it next', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		await shutOut(run, false);
		expect(run.current).toBe(0);
		const again = await takeUp(app, id);
		expect([again.current, again.response]).toEqual([0, { type: 'boolean', value: false }]);
		expect((await storedAs(id))?.answers[0]?.response).toEqual({ type: 'boolean', value: false });
		expect(waiting()).toEqual([]);
	});

	it('hands such a choice in with the rest when its time has run out meanwhile, or another quiz is begun', async () => {
		const timed = await beginTiny({ kind: 'quiz', limitMs: 3 * MINUTE_MS });
		await shutOut(await takeUp(app, timed.id), false);
		vi.setSystemTime(START + 60 * MINUTE_MS);
		expect((await takeUp(app, timed.id)).phase).toBe('finished');
		const other = await beginTiny();
		await shutOut(await takeUp(app, other.id), false);
		const compose = new QuizCompose(app);
		await compose.load({ setId: 'tiny', paragraph: null, topics: [], items: [] }, null);
		await compose.start();
		for (const { id } of [timed, other]) {
			const stored = await storedAs(id);
			expect([stored?.finishedAt === null, stored?.answers[0]?.response]).toEqual([
				false,
				{ type: 'boolean', value: false }
			]);
		}
		expect(waiting()).toEqual([]);
	});

	it('takes no such choice where another tab has gone on with the attempt since', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		await shutOut(run, false);
		const late = localStorage.getItem(waiting()[0] ?? '') ?? '';
		const other = await takeUp(app, id);
		vi.setSystemTime(START + MINUTE_MS);
		other.respond({ type: 'boolean', value: true });
		await other.next();
		localStorage.setItem(`backstory.attempt.${id}`, late);
		const again = await takeUp(app, id);
		expect([again.current, again.attempt?.answers[0]?.response]).toEqual([1, { type: 'boolean', value: true }]);
		expect(waiting()).toEqual([]);
	});

	it('says there is no quiz when there is none', async () => {
		expect((await takeUp(app, 'nowhere')).phase).toBe('missing');
		expect((await takeUp(app, null)).phase).toBe('missing');
	});
});

describe('a finished quiz', () => {
	it('puts its questions back among the sets when they are to be studied and are not there', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		await run.finish();
		const review = new QuizReview(app);
		await review.load(id);
		const opened = await app.database.open();
		if (!opened.ok) throw new Error(opened.error.kind);
		await Promise.all([opened.value.sets.clear(), opened.value.items.clear()]);
		app.library.forget('tiny');
		expect(await app.library.set('tiny')).toBeNull();
		expect(await review.keepSet()).toBe(true);
		expect((await app.library.set('tiny'))?.items.length).toBe(3);
	});

	it('makes a missed item a due card, once, and leaves an open one alone', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		run.respond({ type: 'boolean', value: false });
		await run.next();
		await run.finish();
		const review = new QuizReview(app);
		await review.load(id);
		expect(review.reviewed?.questions.map(({ due }) => due)).toEqual(['missed', null, null]);
		expect(review.dueMissed).toBe(1);
		expect(review.missed).toEqual([1, 2, 3]);
		const opened = await app.database.open();
		if (!opened.ok) throw new Error(opened.error.kind);
		const [first, second] = set.items.flatMap((item) => cardsOfItem('tiny', item));
		expect(await opened.value.cards.get(first ?? '')).toMatchObject({ phase: 'learning', reviews: 1 });
		expect(await opened.value.cards.get(second ?? '')).toBeUndefined();
		const again = await takeUp(app, id);
		await again.finish();
		expect(await opened.value.events.count()).toBe(3);
	});

	it('is listed with its result, and a new quiz hands in the one under way', async () => {
		const { id } = await beginTiny();
		const run = await takeUp(app, id);
		run.respond({ type: 'boolean', value: true });
		const compose = new QuizCompose(app);
		const scope = { setId: 'tiny', paragraph: null, topics: [], items: [3, 2] };
		await compose.load(scope, null);
		expect(compose.unfinished).toMatchObject({ id, position: 1, count: 3 });
		expect(compose.count).toBe(2);
		const next = await compose.start();
		const later = new QuizCompose(app);
		await later.load(scope, null);
		expect(later.unfinished).toMatchObject({ id: next, count: 2 });
		expect(later.past).toMatchObject([{ id, right: 1, count: 3 }]);
		expect((await takeUp(app, next)).item?.number).toBe(3);
	});
});
