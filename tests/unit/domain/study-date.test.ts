import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, toDate } from '$lib/domain/study-date';

describe('parseDate', () => {
	it('is the number of days since 1970', () => {
		expect([parseDate('1970-01-01'), parseDate('2026-11-22')]).toEqual([0, 20_779]);
	});

	it.each(['', '2026-02-30', '2026-13-01', '22.11.2026', '2026-1-1', '2026-11-22T00:00', '0x10-01-01'])(
		'takes "%s" for no date',
		(text) => {
			expect(parseDate(text)).toBeNull();
		}
	);

	it('reads what was written', () => {
		const property = fc.property(fc.integer({ min: 0, max: 100_000 }), (day) => {
			expect(parseDate(toDate(day))).toBe(day);
		});
		fc.assert(property, { seed: 42, numRuns: 200 });
	});
});
