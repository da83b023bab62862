import { beforeEach, describe, expect, it } from 'vitest';
import type { Attempt, Response } from '$lib/domain/quiz';
import { parseAttempt } from '$lib/storage/attempt-parser';
import {
	deleteAttempt,
	finishAttempt,
	listAttempts,
	loadAttempt,
	openAttempt,
	saveAttempt,
	storeRuling
} from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import { parseLearningEvent } from '$lib/storage/event-parser';
import { attempt, countersOf, dump, errorOf, expectDerivedFromLog, fold, idAt, newFactory, NOON, openIn, quizAnswer, rate, stateInDb, valueOf, writerOf } from './support'; // prettier-ignore

let db: BackstoryDatabase;
const finished = attempt({ finishedAt: NOON + 30_000, answers: [null, null] });
const write = (card: string, correct: boolean) => ({ card, events: [quizAnswer(card, correct)], step: null });

beforeEach(async () => {
	db = await openIn(newFactory());
});

describe('a running attempt', () => {
	it('is found again as it was', async () => {
		valueOf(await saveAttempt(db, attempt({ current: 0 })));
		valueOf(await saveAttempt(db, attempt()));
		expect(valueOf(await openAttempt(db))).toEqual(attempt());
		expect(valueOf(await loadAttempt(db, 'attempt-1'))).toEqual(attempt());
		expect(valueOf(await listAttempts(db, 10))).toEqual([]);
	});

	it('is the one begun last when there are several', async () => {
		valueOf(await saveAttempt(db, attempt({ id: 'late', startedAt: NOON + 1 })));
		valueOf(await saveAttempt(db, attempt()));
		expect(valueOf(await openAttempt(db))?.id).toBe('late');
	});
});

describe('an attempt in two tabs', () => {
	const later = attempt({ lastAt: NOON + 20_000, current: 0 });

	it('is not overwritten by a tab that goes on from an older state, running or finished', async () => {
		const first = attempt();
		valueOf(await saveAttempt(db, first));
		expect(valueOf(await saveAttempt(db, later, first.lastAt))).toBe(later);
		expect(valueOf(await saveAttempt(db, attempt({ lastAt: NOON + 21_000 }), first.lastAt))).toEqual(later);
		const write = { card: 'set-1.1.1', events: [quizAnswer('set-1.1.1', false)], step: null };
		expect(valueOf(await finishAttempt(db, finished, [write], fold, first.lastAt))).toEqual(later);
		expect(valueOf(await openAttempt(db))).toEqual(later);
		expect(await db.events.count()).toBe(0);
	});

	it('is written when nothing else was, also after the clock was set back', async () => {
		valueOf(await saveAttempt(db, later));
		const back = attempt({ lastAt: NOON - 60_000 });
		expect(valueOf(await saveAttempt(db, back, later.lastAt))).toBe(back);
		expect(valueOf(await finishAttempt(db, finished, [], fold, back.lastAt))).toBe(finished);
	});
});

describe('finishAttempt', () => {
	it('stores the attempt, its events and its cards together', async () => {
		valueOf(await saveAttempt(db, attempt()));
		await rate(writerOf(db), { card: 'set-1.1.1', at: NOON - 1 });
		const before = await stateInDb(db, 'set-1.1.1');
		valueOf(await finishAttempt(db, finished, [write('set-1.1.1', false), write('set-1.2.1', false)], fold));
		expect(valueOf(await openAttempt(db))).toBeNull();
		expect(valueOf(await listAttempts(db, 10))).toEqual([finished]);
		expect(await stateInDb(db, 'set-1.1.1')).not.toEqual(before);
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toMatchObject({ 'introduced:set-1': 2, 'new:20000': 1, seq: 3 });
	});

	it('stores nothing at all when one part fails', async () => {
		valueOf(await saveAttempt(db, attempt()));
		const before = await dump(db);
		db.events.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(errorOf(await finishAttempt(db, finished, [write('set-1.1.1', false)], fold))).toEqual({ kind: 'quota' });
		expect(await dump(db)).toEqual(before);
	});

	it('counts once when two tabs finish the same attempt', async () => {
		valueOf(await finishAttempt(db, finished, [write('set-1.1.1', false)], fold));
		const before = await dump(db);
		const again = { ...finished, finishedAt: NOON + 99_000 };
		expect(valueOf(await finishAttempt(db, again, [write('set-1.1.1', false)], fold))).toEqual(finished);
		expect(await dump(db)).toEqual(before);
	});

	it('is not undone by a late save of the running attempt', async () => {
		valueOf(await finishAttempt(db, finished, [], fold));
		expect(valueOf(await saveAttempt(db, attempt()))).toEqual(finished);
		expect(valueOf(await loadAttempt(db, 'attempt-1'))).toEqual(finished);
	});

	it('takes a running attempt for a bug', () => {
		expect(() => finishAttempt(db, attempt(), [], fold)).toThrow('running attempt');
	});
});

