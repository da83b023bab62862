import { describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '$lib/domain/accommodations';
import {
	checkOfAssigned,
	itemsOfAssignment,
	paperOf,
	seedOfForm,
	specOfAssignment,
	type LearnerTerms
} from '$lib/domain/assigned-paper';
import type { Assignment } from '$lib/domain/assignment';
import type { Item } from '$lib/domain/item';
import { toPaperCode } from '$lib/domain/paper-code';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { withholdKeys } from '$lib/domain/withhold-keys';

const ITEMS: readonly Item[] = Array.from({ length: 9 }, (_, i) => ({
	type: 'single-choice',
	number: i + 1,
	id: String(i + 1),
	revision: 1,
	stem: `Question ${String(i + 1)}`,
	options: ['a', 'b', 'c', 'd'].map((letter, place) => ({ text: `${letter}${String(i)}`, correct: place === 0 }))
}));
const SET = { id: 'own', revision: 1, title: 'T', lang: 'en', topics: [], items: ITEMS };

const ASSIGNMENT: Assignment = {
	id: 'AAAAAAAAAAA',
	title: 'Test',
	teacher: '',
	keyPolicy: 'open',
	content: { kind: 'set', set: SET },
	quiz: {
		sections: [{ title: '', fixed: [], rows: [{ count: 5, topics: [], difficulties: [], types: [] }] }],
		time: { kind: 'quiz', limitMs: 60_000 },
		rules: PRACTICE_RULES,
		seed: 99,
		forms: 'same',
		sittings: 1
	},
	keys: []
};
const TERMS: LearnerTerms = { setId: 'own', seed: 99, factor: 1, accommodations: NO_ACCOMMODATIONS };

describe('specOfAssignment', () => {
	it('is the quiz of the assignment with what is the learner’s own', () => {
		const spec = specOfAssignment(ASSIGNMENT, { ...TERMS, factor: 1.5 });
		const { sections, time, rules } = ASSIGNMENT.quiz;
		expect(spec).toEqual({
			setId: 'own',
			topics: [],
			items: [],
			count: 5,
			time,
			factor: 1.5,
			seed: 99,
			sections,
			rules
		});
	});

	it('adds what the teacher grants to what the learner has set, and takes nothing away', () => {
		const accommodations = { ...NO_ACCOMMODATIONS, pauses: true };
		const given: Assignment = { ...ASSIGNMENT, personal: { name: 'Noor', factor: 1.5, accommodations } };
		const own = specOfAssignment(given, {
			...TERMS,
			factor: 2,
			accommodations: { ...NO_ACCOMMODATIONS, readAloud: true }
		});
		expect(own.factor).toBe(2);
		expect(own.accommodations).toEqual({ ...NO_ACCOMMODATIONS, pauses: true, readAloud: true });
		expect(specOfAssignment(given, TERMS).factor).toBe(1.5);
	});
});

describe('seedOfForm', () => {
	it('is the assignment’s own for form A and always the same other for form B', () => {
		expect(seedOfForm(ASSIGNMENT, 'A')).toBe(99);
		expect(seedOfForm(ASSIGNMENT, 'B')).toBe(seedOfForm(ASSIGNMENT, 'B'));
		expect(seedOfForm(ASSIGNMENT, 'B')).not.toBe(99);
		expect(Number.isInteger(seedOfForm(ASSIGNMENT, 'B'))).toBe(true);
	});
});

describe('paperOf', () => {
	it('draws from the items that were picked of a bank, and from no other', () => {
		const content = { kind: 'bank-items', bank: 'b', bankRevision: 1, title: '', items: [7, 2, 4, 5, 9] } as const;
		const given: Assignment = { ...ASSIGNMENT, content };
		expect(itemsOfAssignment(given, ITEMS).map(({ number }) => number)).toEqual([7, 2, 4, 5, 9]);
		const drawn = paperOf(given, ITEMS, 99).map(({ item }) => item);
		expect([...drawn].sort()).toEqual([2, 4, 5, 7, 9]);
		expect(paperOf(given, ITEMS, 99)).toEqual(paperOf(given, [...ITEMS].reverse(), 99));
	});

	it('is the learner’s paper also for a set without keys, whose parts stand in another order', () => {
		const set = withholdKeys(SET);
		const given: Assignment = { ...ASSIGNMENT, keyPolicy: 'withheld', content: { kind: 'set', set } };
		expect(paperOf(given, ITEMS, 99)).toEqual(paperOf(given, set.items, 99));
		expect(checkOfAssigned(given, ITEMS, 99)).toBe(checkOfAssigned(given, set.items, 99));
	});
});

describe('checkOfAssigned', () => {
	it('is the one in the paper code, and another for another edition of a question', () => {
		const content = { kind: 'bank-items', bank: 'b', bankRevision: 1, title: '', items: [] } as const;
		const given: Assignment = { ...ASSIGNMENT, content };
		const check = checkOfAssigned(given, ITEMS, 99);
		const code = toPaperCode(99, 'b', paperOf(given, ITEMS, 99), ITEMS);
		// The code is one number in base 32, of which the check is the last eight bits.
		const last = Array.from(code.slice(-2), (digit) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit));
		expect(((last[0] ?? 0) * 32 + (last[1] ?? 0)) % 256).toBe(check);
		const corrected = ITEMS.map((item) => ({ ...item, revision: 2 }));
		expect(checkOfAssigned(given, corrected, 99)).not.toBe(check);
	});
});
