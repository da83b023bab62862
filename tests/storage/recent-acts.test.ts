import { expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import { commitReview, commitVoid } from '$lib/storage/event-store';
import { readRecentActs } from '$lib/storage/recent-acts';
import { fold, idAt, newFactory, NOON, openIn, review, valueOf, writerOf } from './support';

it('finds what was done and undone today when the database is opened anew', async () => {
	const factory = newFactory();
	const writer = writerOf(await openIn(factory));
	const answers = [review({ at: NOON - DAY_MS }), review({ at: NOON }), review({ card: 'set-1.2.1', at: NOON + 1 })];
	for (const event of answers) {
		valueOf(await commitReview(writer, { event, step: { expected: null, next: fold([]) } }));
	}
	const [, first, second] = answers;
	const taken = { id: idAt(NOON + 2), at: NOON + 2, day: 20_000, card: 'set-1.2.1', kind: 'void' } as const;
	valueOf(await commitVoid(writer, { ...taken, voids: second!.id }));
	writer.db.close();
	const db = await openIn(factory);
	expect(valueOf(await readRecentActs(db, NOON - DAY_MS / 2))).toEqual({
		done: [{ card: first!.card, eventIds: [first!.id] }],
		undone: [{ card: second!.card, eventIds: [second!.id], voidIds: [taken.id] }]
	});
	db.close();
});
