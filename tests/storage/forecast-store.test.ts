import { describe, expect, it } from 'vitest';
import { dueOn, FORECAST_DAYS } from '$lib/domain/due-forecast';
import { readForecast } from '$lib/storage/forecast-store';
import { newFactory, NOON, openIn, rate, stateInDb, valueOf, writerOf } from './support';

describe('readForecast', () => {
	it('counts what is due on each of the days ahead, in all sets, and says when some cards are', async () => {
		const db = await openIn(newFactory());
		const writer = writerOf(db);
		for (const card of ['a.1.1', 'a.1.2', 'b.7.1'])
			await rate(writer, { card, at: NOON + Number(card === 'a.1.2'), rating: 4 });
		const due = (await stateInDb(db, 'a.1.2'))?.dueDay ?? NaN;
		const query = { setIds: ['a', 'b'], cards: ['a.1.1', 'a.1.2', 'a.1.3'], fromDay: 20_000 };
		const forecast = valueOf(await readForecast(db, query));
		expect(forecast.counts).toHaveLength(FORECAST_DAYS);
		expect(forecast.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
		expect(dueOn(forecast, due)).toBeGreaterThan(0);
		expect([...forecast.dueDays.keys()].sort()).toEqual(['a.1.1', 'a.1.2']);
		expect(forecast.dueDays.get('a.1.2')).toBe(due);
		expect(valueOf(await readForecast(db, { ...query, setIds: [] })).counts.every((count) => count === 0)).toBe(true);
	});
});
