import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { gatherStatistics } from '$lib/domain/statistics/statistics';
import { DAY_MS, MINUTE_MS } from '$lib/domain/units';
import { commitParameters } from '$lib/storage/commit-parameters';
import { UNFOLDED_KEY } from '$lib/storage/counters';
import type { BackstoryDatabase } from '$lib/storage/database';
import { writeTogether } from '$lib/storage/event-store';
import { mergeLog } from '$lib/storage/merge-log';
import { inTransaction } from '$lib/storage/connection';
import { foldTables } from '$lib/storage/rebuild';
import type { NewEvent } from '$lib/storage/new-event';
import { refoldLog } from '$lib/storage/refold';
import { isSummaryOld } from '$lib/storage/summary-age';
import { sumUp, sumUpAfresh, type Moment } from '$lib/storage/sum-up';
import { fold, idAt, newFactory, NOON, openIn, quizAnswer, rate, review, undo, valueOf, writerOf } from './support';

const TOPICS = { cards: [9, 9], bySet: new Map(), whole: new Map([['set-1', 0], ['set-2', 1]]) }; // prettier-ignore
let db: BackstoryDatabase;

const momentOf = (at: number): Moment => ({ at, day: Math.floor(at / DAY_MS) });

/** What is shown, rounded to what no order of adding up can change. */
async function shown(summing: typeof sumUp, at: number): Promise<unknown> {
	const { tally, cards, params } = valueOf(await summing(db, momentOf(at)));
	const statistics = gatherStatistics({ tally, cards, topics: TOPICS, params, today: momentOf(at).day });
	const round = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value);
	return JSON.parse(JSON.stringify(statistics, round));
}

/** The moment of the summary that is kept. */
async function keptSince(): Promise<number | undefined> {
	const row = (await db.summaries.get('statistics')) as { until: number } | undefined;
	return row?.until;
}

/** Shows the same as a reading of everything. @returns whether it went on from what was kept */
async function expectTruth(at: number): Promise<boolean> {
	const before = await keptSince();
	const quick = await shown(sumUp, at);
	const wentOn = before !== undefined && (await keptSince()) === before;
	expect(quick).toEqual(await shown(sumUpAfresh, at));
	return wentOn;
}

beforeEach(async () => {
	db = await openIn(newFactory());
});

