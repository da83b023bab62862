import { expect, it } from 'vitest';
import { loadAttempt, saveAttempt } from '$lib/storage/attempt-store';
import { parseAttempt } from '$lib/storage/attempt-parser';
import { reportQuestion } from '$lib/domain/attempt-notes';
import { giveMissReason } from '$lib/domain/miss-reason';
import type { Attempt } from '$lib/domain/quiz';
import { correctAttempt } from '$lib/storage/correct-attempt';
import { attempt, dump, newFactory, NOON, openIn, valueOf } from './support';

const finished = attempt({ finishedAt: NOON + 30_000, answers: [null, null] });
const mixedUp = (stored: Attempt) => giveMissReason(stored, 1, 'mixed-up', NOON + 40_000);

it('stores why a question was missed, reads it back, and writes no event', async () => {
	const db = await openIn(newFactory());
	valueOf(await saveAttempt(db, finished));
	const before = await dump(db);
	const stored = valueOf(await correctAttempt(db, finished.id, mixedUp));
	expect(stored?.answers[1]).toMatchObject({ missReason: 'mixed-up' });
	expect(valueOf(await loadAttempt(db, finished.id))).toEqual(stored);
	expect(parseAttempt(stored)).toEqual(stored);
	const { attempts, ...rest } = await dump(db);
	expect(attempts).not.toEqual(before['attempts']);
	expect({ attempts: before['attempts'], ...rest }).toEqual(before);
	valueOf(await correctAttempt(db, finished.id, (last) => giveMissReason(last, 1, null, NOON + 50_000)));
	expect(valueOf(await loadAttempt(db, finished.id))?.answers[1]).toEqual({ response: null, tookMs: 0 });
});

it('stores a report next to what another tab said meanwhile', async () => {
	const db = await openIn(newFactory());
	valueOf(await saveAttempt(db, finished));
	valueOf(await correctAttempt(db, finished.id, mixedUp));
	valueOf(await correctAttempt(db, finished.id, (last) => reportQuestion(last, 1, ' Two are right. ', NOON)));
	const stored = valueOf(await loadAttempt(db, finished.id));
	expect(stored?.answers[1]).toMatchObject({ missReason: 'mixed-up', report: 'Two are right.' });
	expect(stored?.correctedAt).toBe(NOON + 40_001);
});

it('has nothing to store for an attempt that is gone', async () => {
	const db = await openIn(newFactory());
	expect(valueOf(await correctAttempt(db, finished.id, mixedUp))).toBeNull();
});
