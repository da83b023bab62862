import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import { gatherHomeSummary } from '$lib/storage/gather-summary';
import { dueCountFromSummary, HOME_SUMMARY_KEY, NO_PLAN, parseHomeSummary, readHomeSummary, SUMMARY_DAYS, writeHomeSummary } from '$lib/storage/home-summary'; // prettier-ignore
import type { HomeSummary } from '$lib/storage/home-summary';
import { memoryStore, newFactory, NOON, openIn, rate, storedStates, valueOf, writerOf } from './support';

const TODAY = 20_000;
const LIMITS = { everyDay: { fresh: 20, reviews: 200 }, today: null, sets: [] };
const sets = [{ id: 'set-1', title: 'A set', cards: 40 }];

const summary: HomeSummary = {
	format: 1,
	dueByDay: [
		[TODAY, 5],
		[TODAY + 1, 2],
		[TODAY + 2, 300]
	],
	learningDueAt: [NOON, NOON + 60_000],
	doneDay: TODAY,
	newDone: 15,
	reviewsDone: 198,
	sets: [{ id: 'set-1', title: 'A set', cards: 40, introduced: 30 }],
	otherSets: 0,
	otherFresh: 0,
	planBasis: 0,
	planned: []
};

/** A plan was worked out for today and tomorrow. */
const withPlan: HomeSummary = {
	...summary,
	planBasis: 7,
	planned: [
		[TODAY, 3, 9],
		[TODAY + 1, 60, 0]
	]
};

describe('dueCountFromSummary', () => {
	it('respects what is left of the day', () => {
		expect(dueCountFromSummary(summary, TODAY, NOON, LIMITS)).toEqual({ learning: 1, reviews: 2, fresh: 5 });
	});

	it('starts a later day afresh, with everything due until then', () => {
		expect(dueCountFromSummary(summary, TODAY + 1, NOON + DAY_MS, LIMITS)).toEqual({
			learning: 2,
			reviews: 7,
			fresh: 10
		});
		expect(dueCountFromSummary(summary, TODAY + 9, NOON + 9 * DAY_MS, LIMITS).reviews).toBe(200);
	});

	it('is what a plan asks of the day, whatever the limits, and the usual on a day the plan says nothing of', () => {
		expect(dueCountFromSummary(withPlan, TODAY, NOON, LIMITS)).toEqual({ learning: 1, reviews: 3, fresh: 9 });
		expect(dueCountFromSummary(withPlan, TODAY + 1, NOON + DAY_MS, LIMITS)).toEqual({
			learning: 2,
			reviews: 60,
			fresh: 0
		});
		expect(dueCountFromSummary(withPlan, TODAY + 2, NOON, LIMITS)).toEqual(
			dueCountFromSummary(summary, TODAY + 2, NOON, LIMITS)
		);
	});

	it('goes by the limits that hold by now: for that day only, and of single sets', () => {
		const everyDay = { fresh: 10, reviews: 200 };
		const today = { day: TODAY, fresh: 18, reviews: 199 };
		const limits = { everyDay, today, sets: [] };
		expect(dueCountFromSummary(summary, TODAY, NOON, limits)).toMatchObject({ reviews: 1, fresh: 3 });
		const later = dueCountFromSummary(summary, TODAY + 1, NOON + DAY_MS, limits);
		expect(later).toMatchObject({ reviews: 7, fresh: 10 });
		const few = {
			everyDay: { fresh: 20, reviews: 200 },
			today: null,
			sets: [{ setId: 'set-1', fresh: 2, reviews: null }]
		};
		expect(dueCountFromSummary(summary, TODAY, NOON, few).fresh).toBe(2);
	});

	it('counts new cards of sets that home does not list', () => {
		const long: HomeSummary = { ...summary, newDone: 0, otherSets: 192, otherFresh: 4 };
		expect(dueCountFromSummary(long, TODAY, NOON, LIMITS).fresh).toBe(14);
	});
});

