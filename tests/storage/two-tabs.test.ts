import { describe, expect, it } from 'vitest';
import { commitReview, commitVoid } from '$lib/storage/event-store';
import { countersOf, dump, expectDerivedFromLog, fold, newFactory, NOON, openIn, rate, review, stateInDb, valueOf, voidOf, writerOf } from './support'; // prettier-ignore

describe('two tabs', () => {
	it('that rate the same card from the same screen both count', async () => {
		const factory = newFactory();
		const tabs = [await openIn(factory, 'one'), await openIn(factory, 'two')] as const;
		await rate(writerOf(tabs[0]));
		const expected = await stateInDb(tabs[0], 'set-1.1.1');
		const results = await Promise.all(
			tabs.map((tab, index) => {
				const event = review({ at: NOON + 1000 + index, rating: index === 0 ? 1 : 4 });
				const next = fold([{ ...event, device: 'x', seq: 0 }]);
				return commitReview(writerOf(tab), { event, step: { expected, next } });
			})
		);
		expect(results.map((result) => result.ok)).toEqual([true, true]);
		expect((await stateInDb(tabs[1], 'set-1.1.1'))?.reviews).toBe(3);
		await expectDerivedFromLog(tabs[0]);
	});

	it('never give out the same running number, and are one device', async () => {
		const factory = newFactory();
		const tabs = [await openIn(factory, 'one'), await openIn(factory, 'two')];
		const rated = await Promise.all(
			Array.from({ length: 20 }, (_, n) => rate(writerOf(tabs[n % 2]!), { card: `set-1.${n}.1`, at: NOON + n }))
		);
		expect(rated.map((event) => event.seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
		expect(new Set(rated.map((event) => event.device)).size).toBe(1);
		expect(await countersOf(tabs[0]!)).toMatchObject({ seq: 20, 'new:20000': 20 });
	});

	it('that undo the same rating leave the card as if it was undone once', async () => {
		const factory = newFactory();
		const [one, two] = [await openIn(factory), await openIn(factory)];
		const event = await rate(writerOf(one));
		valueOf(await commitVoid(writerOf(one), voidOf(event, NOON + 1)));
		valueOf(await commitVoid(writerOf(two), voidOf(event, NOON + 2)));
		expect((await dump(two))['cards']).toEqual([]);
		expect(await countersOf(two)).toEqual({ seq: 3, 'last-at': NOON + 2 });
	});
});
