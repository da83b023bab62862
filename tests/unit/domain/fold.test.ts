import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { LearningEvent, Rating } from '$lib/domain/event';
import { effectiveEvents } from '$lib/domain/effective-events';
import { compareEvents } from '$lib/domain/event';
import { applyEvent, foldCard } from '$lib/domain/fold';
import { DEFAULT_HISTORY, toParameterHistory } from '$lib/domain/parameter-history';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { CARD, noonOf, quizAnswer, review } from './learning-log';

function fold(...events: LearningEvent[]): CardState | null {
	return foldCard(events, DEFAULT_HISTORY);
}

function base(seq: number, day: number) {
	return { id: `event-${String(seq)}`, device: 'phone', seq, at: noonOf(day) + seq, day, card: CARD };
}

function voidOf(seq: number, voids: string, day = 200): LearningEvent {
	return { ...base(seq, day), kind: 'void', voids };
}

function suspend(seq: number, day: number, suspended = true): LearningEvent {
	return { ...base(seq, day), kind: 'suspend', suspended };
}

function reset(seq: number, day: number): LearningEvent {
	return { ...base(seq, day), kind: 'reset' };
}

describe('foldCard', () => {
	it('gives no state to a card without events', () => {
		expect(fold()).toBeNull();
	});

	it('starts afresh after a reset', () => {
		expect(fold(review(1, 3, 100), reset(2, 101))).toBeNull();
		expect(fold(review(1, 3, 100), reset(2, 101), review(3, 4, 102))).toEqual(fold(review(3, 4, 102)));
	});

	it('suspends and takes back in without touching memory', () => {
		const state = fold(review(1, 3, 100));
		expect(fold(review(1, 3, 100), suspend(2, 101))).toEqual({ ...state, suspended: true });
		expect(fold(review(1, 3, 100), suspend(2, 101), suspend(3, 102, false))).toEqual(state);
	});

	it('keeps a card suspended that nobody has answered', () => {
		const suspended = fold(suspend(1, 100));
		expect([suspended?.suspended, suspended?.reviews]).toEqual([true, 0]);
		expect(fold(suspend(1, 100), suspend(2, 101, false))).toBeNull();
		expect(fold(suspend(1, 100, false))).toBeNull();
		expect(fold(suspend(1, 100), review(2, 3, 101))).toEqual({ ...fold(review(2, 3, 101)), suspended: true });
		expect(fold(suspend(1, 100), quizAnswer(2, 101))).toEqual(suspended);
	});

	it('keeps a card suspended through a reset', () => {
		const state = fold(review(1, 3, 100), suspend(2, 101), reset(3, 102));
		expect([state?.suspended, state?.reviews, state?.stability]).toEqual([true, 0, 0]);
	});

	it('takes a quiz miss once a day, also from two devices', () => {
		const phone = quizAnswer(2, 110, { correct: false });
		const laptop = quizAnswer(1, 110, { correct: false, id: 'other', device: 'laptop' });
		const state = fold(review(1, 4, 100), phone, laptop);
		expect([state?.lapses, state?.reviews]).toEqual([1, 2]);
	});
});

describe('an event that came twice with different contents', () => {
	it('counts as it came first, in whatever order the two are read', () => {
		const first = review(1, 3, 100);
		const altered = { ...first, at: first.at + 5, rating: 1 as const };
		expect(fold(first, altered)).toEqual(fold(first));
		expect(fold(altered, first)).toEqual(fold(first));
	});
});