describe('summing up', () => {
	it('goes on from what was kept, and shows what a reading of everything shows', async () => {
		const writer = writerOf(db);
		await rate(writer, { card: 'set-1.1.1', at: NOON });
		await rate(writer, { card: 'set-1.2.1', at: NOON + 1 });
		expect(await expectTruth(NOON + 2)).toBe(false);
		await rate(writer, { card: 'set-1.1.1', at: NOON + 5 * DAY_MS, rating: 1 });
		await rate(writer, { card: 'set-2.1.1', at: NOON + 5 * DAY_MS + 1 });
		const last = await rate(writer, { card: 'set-1.2.1', at: NOON + 5 * DAY_MS + 2 });
		await undo(writer, last, NOON + 5 * DAY_MS + 3);
		expect(await expectTruth(NOON + 6 * DAY_MS)).toBe(true);
	});

	it.each([
		[
			'an answer in it is taken back',
			async () => {
				const [first] = (await db.events.toArray()) as { id: string; card: string }[];
				if (first !== undefined) await undo(writerOf(db), first as never, NOON + 9 * DAY_MS);
			}
		],
		['an answer comes with a clock set back', () => rate(writerOf(db), { card: 'set-1.3.1', at: NOON - DAY_MS })],
		[
			'an answer comes that is dated before it',
			() => rate(writerOf(db), { card: 'set-1.3.1', at: NOON - DAY_MS, id: idAt(NOON + 9 * DAY_MS) })
		],
		[
			'a card of it is reset as if never studied',
			() => {
				const event = resetAt(NOON + 9 * DAY_MS, 'set-1.1.1');
				return writeTogether(db, [{ card: 'set-1.1.1', events: [event], step: null }], fold);
			}
		],
		['all is folded anew', () => refoldLog(db)],
		[
			'another log is merged and folded',
			async () => {
				const event = { ...review({ card: 'set-1.1.1', at: NOON - DAY_MS }), device: 'other', seq: 0 };
				const arrived = { events: [event], blocks: [], parameters: [] };
				valueOf(await inTransaction(db, 'rw', foldTables(db), () => mergeLog(db, arrived, NOON)));
				valueOf(await refoldLog(db));
			}
		],
		[
			'parameters change',
			() => {
				const weights = DEFAULT_PARAMETERS.weights.map((weight) => weight * 1.05);
				const at = NOON + 8 * DAY_MS;
				return commitParameters(writerOf(db), { ...DEFAULT_PARAMETERS, weights }, { id: idAt(at), at, day: 20_008 });
			}
		],
		['it is damaged', () => db.summaries.update('statistics', { tally: {} } as never)]
	])('begins anew when %s', async (_, change) => {
		await rate(writerOf(db), { card: 'set-1.1.1', at: NOON });
		await rate(writerOf(db), { card: 'set-1.2.1', at: NOON + 1 });
		await sumUp(db, momentOf(NOON + 2));
		await change();
		expect(await expectTruth(NOON + 10 * DAY_MS)).toBe(false);
		expect(await expectTruth(NOON + 11 * DAY_MS)).toBe(true);
	});

	it('keeps nothing of a log that was merged and not folded, or has answers of the future', async () => {
		await rate(writerOf(db), { card: 'set-1.1.1', at: NOON });
		await db.counters.put({ key: UNFOLDED_KEY, count: 1 });
		await sumUp(db, momentOf(NOON + 1));
		expect(await keptSince()).toBeUndefined();
		await db.counters.delete(UNFOLDED_KEY);
		await sumUp(db, momentOf(NOON));
		expect(await keptSince()).toBeUndefined();
		await sumUp(db, momentOf(NOON + 1));
		expect(await keptSince()).toBe(NOON + 1);
	});

	it('keeps nothing that was folded anew while it was made', async () => {
		await rate(writerOf(db), { card: 'set-1.1.1', at: NOON });
		const summing = sumUp(db, momentOf(NOON + 1));
		// Fails the summary whichever comes first: its mark is gone, or it is not there yet and the log has not changed.
		await Promise.all([summing, refoldLog(db), refoldLog(db)]);
		expect(await expectTruth(NOON + 2)).toBe((await keptSince()) === NOON + 1);
	});

	it('shows all there is where nothing can be kept, on a full disk', async () => {
		await rate(writerOf(db), { card: 'set-1.1.1', at: NOON });
		const full = (): never => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		db.counters.hook('creating', full);
		expect(valueOf(await sumUp(db, momentOf(NOON + 1))).tally.answers).toBe(1);
		expect(await keptSince()).toBeUndefined();
		db.counters.hook('creating').unsubscribe(full);
		expect(await expectTruth(NOON + 2)).toBe(false);
	});

	it('shows what a reading of everything shows, whatever was done', async () => {
		const card = constantFrom('set-1.1.1', 'set-1.2.1', 'set-2.1.1', 'gone.1.1');
		const act = oneof(
			record({ kind: constantFrom('rate'), card, rating: constantFrom(1, 2, 3, 4), days: integer({ min: 0, max: 9 }) }),
			record({ kind: constantFrom('quiz'), card, rating: constantFrom(0, 1), days: integer({ min: 0, max: 9 }) }),
			record({ kind: constantFrom('undo', 'late', 'sum', 'sum', 'fold', 'reset'), card, rating: integer({ min: 0, max: 5 }), days: integer({ min: 0, max: 9 }) }) // prettier-ignore
		);
		await assert(
			asyncProperty(array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
				db = await openIn(newFactory());
				const writer = writerOf(db);
				const done: { id: string; card: string }[] = [];
				let at = NOON;
				for (const { kind, card, rating, days } of acts) {
					at += days * DAY_MS + MINUTE_MS;
					const chosen = done.at(-1 - rating);
					if (kind === 'rate') done.push(await rate(writer, { card, rating: rating as 1, at }));
					else if (kind === 'sum') await sumUp(db, momentOf(at));
					else if (kind === 'fold') await refoldLog(db);
					else if (kind === 'undo' && chosen !== undefined) await undo(writer, chosen as never, at);
					else {
						const event = eventOf(kind, card, rating, at);
						valueOf(await writeTogether(db, [{ card, events: [event], step: null }], fold));
						done.push(event);
					}
				}
				await expectTruth(at + 1);
				db.close();
			}),
			{ seed: 42, numRuns: 25 }
		);
	});
});

function eventOf(kind: string, card: string, rating: number, at: number): NewEvent {
	if (kind === 'late') return review({ card, at: at - 20 * DAY_MS });
	return kind === 'reset' ? resetAt(at, card) : quizAnswer(card, rating === 1, at);
}

function resetAt(at: number, card: string): NewEvent {
	return { id: idAt(at), at, day: Math.floor(at / DAY_MS), card, kind: 'reset', history: 'uncounted' };
}

describe('the age of a summary', () => {
	it('is great once a thousand events have come, or when there is none of a packed log', async () => {
		const old = async () => valueOf(await isSummaryOld(db));
		expect(await old()).toBe(false);
		await db.blocks.put({ id: 'some', bytes: new Uint8Array(1) });
		expect(await old()).toBe(true);
		await rate(writerOf(db), { at: NOON });
		await sumUp(db, momentOf(NOON + 1));
		expect(await old()).toBe(false);
		await db.counters.update('seq', { count: 1002 });
		expect(await old()).toBe(true);
	});
});
