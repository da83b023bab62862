import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_ACCOMMODATIONS } from '../../../src/lib/domain/accommodations';
import { startAttempt } from '../../../src/lib/domain/attempt';
import type { Attempt, QuizSpec } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import type { StudySet } from '../../../src/lib/domain/set';
import { MINUTE_MS } from '../../../src/lib/domain/units';
import { App } from '../../../src/lib/state/app.svelte';
import { newId } from '../../../src/lib/state/clock';
import { QuizRun } from '../../../src/lib/state/quiz-run.svelte';
import { QuizStore } from '../../../src/lib/state/quiz-store';
import { saveSet } from '../../../src/lib/storage/set-store';
import * as items from './items';

const set: StudySet = {
	id: 'tiny',
	title: 'Tiny',
	lang: 'en',
	origin: 'own',
	revision: 1,
	addedAt: 1,
	topics: [],
	items: [
		{ ...items.singleChoice, number: 1, id: '1' },
		{ ...items.shortAnswer, number: 2, id: '2' }
	]
};
const START = Date.UTC(2026, 10, 22, 12);
const LIMIT = { kind: 'quiz', limitMs: 10 * MINUTE_MS } as const;
const WRONG = { type: 'choice', chosen: [0] } as const;
const RIGHT = { type: 'choice', chosen: [1] } as const;

let app: App;

beforeEach(async () => {
	vi.useFakeTimers({ now: START, toFake: ['Date', 'setInterval', 'clearInterval'] });
	app = new App(() => false);
	vi.spyOn(app.home, 'refresh').mockResolvedValue();
	vi.spyOn(app, 'keepStorage').mockResolvedValue();
	const opened = await app.database.open();
	if (!opened.ok) throw new Error(opened.error.kind);
	await Promise.all(opened.value.tables.map((table) => table.clear()));
	await saveSet(opened.value, set);
});

afterEach(() => {
	vi.useRealTimers();
});

async function begin(part: Partial<QuizSpec>): Promise<string> {
	const base = { setId: 'tiny', topics: [], items: [1, 2], count: 2, time: LIMIT, factor: 1, seed: 7 } as const;
	const paper = [
		{ item: 1, order: [0, 1, 2] },
		{ item: 2, order: [] }
	];
	const attempt = startAttempt({ id: newId(START), title: 'Tiny', spec: { ...base, ...part }, paper }, START);
	const saved = await new QuizStore(app.database).save(attempt);
	if (!saved.ok) throw new Error(saved.error.kind);
	return attempt.id;
}

async function takeUp(id: string): Promise<QuizRun> {
	const run = new QuizRun(app);
	await run.load(id);
	return run;
}

async function storedAs(id: string): Promise<Attempt | null> {
	const stored = await new QuizStore(app.database).load(id);
	return stored.ok ? stored.value : null;
}

describe('an attempt whose answers are told', () => {
	it('is told only what is stored, and goes on with one more step', async () => {
		const id = await begin({ rules: { ...PRACTICE_RULES, feedback: { kind: 'each' } } });
		const run = await takeUp(id);
		run.respond(WRONG);
		await run.next();
		expect([run.current, run.answer?.told]).toEqual([0, true]);
		expect((await storedAs(id))?.answers[0]).toMatchObject({ response: WRONG, told: true });
		const again = await takeUp(id);
		again.respond(RIGHT);
		expect(again.response).toEqual(WRONG);
		await again.next();
		expect(again.current).toBe(1);
	});

	it('counts a miss once: the same wrong answer is not checked again, not even after a reload', async () => {
		const id = await begin({ rules: { ...PRACTICE_RULES, feedback: { kind: 'tries', tries: 3 } } });
		const run = await takeUp(id);
		run.respond(WRONG);
		await run.next();
		expect([run.isMissed, run.answer?.misses]).toEqual([true, 1]);
		await run.next();
		const again = await takeUp(id);
		await again.next();
		expect([again.isMissed, again.answer?.misses]).toEqual([true, 1]);
		again.respond(RIGHT);
		expect(again.isMissed).toBe(false);
		await again.next();
		expect((await storedAs(id))?.answers[0]).toMatchObject({ response: RIGHT, misses: 1, told: true });
	});
});