describe('a void', () => {
	it('makes an event count as if it had never happened', () => {
		const before = fold(review(1, 3, 100), review(2, 3, 100));
		expect(fold(review(1, 3, 100), review(2, 3, 100), review(3, 1, 105), voidOf(4, 'event-3'))).toEqual(before);
	});

	it('takes back an event from the middle of the log', () => {
		expect(fold(review(1, 3, 100), review(2, 1, 101), review(3, 3, 102), voidOf(4, 'event-2'))).toEqual(
			fold(review(1, 3, 100), review(3, 3, 102))
		);
	});

	it('is taken back by another void, any number of times', () => {
		const done = [review(1, 3, 100), review(2, 1, 105)];
		const chain = [voidOf(3, 'event-2'), voidOf(4, 'event-3'), voidOf(5, 'event-4'), voidOf(6, 'event-5')];
		const undone = fold(review(1, 3, 100));
		const redone = fold(...done);
		expect([0, 1, 2, 3, 4].map((n) => fold(...done, ...chain.slice(0, n)))).toEqual([
			redone,
			undone,
			redone,
			undone,
			redone
		]);
	});

	it('works though its clock says that it came first', () => {
		const late = { ...voidOf(3, 'event-2'), at: 0, day: 0 };
		expect(fold(review(1, 3, 100), review(2, 1, 105), late)).toEqual(fold(review(1, 3, 100)));
		expect(fold(review(1, 3, 100), review(2, 1, 105), late, { ...voidOf(4, 'event-3'), at: -1 })).toEqual(
			fold(review(1, 3, 100), review(2, 1, 105))
		);
	});

	it('says no more when two devices undo the same answer', () => {
		const both = [voidOf(3, 'event-2'), { ...voidOf(1, 'event-2'), id: 'other', device: 'laptop' }];
		expect(fold(review(1, 3, 100), review(2, 1, 105), ...both)).toEqual(fold(review(1, 3, 100)));
	});

	it('is settled only when all that name it are', () => {
		const done = [review(1, 3, 100), review(2, 1, 105)];
		// 3 undoes the answer; 4 and 6 undo 3; 5 takes 4 back; 7 takes 6 back, and 8 takes 7 back. So 6 holds, and 3 does not.
		const pairs: [number, number][] = [
			[3, 2],
			[4, 3],
			[5, 4],
			[6, 3],
			[7, 6],
			[8, 7]
		];
		const voids = pairs.map(([seq, names]) => voidOf(seq, `event-${String(names)}`));
		expect(fold(...done, ...voids)).toEqual(fold(...done));
		expect(fold(...done, ...voids.slice(0, 5))).toEqual(fold(review(1, 3, 100)));
	});

	it('of nothing, of itself or in a circle does no harm', () => {
		const state = fold(review(1, 3, 100));
		expect(fold(review(1, 3, 100), voidOf(2, 'unknown'))).toEqual(state);
		expect(fold(review(1, 3, 100), voidOf(2, 'event-2'))).toEqual(state);
		expect(fold(review(1, 3, 100), voidOf(2, 'event-3'), voidOf(3, 'event-2'))).toEqual(state);
	});
});

describe('applyEvent', () => {
	it('refuses an event of another card', () => {
		const state = fold(review(1, 3, 100));
		const other = review(2, 3, 101, { card: 'collision-course.13.1' });
		expect(() => applyEvent(state, other, DEFAULT_PARAMETERS)).toThrow('collision-course.13.1');
	});
});

/** Logs of up to three devices whose clocks disagree, with undone, suspended, reset and quizzed cards. */
const events = fc
	.array(
		fc.record({
			kind: fc.constantFrom('review', 'review', 'review', 'quiz-answer', 'quiz-answer', 'void', 'suspend', 'reset'),
			device: fc.constantFrom('phone', 'laptop', 'tablet'),
			day: fc.integer({ min: 20_000, max: 20_060 }),
			rating: fc.constantFrom<Rating>(1, 2, 3, 4),
			flag: fc.boolean(),
			guess: fc.constantFrom(0, 0.25, 0.5),
			names: fc.nat(30)
		}),
		{ maxLength: 25 }
	)
	.map((rows) =>
		rows.map((row, i): LearningEvent => {
			const own = { ...base(i, row.day), device: row.device };
			if (row.kind === 'review') return { ...review(i, row.rating, row.day), ...own };
			if (row.kind === 'void') return { ...own, kind: 'void', voids: `event-${String(row.names)}` };
			if (row.kind === 'suspend') return { ...own, kind: 'suspend', suspended: row.flag };
			if (row.kind === 'reset') return { ...own, kind: 'reset' };
			return { ...quizAnswer(i, row.day), ...own, correct: row.flag, guess: row.guess };
		})
	);

