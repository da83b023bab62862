import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_ACCOMMODATIONS } from '../../../src/lib/domain/accommodations';
import type { Attempt, QuizSpec } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { MINUTE_MS } from '../../../src/lib/domain/units';
import type { App } from '../../../src/lib/state/app.svelte';
import { QuizStore } from '../../../src/lib/state/quiz-store';
import * as items from './items';
import { appWith, begin, START, takeUp, tinySet } from './run-app';

const set = tinySet([items.singleChoice, items.shortAnswer]);
const LIMIT = { kind: 'quiz', limitMs: 10 * MINUTE_MS } as const;
const WRONG = { type: 'choice', chosen: [0] } as const;
const RIGHT = { type: 'choice', chosen: [1] } as const;

let app: App;

beforeEach(async () => {
	vi.useFakeTimers({ now: START, toFake: ['Date', 'setInterval', 'clearInterval'] });
	app = await appWith(set);
});

afterEach(() => {
	vi.useRealTimers();
});

async function beginTimed(part: Partial<QuizSpec>): Promise<string> {
	const paper = [
		{ item: 1, order: [0, 1, 2] },
		{ item: 2, order: [] }
	];
	return (await begin(app, paper, { time: LIMIT, ...part })).id;
}

async function storedAs(id: string): Promise<Attempt | null> {
	const stored = await new QuizStore(app.database).load(id);
	return stored.ok ? stored.value : null;
}

describe('an attempt whose answers are told', () => {
	it('is told only what is stored, and goes on with one more step', async () => {
		const id = await beginTimed({ rules: { ...PRACTICE_RULES, feedback: { kind: 'each' } } });
		const run = await takeUp(app, id);
		run.respond(WRONG);
		await run.next();
		expect([run.current, run.answer?.told]).toEqual([0, true]);
		expect((await storedAs(id))?.answers[0]).toMatchObject({ response: WRONG, told: true });
		const again = await takeUp(app, id);
		again.respond(RIGHT);
		expect(again.response).toEqual(WRONG);
		await again.next();
		expect(again.current).toBe(1);
	});

	it('counts a miss once: the same wrong answer is not checked again, not even after a reload', async () => {
		const id = await beginTimed({ rules: { ...PRACTICE_RULES, feedback: { kind: 'tries', tries: 3 } } });
		const run = await takeUp(app, id);
		run.respond(WRONG);
		await run.next();
		expect([run.isMissed, run.answer?.misses]).toEqual([true, 1]);
		await run.next();
		const again = await takeUp(app, id);
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
		const id = await beginTimed({ accommodations: { ...NO_ACCOMMODATIONS, pauses: true } });
		const run = await takeUp(app, id);
		expect(run.canPause).toBe(true);
		vi.setSystemTime(START + 30_000);
		await run.pause();
		vi.setSystemTime(START + 60 * MINUTE_MS);
		const again = await takeUp(app, id);
		expect([again.stage, again.leftMs]).toEqual(['paused', 10 * MINUTE_MS - 30_000]);
		await again.goOn();
		expect([again.stage, again.leftMs]).toEqual(['running', 10 * MINUTE_MS - 30_000]);
		expect((await storedAs(id))?.gaps).toMatchObject([{ kind: 'pause' }]);
	});

	it('waits to be handed in during the grace, and says so once time is up', async () => {
		const id = await beginTimed({ rules: { ...PRACTICE_RULES, ending: { kind: 'grace', graceMs: MINUTE_MS } } });
		const run = await takeUp(app, id);
		run.respond(RIGHT);
		vi.setSystemTime(START + 10 * MINUTE_MS + 1);
		const late = await takeUp(app, id);
		expect([late.phase, late.stage]).toEqual(['asking', 'frozen']);
		expect(late.inTimeUntil).toBe(START + 11 * MINUTE_MS);
		await late.finish();
		expect(late.phase).toBe('finished');
		expect((await storedAs(id))?.lateMs).toBeUndefined();
	});

	it('is not ended by a clock set forward while it is on the screen, and stores that at once', async () => {
		const id = await beginTimed({});
		const run = await takeUp(app, id);
		const unwatch = run.watch();
		vi.setSystemTime(START + 5 * 60 * MINUTE_MS);
		vi.advanceTimersByTime(250);
		unwatch();
		expect(run.phase).toBe('asking');
		expect(run.leftMs ?? 0).toBeGreaterThan(9 * MINUTE_MS);
		await vi.waitFor(async () => {
			expect((await storedAs(id))?.gaps).toMatchObject([{ kind: 'away' }]);
		});
		expect((await takeUp(app, id)).phase).toBe('asking');
	});
});

describe('the same attempt in two tabs', () => {
	it('loses no answer of either: the tab that was behind shows where the other one stands', async () => {
		const id = await beginTimed({ time: { kind: 'none' } });
		const [first, second] = [await takeUp(app, id), await takeUp(app, id)];
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
		const id = await beginTimed({ time: { kind: 'none' } });
		const [first, second] = [await takeUp(app, id), await takeUp(app, id)];
		vi.setSystemTime(START + 5_000);
		second.respond(RIGHT);
		await second.next();
		first.respond(WRONG);
		await first.next();
		expect([first.current, first.news?.kind]).toEqual([1, 'elsewhere']);
		expect((await storedAs(id))?.answers[0]?.response).toEqual(RIGHT);
	});
});