describe('storeRuling', () => {
	const typed = { type: 'text', values: ['Tehrik'] } as const;
	const done = { ...finished, answers: [{ response: typed, tookMs: 4000 }, null] };
	const miss = (card: string) => ({ card, events: [{ ...quizAnswer(card, false), guess: 0 }], step: null });
	const ruling = (overruled: boolean, at = NOON + 50_000) => {
		const answer = { card: 'set-1.1.1', correct: overruled, guess: 0, answered: true, tookMs: 4000 };
		return { attempt: 'attempt-1', question: 0, overruled, answers: [answer], at, day: 20_000 };
	};
	const rule = async (overruled: boolean, at?: number) =>
		valueOf(await storeRuling(db, ruling(overruled, at), idAt, fold));

	beforeEach(async () => {
		valueOf(await finishAttempt(db, done, [miss('set-1.1.1'), miss('set-1.2.1')], fold));
	});

	it('keeps the learner’s word with the attempt and teaches the card what now holds', async () => {
		const [missed, other] = [await stateInDb(db, 'set-1.1.1'), await stateInDb(db, 'set-1.2.1')];
		const ruled = await rule(true);
		expect(ruled?.answers[0]).toEqual({ response: typed, tookMs: 4000, overruled: true });
		expect(valueOf(await loadAttempt(db, 'attempt-1'))).toEqual(ruled);
		const known = await stateInDb(db, 'set-1.1.1');
		expect(known?.stability ?? 0).toBeGreaterThan(missed?.stability ?? 0);
		expect(known?.lastAt).toBe(missed?.lastAt);
		expect(await stateInDb(db, 'set-1.2.1')).toEqual(other);
		await expectDerivedFromLog(db);
	});

	it('can be taken back: attempt and card are as before', async () => {
		const before = await stateInDb(db, 'set-1.1.1');
		await rule(true);
		const back = await rule(false, NOON + 60_000);
		expect(back).toEqual({ ...done, correctedAt: NOON + 60_000 });
		expect(await stateInDb(db, 'set-1.1.1')).toEqual(before);
		await expectDerivedFromLog(db);
	});

	it('said twice, in two tabs, corrects memory once', async () => {
		await rule(true);
		const events = await db.events.count();
		await rule(true, NOON + 60_000);
		expect(await db.events.count()).toBe(events);
	});

	it('keeps what was studied since', async () => {
		await rate(writerOf(db), { card: 'set-1.1.1', at: NOON + 40_000 });
		await rule(true);
		const events = (await db.events.where('card').equals('set-1.1.1').toArray()).map(parseLearningEvent);
		expect(events.map((event) => event?.kind).sort()).toEqual(['quiz-answer', 'quiz-answer', 'review', 'void']);
		await expectDerivedFromLog(db);
	});

	it('stores nothing at all when one part fails, and nothing for an attempt that is gone', async () => {
		const before = await dump(db);
		db.events.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(errorOf(await storeRuling(db, ruling(true), idAt, fold))).toEqual({ kind: 'quota' });
		expect(valueOf(await storeRuling(db, { ...ruling(true), attempt: 'gone' }, idAt, fold))).toBeNull();
		expect(await dump(db)).toEqual(before);
	});
});

describe('past attempts', () => {
	it('are listed latest first up to a limit, and can be deleted', async () => {
		for (const n of [1, 3, 2])
			valueOf(await finishAttempt(db, { ...finished, id: `a${n}`, finishedAt: NOON + n }, [], fold));
		expect(valueOf(await listAttempts(db, 2)).map(({ id }) => id)).toEqual(['a3', 'a2']);
		valueOf(await deleteAttempt(db, 'a3'));
		expect(valueOf(await listAttempts(db, 2)).map(({ id }) => id)).toEqual(['a2', 'a1']);
	});

	it('that are unreadable are left out', async () => {
		await db.attempts.put({ ...finished, id: 'odd', timedOut: 'no' } as never);
		expect(valueOf(await listAttempts(db, 2))).toEqual([]);
	});
});

describe('parseAttempt', () => {
	const responses: Response[] = [
		{ type: 'choice', chosen: [0, 2] },
		{ type: 'boolean', value: false },
		{ type: 'text', values: ['', 'Durand'] },
		{ type: 'order', order: [2, 0, 1] },
		{ type: 'match', right: [1, null] },
		{ type: 'point', lat: 34.5, lon: 69.2 },
		{ type: 'label', label: 'contested' },
		{ type: 'self', knew: true }
	];

	it.each(responses)('reads an answer of type $type', (response) => {
		const whole = attempt({
			answers: [
				{ response, tookMs: 1 },
				{ response: null, tookMs: 0 }
			]
		});
		expect(parseAttempt(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
	});

	it('reads the learner’s word on an answer, and when it was given', () => {
		const answers = [{ response: responses[2] ?? null, tookMs: 1, overruled: true as const }, null];
		const whole = attempt({ answers, correctedAt: NOON });
		expect(parseAttempt(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
	});

	const broken: [string, Partial<Record<keyof Attempt | 'more', unknown>>][] = [
		['no paper', { paper: undefined }],
		['more answers than questions', { answers: [null, null, null] }],
		['an unknown name', { more: 1 }],
		['an unknown response', { answers: [{ response: { type: 'essay' }, tookMs: 1 }, null] }],
		['a point off the globe', { answers: [{ response: { type: 'point', lat: 91, lon: 0 }, tookMs: 1 }, null] }],
		['an unknown time limit', { spec: { ...attempt().spec, time: { kind: 'moon' } } }],
		['a word on an answer that is none', { answers: [{ response: responses[2], tookMs: 1, overruled: false }, null] }],
		['a word on a question left open', { answers: [{ response: null, tookMs: 1, overruled: true }, null] }],
		['a correction at no time', { correctedAt: 'noon' }],
		['a time that is no number', { startedAt: 'noon' }]
	];

	it.each(broken)('refuses %s', (_, change) => {
		expect(parseAttempt({ ...attempt(), ...change })).toBeNull();
	});
});
