import { describe, expect, it } from 'vitest';
import { addResults } from '$lib/storage/results-store';
import { saveGiven } from '$lib/storage/given-store';
import { analyseStored } from '$lib/workers/analyse-stored';
import { aClass, classGiven } from '../../class-results';
import { newFactory, openIn, valueOf } from '../../storage/support';

describe('analyseStored', () => {
	it('analyses the results that are stored of an assignment, and says how far it is by whole percents', async () => {
		const db = await openIn(newFactory());
		const given = classGiven(4);
		const { id } = given.assignment;
		valueOf(await saveGiven(db, { ...given, id, givenAt: 0, keyPairs: [], classList: [] }));
		const incoming = aClass(given, 110).map((received) => ({ ...received, assignment: id, receivedAt: 0 }));
		valueOf(await addResults(db, incoming));
		const shares: number[] = [];
		const analysis = valueOf(await analyseStored(db, id, (share) => shares.push(share)));
		expect(analysis?.test).toMatchObject({ learners: 110, items: 4 });
		expect(shares.map((share) => Math.floor(share * 100))).toEqual([40, 81, 92, 94, 96, 98]);
		db.close();
	});

	it('finds nothing where no such assignment was given', async () => {
		const db = await openIn(newFactory());
		expect(valueOf(await analyseStored(db, 'abcdefgh-_1', () => undefined))).toBeNull();
		db.close();
	});
});
