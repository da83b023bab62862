import { expect, it } from 'vitest';
import { teachAttempt } from '$lib/storage/teach-attempt';
import { expectDerivedFromLog, fold, newFactory, NOON, openIn, quizAnswer, stateInDb, valueOf } from './support';

const writes = (at = NOON) =>
	['set-1.1.1', 'set-1.2.1'].map((card) => ({
		card,
		events: [quizAnswer(card, card === 'set-1.1.1', at)],
		step: null
	}));

it('an attempt whose answers come late teaches its cards once', async () => {
	const db = await openIn(newFactory());
	expect(valueOf(await teachAttempt(db, 'attempt-1', writes(), fold))).toBe(true);
	expect(await stateInDb(db, 'set-1.2.1')).not.toBeNull();
	expect(valueOf(await teachAttempt(db, 'attempt-1', writes(NOON + 5), fold))).toBe(false);
	expect(await db.events.count()).toBe(2);
	await expectDerivedFromLog(db);
});

it('an attempt with nothing to teach stores nothing', async () => {
	const db = await openIn(newFactory());
	expect(valueOf(await teachAttempt(db, 'attempt-1', [], fold))).toBe(false);
	expect(await db.events.count()).toBe(0);
});
