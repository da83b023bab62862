import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutCards, type Duplex } from '../../../src/lib/domain/card-sheets';

const EIGHT = { columns: 2, rows: 4 };
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Where a place of the front lies on the back once the sheet is turned over an edge. */
function behind(place: number, columns: number, rows: number, duplex: Duplex): number {
	const [row, column] = [Math.floor(place / columns), place % columns];
	return duplex === 'long' ? row * columns + (columns - 1 - column) : (rows - 1 - row) * columns + column;
}

describe('layOutCards', () => {
	it('changes left and right on the backs when the sheet turns over its long edge', () => {
		const [sheet, ...others] = layOutCards(numbers(8), { ...EIGHT, duplex: 'long' });
		expect(others).toEqual([]);
		expect(sheet?.fronts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(sheet?.backs).toEqual([2, 1, 4, 3, 6, 5, 8, 7]);
	});

	it('changes top and bottom on the backs when the sheet turns over its short edge', () => {
		const [sheet] = layOutCards(numbers(8), { ...EIGHT, duplex: 'short' });
		expect(sheet?.backs).toEqual([7, 8, 5, 6, 3, 4, 1, 2]);
	});

	it('leaves places of the last sheet empty, on the same spot on both sides', () => {
		const sheets = layOutCards(numbers(9), { ...EIGHT, duplex: 'long' });
		expect(sheets).toHaveLength(2);
		expect(sheets[1]?.fronts).toEqual([9, null, null, null, null, null, null, null]);
		expect(sheets[1]?.backs).toEqual([null, 9, null, null, null, null, null, null]);
	});

	it('makes no sheet of no cards', () => {
		expect(layOutCards([], { ...EIGHT, duplex: 'long' })).toEqual([]);
	});

	it('puts every card once on each side, its back behind its front, whatever the sheet', () => {
		const prop = fc.property(
			fc.integer({ min: 0, max: 60 }),
			fc.integer({ min: 1, max: 4 }),
			fc.integer({ min: 1, max: 5 }),
			fc.constantFrom<Duplex>('long', 'short'),
			(count, columns, rows, duplex) => {
				const sheets = layOutCards(numbers(count), { columns, rows, duplex });
				const shown = sheets.flatMap(({ fronts }) => fronts.filter((card) => card !== null));
				expect(shown).toEqual(numbers(count));
				for (const { fronts, backs } of sheets) {
					expect(backs).toHaveLength(columns * rows);
					fronts.forEach((card, place) => {
						expect(backs[behind(place, columns, rows, duplex)]).toBe(card);
					});
				}
			}
		);
		fc.assert(prop, { seed: 42, numRuns: 200 });
	});
});
