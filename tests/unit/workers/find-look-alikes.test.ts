import { expect, it } from 'vitest';
import type { Item } from '$lib/domain/item';
import { DAY_MS } from '$lib/domain/units';
import { saveAttempt } from '$lib/storage/attempt-store';
import { saveSet } from '$lib/storage/set-store';
import { findLookAlikes } from '$lib/workers/find-look-alikes';
import { attempt, newFactory, NOON, openIn, studySet, valueOf } from '../../storage/support';

const items = ['left', 'right'].map((answer, index): Item => ({
	type: 'short-answer',
	number: index + 1,
	id: String(index + 1),
	revision: 1,
	stem: '?',
	answers: [answer]
}));

function confused(setId: string, finishedAt: number | null) {
	const spec = { ...attempt().spec, setId };
	const answers = [{ response: { type: 'text', values: ['right'] }, tookMs: 1 } as const, null];
	return attempt({ id: `${setId}-${String(finishedAt)}`, spec, answers, finishedAt, lastAt: finishedAt ?? NOON });
}

it('finds what was taken for each other in own and bundled sets, in finished quizzes of late', async () => {
	const db = await openIn(newFactory());
	valueOf(await saveSet(db, studySet({ id: 'own', items })));
	const quizzes = [confused('own', NOON), confused('bundled', NOON + 1), confused('gone', NOON), confused('own', null)];
	for (const quiz of [...quizzes, confused('own', NOON - 9 * DAY_MS)]) valueOf(await saveAttempt(db, quiz));
	const bundled = [studySet({ id: 'bundled', items, origin: 'bundled' }), studySet({ id: 'not-asked', items })];
	const found = valueOf(await findLookAlikes(db, bundled, NOON - DAY_MS));
	expect(found).toEqual([
		{ cards: ['bundled.1.1', 'bundled.2.1'], times: 1 },
		{ cards: ['own.1.1', 'own.2.1'], times: 1 }
	]);
	db.close();
});
