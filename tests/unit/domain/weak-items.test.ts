import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/lib/domain/card';
import { DEFAULT_PARAMETERS } from '../../../src/lib/domain/scheduler-parameters';
import { weakItems } from '../../../src/lib/domain/weak-items';
import { ITEMS } from './quiz-items';

const TODAY = 20_000;
const KNOWN: CardState = {
	card: 'demo.3.1',
	setId: 'demo',
	phase: 'review',
	stability: 100,
	difficulty: 5,
	step: 0,
	dueDay: TODAY + 50,
	dueAt: null,
	lastDay: TODAY - 2,
	lastAt: 0,
	reviews: 4,
	lapses: 0,
	failedDay: null,
	suspended: false,
	buriedUntil: null
};
const BASIC = ITEMS.basic;
const CHOICE = ITEMS['single-choice'];
const CLOZE = ITEMS.cloze;
const ITEM_LIST = [BASIC, CHOICE, CLOZE];

/** Ranks with these states of the cards `number.part`. */
function rank(states: Readonly<Record<string, Partial<CardState>>>, sureErrors: readonly number[] = []): number[] {
	const cards = Object.entries(states).map(([key, state]) => ({ ...KNOWN, ...state, card: `demo.${key}` }));
	return weakItems(
		{
			setId: 'demo',
			states: new Map(cards.map((state) => [state.card, state])),
			sureErrors: new Set(sureErrors),
			today: TODAY,
			params: DEFAULT_PARAMETERS
		},
		ITEM_LIST
	);
}

describe('weakItems', () => {
	it('finds nothing among what was never answered or is well known', () => {
		expect(rank({})).toEqual([]);
		expect(rank({ '1.1': {}, '3.1': { lapses: 3 } })).toEqual([]);
		expect(rank({ '1.1': { reviews: 0, stability: 0.1, lastDay: TODAY - 100 } })).toEqual([]);
	});

	it('puts what was missed lately before what was missed a week ago, and forgets it after two weeks', () => {
		expect(rank({ '1.1': { failedDay: TODAY - 7 }, '3.1': { failedDay: TODAY } })).toEqual([3, 1]);
		expect(rank({ '1.1': { failedDay: TODAY - 14 } })).toEqual([]);
	});

	it('finds what is probably forgotten, and what lapsed again and again', () => {
		expect(rank({ '1.1': { stability: 2, lastDay: TODAY - 60 } })).toEqual([1]);
		expect(rank({ '1.1': { lapses: 4 } })).toEqual([1]);
		expect(rank({ '1.1': { lapses: 400 }, '3.1': { stability: 1, lastDay: TODAY - 300 } })).toEqual([3, 1]);
	});

	it('finds an error that the learner was sure of, whatever its card says', () => {
		expect(rank({ '1.1': { failedDay: TODAY - 1 } }, [3])).toEqual([3, 1]);
	});

	it('counts the weakest card of an item, and none that is set aside', () => {
		expect(rank({ '2.1': {}, '2.2': { failedDay: TODAY } })).toEqual([2]);
		expect(rank({ '2.1': {}, '2.2': { failedDay: TODAY, suspended: true } })).toEqual([]);
	});

	it('takes a clock set back as today', () => {
		expect(rank({ '1.1': { failedDay: TODAY + 3, lastDay: TODAY + 3 } })).toEqual([1]);
	});
});
