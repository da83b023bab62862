import { beforeEach, describe, expect, it } from 'vitest';
import type { BackstoryDatabase } from '$lib/storage/database';
import { parseGivenRow } from '$lib/storage/given-parser';
import { listGiven, readGiven, saveGiven } from '$lib/storage/given-store';
import { assignment, given, keyPair } from './assignments';
import { newFactory, NOON, openIn, valueOf } from './support';

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory());
});

describe('assignments given', () => {
	it('come back as they were saved, private keys and remarks included', async () => {
		valueOf(await saveGiven(db, given()));
		expect(valueOf(await readGiven(db, given().id))).toEqual(given());
		expect(valueOf(await readGiven(db, 'ABCDEFGHIJK'))).toBeNull();
	});

	it('are listed latest first, without those that cannot be read', async () => {
		const later = given({ id: 'later-12345', assignment: assignment({ id: 'later-12345' }), givenAt: NOON + 1 });
		valueOf(await saveGiven(db, given()));
		valueOf(await saveGiven(db, later));
		await db.given.put({ id: 'junk' } as never);
		expect(valueOf(await listGiven(db)).map(({ id }) => id)).toEqual([later.id, given().id]);
	});

	it.each([
		['an id that is not its assignment’s', { id: 'ABCDEFGHIJK' }],
		[
			'a key too short for its curve',
			{ keyPairs: [{ ...keyPair(), publicKey: { curve: 'X25519', bytes: new Uint8Array(31) } }] }
		],
		['a remark of an unknown kind', { remarks: [{ item: 1, kind: 'doubled' }] }],
		['a remark with a stray field', { remarks: [{ item: 1, kind: 'left-out', option: 1 }] }],
		['an item that is none', { set: { ...given().set, items: [{ number: 1 }] } }],
		['a field it does not know', { colour: 'red' }],
		['a policy it does not know', { assignment: { ...assignment(), keyPolicy: 'hidden' } }],
		['ten sittings', { assignment: { ...assignment(), quiz: { ...assignment().quiz, sittings: 10 } } }]
	])('with %s are not read', (_, change) => {
		expect(parseGivenRow({ ...given(), ...change })).toBeNull();
	});

	it('may be of a bank and for one learner', () => {
		const content = { kind: 'bank-items', bank: 'b', bankRevision: 3, title: '', items: [4, 2] } as const;
		const accommodations = { untimed: false, pauses: true, largerText: false, readAloud: false, fewerOptions: true };
		const row = given({ assignment: assignment({ content, personal: { name: 'Amina', factor: 2, accommodations } }) });
		expect(parseGivenRow(row)).toEqual(row);
	});
});
