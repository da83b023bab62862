import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import { gatherHomeSummary } from '$lib/storage/gather-summary';
import { dueCountFromSummary, HOME_SUMMARY_KEY, moveCardInSummary, parseHomeSummary, readHomeSummary, SUMMARY_DAYS, writeHomeSummary } from '$lib/storage/home-summary'; // prettier-ignore
import type { HomeSummary } from '$lib/storage/home-summary';
import { memoryStore, newFactory, NOON, openIn, rate, storedState, valueOf, writerOf } from './support';

const TODAY = 20_000;
const sets = [{ id: 'set-1', title: 'A set', cards: 40 }];

const summary: HomeSummary = {
	format: 1,
	updatedAt: NOON,
	dueByDay: [
		[TODAY, 5],
		[TODAY + 1, 2],
		[TODAY + 2, 300]
	],
	learningDueAt: [NOON, NOON + 60_000],
	newPerDay: 20,
	reviewsPerDay: 200,
	doneDay: TODAY,
	newDone: 15,
	reviewsDone: 198,
	sets: [{ id: 'set-1', title: 'A set', cards: 40, introduced: 30 }],
	lastBackupAt: null,
	readParagraphs: [1]
};

describe('dueCountFromSummary', () => {
	it('respects what is left of the day', () => {
		expect(dueCountFromSummary(summary, TODAY, NOON)).toEqual({ learning: 1, reviews: 2, fresh: 5 });
	});

	it('starts a later day afresh, with everything due until then', () => {
		expect(dueCountFromSummary(summary, TODAY + 1, NOON + DAY_MS)).toEqual({ learning: 2, reviews: 7, fresh: 10 });
		expect(dueCountFromSummary(summary, TODAY + 9, NOON + 9 * DAY_MS).reviews).toBe(200);
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
});

describe('gatherHomeSummary', () => {
	it('agrees with a summary kept card by card', async () => {
		const db = await openIn(newFactory());
		const writer = writerOf(db);
		const query = { sets, day: TODAY, now: NOON };
		let kept = valueOf(await gatherHomeSummary(db, query));
		for (const [index, rating] of ([4, 1, 3, 4, 3, 2] as const).entries()) {
			const card = `set-1.${index % 4}.1`;
			const before = await storedState(db, card);
			await rate(writer, { card, rating, at: NOON + index });
			kept = moveCardInSummary(kept, before, await storedState(db, card));
		}
		const gathered = valueOf(await gatherHomeSummary(db, query));
		expect({ ...kept, newDone: 4 }).toEqual(gathered);
		expect(gathered.sets).toEqual([{ ...sets[0], introduced: 4 }]);
		expect(gathered.dueByDay).toHaveLength(SUMMARY_DAYS);
		expect(gathered.learningDueAt.length).toBeGreaterThan(0);
	});
});

describe('the stored summary', () => {
	it('is read as it was written', () => {
		const store = memoryStore();
		expect(writeHomeSummary(store, summary)).toBe(true);
		expect(readHomeSummary(store)).toEqual(summary);
		expect(store.entries.get(HOME_SUMMARY_KEY)).toBeTypeOf('string');
	});

	it('is none when the browser denies storage', () => {
		const denied = (): never => {
			throw new DOMException('denied', 'SecurityError');
		};
		expect(readHomeSummary({ getItem: denied })).toBeNull();
		expect(writeHomeSummary({ setItem: denied }, summary)).toBe(false);
	});

	const broken: unknown[] = [
		{ ...summary, format: 2 },
		{ ...summary, extra: 1 },
		{ ...summary, dueByDay: [[TODAY, -1]] },
		{ ...summary, learningDueAt: ['soon'] },
		{ ...summary, sets: [{ id: 'set-1' }] },
		{ ...summary, newDone: null },
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
