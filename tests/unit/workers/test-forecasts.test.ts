import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { DAY_MS } from '$lib/domain/units';
import { testForecasts } from '$lib/workers/test-forecasts';
import { idAt, newFactory, NOON, openIn, review, valueOf } from '../../storage/support';

/** Thirty cards, answered on the same days. */
async function studied(...days: readonly number[]) {
	const db = await openIn(newFactory());
	const events = days.flatMap((day) =>
		Array.from({ length: 30 }, (_, card) => review({ card: `a.${card}.1`, at: NOON + day * DAY_MS + card }))
	);
	await db.events.bulkAdd(events.map((event, seq) => ({ ...event, device: 'a', seq })));
	return db;
}

describe('testForecasts', () => {
	it('holds each month that lies behind against what was to be expected of it', async () => {
		const db = await studied(0, 3, 12, 35, 40, 59);
		const shares: number[] = [];
		const { recall, load, isFitted } = valueOf(await testForecasts(db, (share) => shares.push(share)));
		expect(recall?.points).toMatchObject([{ day: 20_030, actual: 1, reviews: 90 }]);
		expect(load?.points).toMatchObject([{ day: 20_030, actual: 90 }]);
		expect([isFitted, shares]).toEqual([false, [1]]);
		db.close();
	});

	it('says nothing of a short log or an empty one', async () => {
		for (const days of [[0, 3, 12], []]) {
			const db = await studied(...days);
			expect(valueOf(await testForecasts(db, () => undefined))).toEqual({ recall: null, load: null, isFitted: false });
			db.close();
		}
	});

	it('says when the scheduler was fitted', async () => {
		const db = await studied(0, 3, 12, 35, 40, 59);
		const weights = DEFAULT_PARAMETERS.weights.with(0, 0.5);
		const place = { id: idAt(NOON), device: 'a', seq: 999, at: NOON + 60 * DAY_MS, day: 20_060 };
		await db.parameters.add({ ...place, kind: 'parameters', parameters: { ...DEFAULT_PARAMETERS, weights } });
		expect(valueOf(await testForecasts(db, () => undefined)).isFitted).toBe(true);
		db.close();
	});
});