describe('an attempt and its time', () => {
	it('comes back paused, with the time that was left', async () => {
		const id = await begin({ accommodations: { ...NO_ACCOMMODATIONS, pauses: true } });
		const run = await takeUp(id);
		expect(run.canPause).toBe(true);
		vi.setSystemTime(START + 30_000);
		await run.pause();
		vi.setSystemTime(START + 60 * MINUTE_MS);
		const again = await takeUp(id);
		expect([again.stage, again.leftMs]).toEqual(['paused', 10 * MINUTE_MS - 30_000]);
		await again.goOn();
		expect([again.stage, again.leftMs]).toEqual(['running', 10 * MINUTE_MS - 30_000]);
		expect((await storedAs(id))?.gaps).toMatchObject([{ kind: 'pause' }]);
	});

	it('waits to be handed in during the grace, and says so once time is up', async () => {
		const id = await begin({ rules: { ...PRACTICE_RULES, ending: { kind: 'grace', graceMs: MINUTE_MS } } });
		const run = await takeUp(id);
		run.respond(RIGHT);
		vi.setSystemTime(START + 10 * MINUTE_MS + 1);
		const late = await takeUp(id);
		expect([late.phase, late.stage]).toEqual(['asking', 'frozen']);
		expect(late.inTimeUntil).toBe(START + 11 * MINUTE_MS);
		await late.finish();
		expect(late.phase).toBe('finished');
		expect((await storedAs(id))?.lateMs).toBeUndefined();
	});

	it('is not ended by a clock set forward while it is on the screen, and stores that at once', async () => {
		const id = await begin({});
		const run = await takeUp(id);
		const unwatch = run.watch();
		vi.setSystemTime(START + 5 * 60 * MINUTE_MS);
		vi.advanceTimersByTime(250);
		unwatch();
		expect(run.phase).toBe('asking');
		expect(run.leftMs ?? 0).toBeGreaterThan(9 * MINUTE_MS);
		await vi.waitFor(async () => {
			expect((await storedAs(id))?.gaps).toMatchObject([{ kind: 'away' }]);
		});
		expect((await takeUp(id)).phase).toBe('asking');
	});
});

describe('the same attempt in two tabs', () => {
	it('loses no answer of either: the tab that was behind shows where the other one stands', async () => {
		const id = await begin({ time: { kind: 'none' } });
		const [first, second] = [await takeUp(id), await takeUp(id)];
		vi.setSystemTime(START + 5_000);
		second.respond(RIGHT);
		await second.next();
		second.respond({ type: 'text', values: ['Oslo'] });
		await vi.waitFor(async () => {
			expect((await storedAs(id))?.answers[1]?.response).toEqual({ type: 'text', values: ['Oslo'] });
		});
		await first.finish();
		expect([first.phase, first.current, first.news?.kind]).toEqual(['asking', 1, 'elsewhere']);
		expect(first.attempt?.answers.map((answer) => answer?.response)).toEqual([
			RIGHT,
			{ type: 'text', values: ['Oslo'] }
		]);
		await first.finish();
		expect(first.phase).toBe('finished');
	});

	it('drops a choice meant for what the other tab has changed', async () => {
		const id = await begin({ time: { kind: 'none' } });
		const [first, second] = [await takeUp(id), await takeUp(id)];
		vi.setSystemTime(START + 5_000);
		second.respond(RIGHT);
		await second.next();
		first.respond(WRONG);
		await first.next();
		expect([first.current, first.news?.kind]).toEqual([1, 'elsewhere']);
		expect((await storedAs(id))?.answers[0]?.response).toEqual(RIGHT);
	});
});
