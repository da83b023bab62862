import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCards } from '$lib/domain/card-places';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { gatherStatistics } from '$lib/domain/statistics/statistics';
import { EMPTY_TALLY, Tally, type KeptTally } from '$lib/domain/statistics/tally';
import { answers, cardColumns, type AnswerRow } from './columns';

const TODAY = 400;
const TOPICS = { cards: [4], bySet: new Map(), whole: new Map([['a', 0]]) };

/** Adds logs one after another, the tally being kept and taken up again in between. */
function inParts(...parts: readonly (readonly AnswerRow[])[]) {
	let kept: KeptTally = EMPTY_TALLY;
	let cards: readonly string[] = [];
	for (const part of parts) {
		const columns = answers(...part);
		const { list, places } = placeCards(cards, columns.cards);
		const tally = new Tally(DEFAULT_PARAMETERS, kept);
		tally.add(columns, places, TODAY);
		cards = list;
		kept = structuredClone(tally.keep(TODAY));
	}
	const states = cardColumns(...cards.map((card) => ({ card })));
	const tally = new Tally(DEFAULT_PARAMETERS, kept);
	return gatherStatistics({ tally, cards: states, topics: TOPICS, params: DEFAULT_PARAMETERS, today: TODAY });
}

describe('Tally', () => {
	it('comes to the same wherever it was broken off and gone on with', () => {
		const rows = array(
			record({
				card: constantFrom('a.1.1', 'a.2.1', 'a.3.1', 'b.1.1'),
				gap: integer({ min: 0, max: 12 }),
				rating: integer({ min: 1, max: 6 }),
				seconds: constantFrom(0.2, 5, 400)
			}),
			{ minLength: 1, maxLength: 60 }
		);
		assert(
			property(rows, integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 }), (log, one, other) => {
				let day = 100;
				const all = log.map(({ card, gap, rating, seconds }): AnswerRow => [card, (day += gap), rating, seconds]);
				const [first, second] = [Math.min(one, other), Math.max(one, other)];
				const parts = inParts(all.slice(0, first), all.slice(first, second), all.slice(second));
				expect(parts).toEqual(inParts(all));
			}),
			{ seed: 42, numRuns: 150 }
		);
	});

	it('leaves what it was made from as it was', () => {
		const kept = structuredClone(EMPTY_TALLY);
		const columns = answers(['a.1.1', 100, 3], ['a.1.1', 105, 1]);
		new Tally(DEFAULT_PARAMETERS, kept).add(columns, Uint32Array.of(0), TODAY);
		expect(kept).toEqual(EMPTY_TALLY);
	});

	it('forgets the misses of half a year ago and nothing else', () => {
		const kept = (today: number) => {
			const tally = new Tally(DEFAULT_PARAMETERS);
			tally.add(answers(['a.1.1', 100, 3], ['a.1.1', 105, 1]), Uint32Array.of(0), 110);
			return tally.keep(today);
		};
		expect(kept(284).misses).toHaveLength(3);
		expect(kept(285)).toEqual({ ...kept(284), misses: new Float64Array(0) });
	});
});
