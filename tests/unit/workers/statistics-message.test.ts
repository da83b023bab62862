import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { gatherStatistics } from '$lib/domain/statistics/statistics';
import { buffersOf, parseStatistics, parseStatisticsInput } from '$lib/workers/statistics-message';
import { answers, cardColumns } from '../domain/statistics/columns';

const INPUT = {
	answers: answers(['a.1.1', 100, 3], ['a.1.1', 105, 1]),
	cards: cardColumns({ card: 'a.1.1' }),
	topics: { cards: [1], bySet: new Map([['a', Int16Array.from([-1, 0])]]), whole: new Map() },
	params: DEFAULT_PARAMETERS,
	today: 110
};

describe('parseStatisticsInput', () => {
	it('takes what the page sends, also after it was copied', () => {
		expect(parseStatisticsInput(structuredClone(INPUT))).toEqual(INPUT);
	});

	it.each([
		['nothing', null],
		['no day', { ...INPUT, today: 1.5 }],
		['no parameters', { ...INPUT, params: {} }],
		['columns of different lengths', { ...INPUT, answers: { ...INPUT.answers, day: new Int32Array(1) } }],
		['a column of another kind', { ...INPUT, answers: { ...INPUT.answers, day: new Uint8Array(2) } }],
		['cards without all columns', { ...INPUT, cards: { ...INPUT.cards, lapses: undefined } }],
		['cards of which one has no state', { ...INPUT, cards: { ...INPUT.cards, cards: ['a.1.1', 'a.2.1'] } }],
		['no topics', { ...INPUT, topics: { cards: [] } }]
	])('refuses %s', (_, value) => {
		expect(parseStatisticsInput(value)).toBeNull();
	});
});

describe('parseStatistics', () => {
	it('takes statistics and refuses anything that lacks a part', () => {
		const statistics = gatherStatistics(INPUT);
		expect(parseStatistics(structuredClone(statistics))).toEqual(statistics);
		expect(parseStatistics({ ...statistics, memory: undefined })).toBeNull();
		expect(parseStatistics('done')).toBeNull();
	});
});

describe('buffersOf', () => {
	it('finds the memory of every column', () => {
		expect(buffersOf(INPUT.answers).length).toBe(5);
		expect(buffersOf(INPUT.cards).length).toBe(8);
	});
});
