import { describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import { readCards } from '$lib/state/card-source';
import { newFactory, NOON, openIn, rate, valueOf, writerOf } from '../../storage/support';

const DAY = Math.floor(NOON / DAY_MS);

describe('readCards', () => {
	it('gives the states of the cards of these sets, beyond one reading too', async () => {
		const db = await openIn(newFactory());
		const state = await rate(writerOf(db), { card: 'set-1.1.1', rating: 3 });
		const stored = await db.cards.get(state.card);
		const card = (setId: string, number: number) => ({ ...(stored as object), setId, card: `${setId}.${number}.1` });
		await db.cards.bulkPut(
			Array.from({ length: 2500 }, (_, index) => card(index % 2 === 0 ? 'set-1' : 'gone', index + 1)) as never
		);
		await db.cards.put({ ...card('set-1', 9001), stability: 'none' } as never);
		await db.cards.put({ ...card('set-1', 9002), suspended: true, lapses: 4 } as never);
		const columns = valueOf(await readCards(db, new Set(['set-1'])));
		expect(columns.cards.length).toBe(1251);
		expect(new Set(columns.cards).size).toBe(1251);
		const last = columns.cards.indexOf('set-1.9002.1');
		expect([columns.suspended[last], columns.lapses[last], columns.reviews[last]]).toEqual([1, 4, 1]);
		expect(columns.suspended.reduce((sum, value) => sum + value, 0)).toBe(1);
		expect(columns.lastDay[0]).toBe(DAY);
	});
});
