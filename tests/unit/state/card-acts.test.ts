import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { applyEvent } from '$lib/domain/fold';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { planAct, type CardAct } from '$lib/state/card-acts';
import { nextDayStart, startStudyDaysAt, studyDayOf } from '$lib/state/clock';

const CARD = 'a.1.1';
const AT = Date.UTC(2026, 10, 22, 12);
const DAY = studyDayOf(AT);
const known: CardState = {
	card: CARD,
	setId: 'a',
	phase: 'review',
	stability: 10,
	difficulty: 5,
	step: 0,
	dueDay: DAY,
	dueAt: null,
	lastDay: DAY - 10,
	lastAt: AT - 10 * 86_400_000,
	reviews: 3,
	lapses: 0,
	failedDay: null,
	suspended: false,
	buriedUntil: null
};
const ACTS: readonly CardAct[] = [
	{ kind: 'suspend', suspended: true },
	{ kind: 'suspend', suspended: false },
	{ kind: 'forget' },
	{ kind: 'reset' },
	{ kind: 'bury', days: 7 },
	{ kind: 'set-due', dueDay: DAY + 30 }
];

describe('planAct', () => {
	it.each(ACTS)('shows after %o what folding its event gives', (act) => {
		for (const state of [known, { ...known, suspended: true }, null]) {
			const { event, step } = planAct(act, CARD, state, AT);
			expect(step.expected).toBe(state);
			expect(step.next).toEqual(applyEvent(state, { ...event, device: 'phone', seq: 1 }, DEFAULT_PARAMETERS));
			expect([event.card, event.at, event.day]).toEqual([CARD, AT, DAY]);
		}
	});

	it('uncounts the history of a card that is reset, and not that of one that is forgotten', () => {
		expect(planAct({ kind: 'forget' }, CARD, known, AT).event).not.toHaveProperty('history');
		expect(planAct({ kind: 'reset' }, CARD, known, AT).event).toMatchObject({ kind: 'reset', history: 'uncounted' });
	});

	it('puts a card off from the study day it is now', () => {
		expect(planAct({ kind: 'bury', days: 1 }, CARD, known, AT).step.next?.buriedUntil).toBe(DAY + 1);
	});
});

describe('the clock', () => {
	it('starts study days at the hour the learner chose', () => {
		const midnight = nextDayStart(AT) - 4 * 3_600_000;
		expect(studyDayOf(midnight + 3_600_000)).toBe(DAY);
		startStudyDaysAt(0);
		expect(studyDayOf(midnight + 3_600_000)).toBe(DAY + 1);
		expect(nextDayStart(AT)).toBe(midnight);
		startStudyDaysAt(4);
	});
});
