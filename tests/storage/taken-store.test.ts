import { beforeEach, describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '$lib/domain/accommodations';
import { saveAttempt } from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import { parseTakenRow } from '$lib/storage/taken-parser';
import {
	keepFeedback,
	keepSender,
	listTaken,
	markSent,
	readTaken,
	readTakenOf,
	saveTaken,
	sittingsOf
} from '$lib/storage/taken-store';
import { assignment, keyPair, taken } from './assignments';
import { attempt, newFactory, openIn, studySet, valueOf } from './support';

let db: BackstoryDatabase;
const ID = taken().id;

beforeEach(async () => {
	db = await openIn(newFactory());
	valueOf(await saveTaken(db, taken()));
});

describe('assignments taken', () => {
	it('come back as they were saved', async () => {
		expect(valueOf(await readTaken(db, ID))).toEqual(taken());
		expect(valueOf(await listTaken(db))).toEqual([taken()]);
	});

	it('are found by their ids, without those that are not here', async () => {
		const other = taken({ id: 'abcdefgh-_2', assignment: assignment({ id: 'abcdefgh-_2' }) });
		valueOf(await saveTaken(db, other));
		const found = valueOf(await readTakenOf(db, ['abcdefgh-_2', 'abcdefgh-_3']));
		expect([...found]).toEqual([['abcdefgh-_2', other]]);
	});

	it('keep their questions, key and feedback when the same link is opened again', async () => {
		valueOf(await keepSender(db, ID, keyPair()));
		const again = taken({ set: studySet({ title: 'Other' }) });
		expect(valueOf(await saveTaken(db, again))).toEqual(taken({ keyPair: keyPair() }));
	});

	it('take the terms of a personal link that comes later, and keep them when the common one is opened again', async () => {
		const personal = { name: 'Amina', factor: 2, accommodations: NO_ACCOMMODATIONS } as const;
		valueOf(await saveTaken(db, taken({ assignment: assignment({ personal }) })));
		valueOf(await saveTaken(db, taken()));
		expect(valueOf(await readTaken(db, ID))?.assignment.personal).toEqual(personal);
	});

	it('keep the first key of this device whatever comes later', async () => {
		expect(valueOf(await keepSender(db, ID, keyPair(1)))).toEqual(keyPair(1));
		expect(valueOf(await keepSender(db, ID, keyPair(2)))).toEqual(keyPair(1));
		expect(valueOf(await keepSender(db, 'ABCDEFGHIJK', keyPair(2)))).toBeNull();
	});

	it('keep one feedback for each sitting, the later in place of the earlier', async () => {
		const feedback = { assignment: ID, comment: 'Well done', credits: [1, null, 0.5] };
		valueOf(await keepFeedback(db, { ...feedback, sitting: 2 }));
		valueOf(await keepFeedback(db, { ...feedback, sitting: 1 }));
		valueOf(await keepFeedback(db, { ...feedback, sitting: 2, comment: 'Again' }));
		const stored = valueOf(await readTaken(db, ID));
		expect(stored?.feedback.map(({ sitting, comment }) => [sitting, comment])).toEqual([
			[1, 'Well done'],
			[2, 'Again']
		]);
		expect(valueOf(await keepFeedback(db, { ...feedback, assignment: 'ABCDEFGHIJK', sitting: 1 }))).toBeNull();
	});

	it('remember which sittings were sent', async () => {
		for (const sitting of [2, 1, 2]) valueOf(await markSent(db, ID, sitting));
		expect(valueOf(await readTaken(db, ID))?.sent).toEqual([1, 2]);
	});

	it('find their sittings by number, and no other attempts', async () => {
		const second = attempt({ id: 'second', assignment: { id: ID, number: 2 } });
		const first = attempt({ id: 'third', assignment: { id: ID, number: 1 } });
		for (const one of [second, first, attempt()]) valueOf(await saveAttempt(db, one));
		expect(valueOf(await sittingsOf(db, ID))).toEqual([first, second]);
	});

	it.each([
		['a credit above 1', { feedback: [{ assignment: ID, sitting: 1, comment: '', credits: [2] }] }],
		['a key that is none', { keyPair: { publicKey: 'x', pkcs8: 'y' } }],
		['no list of what was sent', { sent: null }],
		['a field it does not know', { colour: 'red' }]
	])('with %s are not read', (_, change) => {
		expect(parseTakenRow({ ...taken(), ...change })).toBeNull();
	});
});
