import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import { commitActs } from '$lib/storage/card-acts';
import type { BackstoryDatabase } from '$lib/storage/database';
import { readDoneToday } from '$lib/storage/done-today';
import { commitReview } from '$lib/storage/event-store';
import type { LogWriter } from '$lib/storage/event-store';
import { foldCard } from '$lib/domain/fold';
import { DEFAULT_HISTORY } from '$lib/domain/parameter-history';
import { idAt, newFactory, NOON, openIn, rate, undo, valueOf, writerOf } from './support';

const TODAY = 20_000;
let db: BackstoryDatabase;
let writer: LogWriter;

async function doneToday() {
	return valueOf(await readDoneToday(db, TODAY, NOON - 2 * DAY_MS));
}

beforeEach(async () => {
	db = await openIn(newFactory());
	writer = writerOf(db);
});

describe('readDoneToday', () => {
	it('tells new cards from reviews, without what was undone or is of another day', async () => {
		await rate(writer, { card: 'a.1.1', at: NOON - DAY_MS, rating: 4 });
		await rate(writer, { card: 'a.2.1', at: NOON - DAY_MS, rating: 4 });
		await rate(writer, { card: 'a.1.1' });
		await rate(writer, { card: 'b.1.1', at: NOON + 1, rating: 1 });
		await rate(writer, { card: 'b.1.1', at: NOON + 2 });
		await undo(writer, await rate(writer, { card: 'a.3.1', at: NOON + 3 }), NOON + 4);
		const done = await doneToday();
		expect([...done.cards].sort((a, b) => (a.card < b.card ? -1 : 1))).toEqual([
			{ card: 'a.1.1', kind: 'review' },
			{ card: 'b.1.1', kind: 'new' }
		]);
		expect([...done.sets]).toEqual(
			expect.arrayContaining([
				['a', { fresh: 0, reviews: 1 }],
				['b', { fresh: 1, reviews: 0 }]
			])
		);
	});

	it('names a new card that was put off, which uses nothing up', async () => {
		const event = { kind: 'bury', id: idAt(NOON), card: 'a.9.1', at: NOON, day: TODAY, until: TODAY + 1 } as const;
		valueOf(await commitActs(writer, [{ event, step: { expected: null, next: null } }]));
		const done = await doneToday();
		expect(done.cards).toEqual([{ card: 'a.9.1', kind: 'new' }]);
		expect(done.sets.size).toBe(0);
	});

	it('counts a card that a quiz answered first neither as new nor as a review of its set', async () => {
		const base = { card: 'a.1.1', at: NOON, day: TODAY, tookMs: 5000 };
		const quiz = { attempt: 'one', correct: false, guess: 0.25, answered: true };
		const event = { kind: 'quiz-answer', id: idAt(NOON), ...base, ...quiz } as const;
		const next = foldCard([{ ...event, device: 'device-a', seq: 0 }], DEFAULT_HISTORY);
		valueOf(await commitReview(writer, { event, step: { expected: null, next } }));
		await rate(writer, { card: 'a.1.1', at: NOON + 1 });
		const done = await doneToday();
		expect(done.cards).toEqual([{ card: 'a.1.1', kind: 'new' }]);
		expect(done.sets.size).toBe(0);
	});
});
