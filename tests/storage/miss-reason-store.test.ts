import { expect, it } from 'vitest';
import { loadAttempt, saveAttempt } from '$lib/storage/attempt-store';
import { parseAttempt } from '$lib/storage/attempt-parser';
import { storeMissReason } from '$lib/storage/miss-reason-store';
import { attempt, dump, newFactory, NOON, openIn, valueOf } from './support';

const finished = attempt({ finishedAt: NOON + 30_000, answers: [null, null] });
const given = { attempt: finished.id, question: 1, reason: 'mixed-up', at: NOON + 40_000 } as const;

it('stores why a question was missed, reads it back, and writes no event', async () => {
	const db = await openIn(newFactory());
	valueOf(await saveAttempt(db, finished));
	const before = await dump(db);
	const stored = valueOf(await storeMissReason(db, given));
	expect(stored?.answers[1]).toMatchObject({ missReason: 'mixed-up' });
	expect(valueOf(await loadAttempt(db, finished.id))).toEqual(stored);
	expect(parseAttempt(stored)).toEqual(stored);
	const { attempts, ...rest } = await dump(db);
	expect(attempts).not.toEqual(before['attempts']);
	expect({ attempts: before['attempts'], ...rest }).toEqual(before);
	valueOf(await storeMissReason(db, { ...given, reason: null }));
	expect(valueOf(await loadAttempt(db, finished.id))?.answers[1]).toEqual({ response: null, tookMs: 0 });
});

it('has nothing to store for an attempt that is gone', async () => {
	const db = await openIn(newFactory());
	expect(valueOf(await storeMissReason(db, given))).toBeNull();
});
