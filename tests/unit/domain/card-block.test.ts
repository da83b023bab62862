import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCardId, type CardState } from '$lib/domain/card';
import { decodeCards, encodeCards } from '$lib/domain/card-block';
import { CARD_PHASES } from '$lib/domain/card-columns';

const day = fc.integer({ min: -40_000, max: 60_000 });
const instant = fc.integer({ min: -1e12, max: 5e12 });
const count = fc.nat(5000);

const state: fc.Arbitrary<CardState> = fc
	.record({
		setId: fc.constantFrom('a', 'a-b', 'collision-course'),
		item: fc.nat(100_000),
		part: fc.nat(40),
		phase: fc.constantFrom(...CARD_PHASES),
		stability: fc.double({ min: 0, max: 36_500, noNaN: true }),
		difficulty: fc.double({ min: 0, max: 10, noNaN: true }),
		step: fc.nat(20),
		dueDay: day,
		dueAt: fc.option(instant),
		lastDay: day,
		lastAt: instant,
		reviews: count,
		lapses: count,
		failedDay: fc.option(day),
		suspended: fc.boolean(),
		buriedUntil: fc.option(day)
	})
	.map(({ item, part, ...rest }) => ({ card: toCardId({ setId: rest.setId, item, part }), ...rest }));

describe('packed states of cards', () => {
	it('come back exactly as they were', () => {
		const property = fc.property(fc.array(state, { maxLength: 20 }), (states) => {
			expect(decodeCards(encodeCards(states))).toEqual(states);
		});
		fc.assert(property, { seed: 42, numRuns: 200 });
	});

	it('are refused when a byte has changed, some are missing, or a newer version wrote them', () => {
		const property = fc.property(fc.array(state, { minLength: 1, maxLength: 4 }), fc.nat(), (states, place) => {
			const bytes = encodeCards(states);
			const changed = bytes.slice();
			changed[place % bytes.length] = (changed[place % bytes.length] ?? 0) ^ 4;
			expect(decodeCards(changed)).toBeNull();
			expect(decodeCards(bytes.subarray(0, place % bytes.length))).toBeNull();
		});
		fc.assert(property, { seed: 42, numRuns: 200 });
	});

	it('take about 35 bytes a card', () => {
		const card = (item: number): CardState => ({
			card: `set-1.${String(item)}.1`,
			setId: 'set-1',
			phase: 'review',
			stability: 31.4159265,
			difficulty: 5.27182818,
			step: 0,
			dueDay: 20_400,
			dueAt: null,
			lastDay: 20_360,
			lastAt: 1_759_100_000_000,
			reviews: 9,
			lapses: 1,
			failedDay: 20_100,
			suspended: false,
			buriedUntil: null
		});
		const states = Array.from({ length: 1000 }, (_, item) => card(item));
		expect(encodeCards(states).length).toBeLessThan(36_000);
	});
});
