import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { applyEvent } from '$lib/domain/fold';
import { encodeBlock } from '$lib/domain/log/block';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { gatherStatistics } from '$lib/domain/statistics/statistics';
import { DAY_MS } from '$lib/domain/units';
import { toBlockRow } from '$lib/storage/block-row';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { dueByDay, dueOnDays } from '$lib/storage/due-days';
import { commitReview, writeTogether } from '$lib/storage/event-store';
import { loadLogParts } from '$lib/storage/log-parts';
import { mergeLog } from '$lib/storage/merge-log';
import type { NewEvent } from '$lib/storage/new-event';
import { foldTables, rebuildDerived } from '$lib/storage/rebuild';
import { refoldLog } from '$lib/storage/refold';
import { repackCards } from '$lib/storage/repack-cards';
import { readSession } from '$lib/storage/session-store';
import { deleteSet, saveSet } from '$lib/storage/set-store';
import { keepShelf } from '$lib/storage/shelf';
import { sumUp, sumUpAfresh } from '$lib/storage/sum-up';
import { fold, idAt, newFactory, NOON, openIn, quizAnswer, review, stateInDb, storedStates, studySet, valueOf, voidOf, writerOf } from './support'; // prettier-ignore

const SETS = Array.from({ length: 10 }, (_, index) => `s${String(index)}`);
const CARDS = ['s0.1.1', 's0.200.1', 's1.1.1', 's9.1.1', 'gone.1.1'];
const TOPICS = { cards: [9], bySet: new Map<string, never>(), whole: new Map([['s0', 0]]) };

/** What is done to a device's log and sets, or to what is kept of them. */
const KINDS = ['rate', 'rate', 'quiz', 'void', 'suspend', 'reset', 'bury', 'set-due', 'late', 'merge', 'delete', 'save', 'fold', 'pack', 'seal', 'sum', 'shelf'] as const; // prettier-ignore
type Act = { readonly kind: (typeof KINDS)[number]; readonly card: string; readonly n: number; readonly days: number };

const act: fc.Arbitrary<Act> = fc.record({
	kind: fc.constantFrom(...KINDS),
	card: fc.constantFrom(...CARDS),
	n: fc.nat(9),
	days: fc.constantFrom(0, 0, 1, 9, -1)
});

const dayOf = (at: number): number => Math.floor(at / DAY_MS);

async function carryOut(db: BackstoryDatabase, other: BackstoryDatabase, { kind, card, n }: Act, at: number) {
	const base = { id: idAt(at), at, day: dayOf(at), card };
	const write = async (event: NewEvent) =>
		valueOf(await writeTogether(db, [{ card: event.card, events: [event], step: null }], fold));
	switch (kind) {
		case 'rate':
			return answer(db, review({ card, at, rating: n % 2 === 0 ? 3 : 1 }));
		case 'quiz':
			return write(quizAnswer(card, n % 2 === 0, at));
		case 'void': {
			const events = (await db.events.toArray()) as LearningEvent[];
			const event = events[events.length - 1 - n];
			return event && write(voidOf(event, at));
		}
		case 'suspend':
			return write({ ...base, kind, suspended: n < 7 });
		case 'reset':
			return write(n < 5 ? { ...base, kind } : { ...base, kind, history: 'uncounted' });
		case 'bury':
			return write({ ...base, kind, until: dayOf(at) + n });
		case 'set-due':
			return write({ ...base, kind, dueDay: dayOf(at) + n });
		case 'late':
			return write(quizAnswer(card, false, at - n * DAY_MS));
		case 'merge':
			return merge(db, other);
		case 'delete':
			return deleteSet(db, `s${String(n % 2)}`);
		case 'save':
			return saveSet(db, studySet({ id: `s${String(n % 2)}`, addedAt: NOON }));
		case 'fold':
			return refoldLog(db);
		case 'pack':
			return repackCards(db);
		case 'seal':
			return seal(db);
		case 'sum':
			return sumUp(db, { at: at + 1, day: dayOf(at) });
		case 'shelf':
			return keepShelf(db);
	}
}