describe('the log', () => {
	it('gives the same state in any order and with any duplicates', () => {
		const shuffled = events.chain((log) =>
			fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log], { minLength: log.length * 2 }))
		);
		const property = fc.property(shuffled, ([log, merged]) => {
			expect(fold(...merged)).toEqual(fold(...log));
		});
		fc.assert(property, { seed: 42, numRuns: 500 });
	});

	it('gives the same state event by event as at once', () => {
		const property = fc.property(events, (log) => {
			const ordered = [...log].sort(compareEvents).filter((event) => event.kind !== 'void');
			const stepwise = ordered.reduce<CardState | null>(
				(state, event) => applyEvent(state, event, DEFAULT_PARAMETERS),
				null
			);
			expect(stepwise).toEqual(fold(...ordered));
		});
		fc.assert(property, { seed: 42, numRuns: 500 });
	});

	it('goes back to the very state before when the last event is undone', () => {
		const property = fc.property(events, (log) => {
			const ordered = effectiveEvents(log);
			const last = ordered.at(-1);
			fc.pre(last !== undefined);
			const undone = voidOf(99, last.id, last.day);
			expect(fold(...ordered, undone)).toEqual(fold(...ordered.slice(0, -1)));
			expect(fold(...ordered, undone, voidOf(100, undone.id, last.day))).toEqual(fold(...ordered));
		});
		fc.assert(property, { seed: 42, numRuns: 500 });
	});

	it('never makes a state that is broken or due before its last day', () => {
		const property = fc.property(events, (log) => {
			const state = fold(...log);
			fc.pre(state !== null);
			expect(state.dueDay).toBeGreaterThanOrEqual(state.lastDay);
			expect(Number.isFinite(state.stability) && state.stability >= 0).toBe(true);
			expect(state.reviews === 0).toBe(state.stability === 0);
			expect(state.reviews > 0 || state.suspended).toBe(true);
		});
		fc.assert(property, { seed: 42, numRuns: 500 });
	});

	it('does not touch what it is given', () => {
		const log = Object.freeze([review(2, 1, 105), review(1, 3, 100)].map((event) => Object.freeze(event)));
		expect(foldCard(log, DEFAULT_HISTORY)?.reviews).toBe(2);
		expect(log.map(({ seq }) => seq)).toEqual([2, 1]);
	});
});

describe('a card that is put off', () => {
	const known = [review(1, 3, 100), review(2, 3, 101), review(3, 3, 104)];
	const bury = (seq: number, day: number, until: number): LearningEvent => ({ ...base(seq, day), kind: 'bury', until });
	const setDue = (seq: number, day: number, dueDay: number): LearningEvent => ({
		...base(seq, day),
		kind: 'set-due',
		dueDay
	});

	it('stays away until the day it was buried to, and keeps memory and due day', () => {
		expect(fold(...known, bury(4, 110, 111))).toEqual({ ...fold(...known), buriedUntil: 111 });
		expect(fold(...known, bury(4, 110, 111), review(5, 3, 111))?.buriedUntil).toBeNull();
		expect(fold(bury(1, 100, 101))).toBeNull();
	});

	it('comes on the day the learner chose, memory untouched', () => {
		const state = fold(...known);
		expect(fold(...known, setDue(4, 106, 150))).toEqual({ ...state, dueDay: 150 });
		const onStep = fold(review(1, 1, 100));
		expect(onStep?.dueAt).not.toBeNull();
		expect(fold(review(1, 1, 100), setDue(2, 100, 105))).toMatchObject({ phase: 'review', dueDay: 105, dueAt: null });
		expect(fold(setDue(1, 100, 105))).toBeNull();
	});

	it('is due after the interval that its answer carries, where one was chosen', () => {
		const chosen = fold(...known.slice(0, 2), review(3, 3, 104, { interval: 9 }));
		expect(chosen?.dueDay).toBe(113);
		expect({ ...chosen, dueDay: 0 }).toEqual({ ...fold(...known), dueDay: 0 });
	});
});

describe('changed parameters', () => {
	const weights = DEFAULT_PARAMETERS.weights.map((weight, index) => (index === 2 ? weight * 2 : weight));
	const other = { ...DEFAULT_PARAMETERS, weights, desiredRetention: 0.8 };
	const change = (day: number, seq = 50) =>
		({ ...base(seq, day), id: `change-${String(seq)}`, kind: 'parameters', parameters: other }) as const;
	const log = [review(1, 3, 100), review(2, 3, 101), review(3, 3, 110)];

	it('give a new memory to what was answered before and leave its due day alone', () => {
		const state = foldCard(log, toParameterHistory([change(120)]));
		const before = foldCard(log, DEFAULT_HISTORY);
		const all = foldCard(log, [{ after: null, parameters: other }]);
		expect(state?.dueDay).toBe(before?.dueDay);
		expect([state?.stability, state?.difficulty]).toEqual([all?.stability, all?.difficulty]);
		expect(state?.stability).not.toBe(before?.stability);
	});

	it('schedule what comes after them', () => {
		const later = review(4, 3, 130);
		const state = foldCard([...log, later], toParameterHistory([change(120)]));
		const parameters = other;
		expect(state).toEqual(applyEvent(foldCard(log, toParameterHistory([change(120)])), later, parameters));
		expect(state?.stability).toBe(foldCard([...log, later], [{ after: null, parameters }])?.stability);
	});

	it('come to the same in any order and when they arrive twice', () => {
		const back = { ...change(125, 51), parameters: DEFAULT_PARAMETERS };
		const once = foldCard(log, toParameterHistory([change(120), back]));
		expect(foldCard(log, toParameterHistory([back, change(120), back]))).toEqual(once);
		expect(once).toEqual(foldCard(log, DEFAULT_HISTORY));
	});
});
