import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { LEECH_LAPSES } from '$lib/domain/leech';
import { KNOWN_STABILITY, stageOfCard, stageOfItem } from '$lib/domain/stage';

const known: CardState = {
	card: 'set-1.1.1',
	setId: 'set-1',
	phase: 'review',
	stability: KNOWN_STABILITY,
	difficulty: 5,
	step: 0,
	dueDay: 20_021,
	dueAt: null,
	lastDay: 20_000,
	lastAt: 0,
	reviews: 4,
	lapses: 0,
	failedDay: null,
	suspended: false,
	buriedUntil: null
};
const young: CardState = { ...known, stability: KNOWN_STABILITY - 0.1 };
const lapsed: CardState = { ...known, phase: 'relearning' };
const leech: CardState = { ...known, lapses: LEECH_LAPSES };
const suspended: CardState = { ...leech, suspended: true };

describe('stageOfCard', () => {
	it('calls a card without a state new', () => {
		expect(stageOfCard(null)).toBe('new');
	});

	it('calls a card known from a stability of 21 days on, and only in review', () => {
		expect(KNOWN_STABILITY).toBe(21);
		expect([known, young, lapsed].map((state) => stageOfCard(state))).toEqual(['known', 'learning', 'learning']);
	});

	it('calls a card that was forgotten eight times a leech, however well it is known now', () => {
		expect(stageOfCard(leech)).toBe('leech');
		expect(stageOfCard({ ...known, lapses: LEECH_LAPSES - 1 })).toBe('known');
	});

	it('calls it a leech from another number of lapses on where the learner chose one', () => {
		expect(stageOfCard({ ...known, lapses: 4 }, 4)).toBe('leech');
		expect(stageOfItem([{ ...known, lapses: 4 }], 5)).toBe('known');
	});

	it('calls a card that is set aside suspended, whatever else it is', () => {
		expect(stageOfCard(suspended)).toBe('suspended');
		expect(stageOfCard({ ...suspended, reviews: 0, lapses: 0 })).toBe('suspended');
	});
});

describe('stageOfItem', () => {
	it('is that of its card', () => {
		expect([null, young, known, leech, suspended].map((state) => stageOfItem([state]))).toEqual([
			'new',
			'learning',
			'known',
			'leech',
			'suspended'
		]);
	});

	it('is known, or new, when all cards are, and learning in between', () => {
		expect(stageOfItem([known, known])).toBe('known');
		expect(stageOfItem([null, null])).toBe('new');
		expect(stageOfItem([known, null])).toBe('learning');
		expect(stageOfItem([known, young])).toBe('learning');
	});

	it('is leech when one card is', () => {
		expect(stageOfItem([null, leech, known])).toBe('leech');
	});

	it('is suspended only when all cards are', () => {
		expect(stageOfItem([suspended, suspended])).toBe('suspended');
		expect(stageOfItem([suspended, known])).toBe('known');
	});

	it('does not depend on the order of the cards', () => {
		const states = fc.array(fc.constantFrom(null, young, known, leech, suspended), { maxLength: 4 });
		fc.assert(
			fc.property(states, (some) => {
				expect(stageOfItem([...some].reverse())).toBe(stageOfItem(some));
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});