/** As a session does it, from the state on its screen. */
async function answer(db: BackstoryDatabase, event: ReturnType<typeof review>): Promise<void> {
	const expected = await stateInDb(db, event.card);
	const next = applyEvent(expected, { ...event, device: 'session', seq: 0 }, DEFAULT_PARAMETERS);
	valueOf(await commitReview(writerOf(db), { event, step: { expected, next } }));
}

async function merge(db: BackstoryDatabase, other: BackstoryDatabase): Promise<void> {
	const parts = valueOf(await loadLogParts(other));
	const later = NOON + 999 * DAY_MS;
	const { known } = valueOf(await inTransaction(db, 'rw', foldTables(db), () => mergeLog(db, parts, later)));
	valueOf(await refoldLog(db, () => undefined, known));
}

/** As `sealOldEvents` does once there are thousands. */
async function seal(db: BackstoryDatabase): Promise<void> {
	const events = ((await db.events.toArray()) as LearningEvent[]).slice(0, 5);
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	const row = await toBlockRow(encodeBlock(builder.finish()));
	if (row === null) throw new Error('no block');
	await db.transaction('rw', [db.events, db.blocks], async () => {
		await db.blocks.put(row);
		await db.events.bulkDelete(events.map(({ id }) => id));
	});
}

async function statistics(db: BackstoryDatabase, summing: typeof sumUp, at: number): Promise<unknown> {
	const { tally, cards, params } = valueOf(await summing(db, { at, day: dayOf(at) }));
	const shown = gatherStatistics({ tally, cards, topics: TOPICS, params, today: dayOf(at) });
	const round = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value);
	return JSON.parse(JSON.stringify(shown, round));
}

/** What sessions, home and the plans read on a day. */
async function answersOn(db: BackstoryDatabase, at: number): Promise<unknown> {
	const query = { bundled: ['bank'], day: dayOf(at), since: at - 2 * DAY_MS, reviewLimit: 99 };
	const sessions = await Promise.all(
		[null, 's0'].map(async (setId) => valueOf(await readSession(db, { ...query, setId })))
	);
	const byName = <T extends { readonly card: string }>(cards: readonly T[]): T[] =>
		[...cards].sort((a, b) => (a.card < b.card ? -1 : 1));
	return {
		states: await storedStates(db),
		sessions: sessions.map(({ sets, introduced, learning, reviews, today }) => ({
			sets: sets.map(({ id }) => id),
			introduced: [...introduced].filter(([, count]) => count > 0).sort(),
			cards: [byName(learning), byName(reviews)],
			today
		})),
		ahead: valueOf(await dueByDay(db, { setIds: SETS, fromDay: dayOf(at), days: 9 })),
		on: valueOf(await dueOnDays(db, { setIds: ['s0', 's1'], fromDay: dayOf(at), days: 9 }))
	};
}

it('whatever is packed, sealed or kept in short says what all that is worked out anew says', async () => {
	const run = fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
		const [db, other] = [await openIn(newFactory(), 'phone'), await openIn(newFactory(), 'tablet')];
		for (const id of SETS) valueOf(await saveSet(db, studySet({ id, addedAt: NOON })));
		let at = NOON;
		for (const one of acts) {
			at += one.days * DAY_MS + 60_000;
			if (one.kind === 'merge') await answer(other, review({ card: one.card, at: at - 30_000 }));
			await carryOut(db, other, one, at);
		}
		at += 10 * DAY_MS;
		expect(await statistics(db, sumUp, at)).toEqual(await statistics(db, sumUpAfresh, at));
		const kept = [await answersOn(db, at), await answersOn(db, at - 10 * DAY_MS)];
		valueOf(await rebuildDerived(db));
		expect(kept).toEqual([await answersOn(db, at), await answersOn(db, at - 10 * DAY_MS)]);
		db.close();
		other.close();
	});
	await fc.assert(run, { seed: 42, numRuns: 12 });
});