describe('gatherHomeSummary', () => {
	it('says what the cards say', async () => {
		const db = await openIn(newFactory());
		const writer = writerOf(db);
		for (const [index, rating] of ([4, 1, 3, 4, 3, 2] as const).entries()) {
			await rate(writer, { card: `set-1.${index % 4}.1`, rating, at: NOON + index });
		}
		const gathered = valueOf(await gatherHomeSummary(db, { sets, limits: [], day: TODAY, plan: NO_PLAN }));
		const states = await storedStates(db);
		expect(gathered.dueByDay).toEqual(
			Array.from({ length: SUMMARY_DAYS }, (_, ahead) => {
				const day = TODAY + ahead;
				return [day, states.filter(({ dueAt, dueDay }) => dueAt === null && dueDay === day).length];
			})
		);
		const times = states.flatMap(({ dueAt }) => dueAt ?? []).sort((a, b) => a - b);
		expect(times.length).toBeGreaterThan(0);
		expect(gathered.learningDueAt).toEqual(times);
		expect(gathered.dueByDay.some(([, count]) => count > 0)).toBe(true);
		expect(gathered).toMatchObject({ newDone: 4, sets: [{ ...sets[0], introduced: 4 }] });
	});
});

describe('gatherHomeSummary with many sets', () => {
	it('lists the first of them and sums up the others, within their limits', async () => {
		const db = await openIn(newFactory());
		await rate(writerOf(db), { card: 'set-9.1.1', rating: 3, at: NOON });
		const many = Array.from({ length: 200 }, (_, index) => ({ id: `set-${String(index)}`, title: 'A set', cards: 3 }));
		const limits = [{ setId: 'set-10', fresh: 1, reviews: null }];
		const gathered = valueOf(await gatherHomeSummary(db, { sets: many, limits, day: TODAY, plan: NO_PLAN }));
		expect(gathered.sets.map(({ id }) => id)).toEqual(many.slice(0, 8).map(({ id }) => id));
		expect(gathered).toMatchObject({ otherSets: 192, otherFresh: 192 * 3 - 1 - 2 });
	});
});

const NO_GLANCE = { from: 0, basis: [], told: [] };

describe('the stored summary', () => {
	it('of an earlier version is read with all its sets', () => {
		const { otherSets, otherFresh, ...older } = summary;
		expect([otherSets, otherFresh]).toEqual([0, 0]);
		expect(parseHomeSummary(JSON.stringify(older))).toEqual(summary);
	});

	it('is read as it was written', () => {
		const store = memoryStore();
		for (const kept of [summary, withPlan]) {
			expect(writeHomeSummary(store, kept, NO_GLANCE)).toBe(true);
			expect(readHomeSummary(store)).toEqual(kept);
		}
		expect(store.entries.get(HOME_SUMMARY_KEY)).toBeTypeOf('string');
	});

	it('of another version has no plan if that knew none, and nothing that this one does not know', () => {
		const other = { ...summary, planBasis: undefined, planned: undefined, readParagraphs: [1] };
		expect(parseHomeSummary(JSON.stringify(other))).toEqual(summary);
	});

	it('is none when the browser denies storage', () => {
		const denied = (): never => {
			throw new DOMException('denied', 'SecurityError');
		};
		expect(readHomeSummary({ getItem: denied })).toBeNull();
		expect(writeHomeSummary({ setItem: denied }, summary, NO_GLANCE)).toBe(false);
	});

	const broken: unknown[] = [
		{ ...summary, format: 2 },
		{ ...summary, dueByDay: [[TODAY, -1]] },
		{ ...summary, learningDueAt: ['soon'] },
		{ ...summary, sets: [{ id: 'set-1' }] },
		{ ...summary, newDone: null },
		{ ...summary, planBasis: null },
		{ ...summary, planned: [[TODAY, 1]] },
		{ ...summary, planned: [[TODAY, -1, 0]] },
		[],
		null
	];

	it.each(broken)('is none when it is %j', (value) => {
		expect(parseHomeSummary(JSON.stringify(value))).toBeNull();
	});

	it.each([null, '', '{"format":1'])('is none when its text is %j', (text) => {
		expect(parseHomeSummary(text)).toBeNull();
	});

	it('needs no database library', () => {
		const imports = (file: string): string[] => {
			const code = readFileSync(`src/lib/storage/${file}.ts`, 'utf8');
			return [...code.matchAll(/^import (?!type).* from '(.*)';$/gm)].map((match) => match[1] ?? '');
		};
		expect(imports('home-summary')).toEqual(['$lib/domain/daily-limits', './shape']);
		expect(imports('shape')).toEqual([]);
	});
});
