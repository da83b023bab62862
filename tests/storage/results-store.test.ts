import { beforeEach, describe, expect, it } from 'vitest';
import type { AssignmentResult } from '$lib/domain/assignment-result';
import type { BackstoryDatabase } from '$lib/storage/database';
import { changeGiven } from '$lib/storage/given-changes';
import { readGiven, saveGiven } from '$lib/storage/given-store';
import { parseResultRow } from '$lib/storage/result-parser';
import {
	addResults,
	countResults,
	deleteGivenWithResults,
	deleteResult,
	deleteResultsOf,
	listResults,
	type IncomingResult
} from '$lib/storage/results-store';
import { given } from './assignments';
import { newFactory, NOON, openIn, valueOf } from './support';

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory());
});

const A = 'abcdefgh-_1';
const NOTHING = { count: 0, ms: 0 };

function result(changes: Partial<AssignmentResult> = {}): AssignmentResult {
	return {
		...{ assignment: A, seed: 7, paperCheck: 12, sitting: 1, name: 'Amina', startedAt: NOON, tookMs: 60_000 },
		...{ timedOut: false, lateMs: 0, away: NOTHING, clockBack: NOTHING, paused: NOTHING, accommodations: null },
		answers: [{ response: { type: 'choice', chosen: [1] }, tookMs: 4000 }, null],
		...changes
	};
}

function incoming(sender: string, changes: Partial<AssignmentResult> = {}): IncomingResult {
	const one = result(changes);
	return { assignment: one.assignment, sender, receivedAt: NOON + 1000, result: one };
}

const add = async (...list: IncomingResult[]) => valueOf(await addResults(db, list));
const list = async (assignment = A) => valueOf(await listResults(db, assignment));

describe('results', () => {
	it('come back as they were added, by assignment', async () => {
		const other = incoming('d', { assignment: 'other-12345' });
		expect(await add(incoming('a'), incoming('b'), other)).toEqual(['added', 'added', 'added']);
		expect((await list()).map(({ id, replaced }) => [id, replaced])).toEqual([
			[`${A}.a.1`, 0],
			[`${A}.b.1`, 0]
		]);
		expect((await list('other-12345'))[0]?.result).toEqual(other.result);
		expect(valueOf(await countResults(db, [A, 'other-12345', 'none-123456']))).toEqual(
			new Map([
				[A, 2],
				['other-12345', 1],
				['none-123456', 0]
			])
		);
	});

	it('of one device and sitting replace each other, and say how often', async () => {
		await add(incoming('a'));
		expect(await add(incoming('a', { name: 'Amina Gul' }))).toEqual(['replaced']);
		expect(await add(incoming('a', { sitting: 2 }))).toEqual(['added']);
		const rows = await list();
		expect(rows.map(({ result: { name, sitting }, replaced }) => [name, sitting, replaced])).toEqual([
			['Amina Gul', 1, 1],
			['Amina', 2, 0]
		]);
	});

	it('of an earlier handing in do not replace a later one, in whatever order they arrive', async () => {
		const later = incoming('a', { tookMs: 90_000 });
		expect(await add(later, incoming('a'))).toEqual(['added', 'older']);
		expect(await add(incoming('a', { startedAt: NOON - 1, tookMs: 999_000 }))).toEqual(['older']);
		expect(await list()).toMatchObject([{ replaced: 0, result: { tookMs: 90_000 } }]);
	});

	it('that are here already change nothing, whatever the order of their fields', async () => {
		await add(incoming('a'));
		const { answers, ...rest } = result();
		const again = { ...incoming('a'), receivedAt: NOON + 9000, result: { answers, ...rest } };
		expect(await add(again, again)).toEqual(['same', 'same']);
		expect(await list()).toMatchObject([{ replaced: 0, receivedAt: NOON + 1000 }]);
	});

	it('that could not be read again are not stored', async () => {
		const odd = incoming('b', { tookMs: -1 });
		expect(await add(incoming('a'), odd)).toEqual(['added', 'unreadable']);
		expect(await list()).toHaveLength(1);
	});

	it('are deleted one by one, all at once, or with their assignment and its keys', async () => {
		valueOf(await saveGiven(db, given()));
		await add(incoming('a'), incoming('b'), incoming('c', { assignment: 'other-12345' }));
		valueOf(await deleteResult(db, `${A}.a.1`));
		expect(await list()).toHaveLength(1);
		valueOf(await deleteResultsOf(db, A));
		expect(await list()).toEqual([]);
		expect(valueOf(await readGiven(db, A))).not.toBeNull();
		await add(incoming('a'));
		valueOf(await deleteGivenWithResults(db, A));
		expect([await list(), valueOf(await readGiven(db, A))]).toEqual([[], null]);
		expect(await list('other-12345')).toHaveLength(1);
	});
});

describe('a row of a result', () => {
	const row = { id: `${A}.a.1`, ...incoming('a'), replaced: 0 };
	const accommodations = {
		...{ untimed: false, pauses: true, largerText: false, readAloud: false, fewerOptions: true },
		factor: 2 as const
	};

	it('is read with everything that it may hold', () => {
		expect(parseResultRow(row)).toEqual(row);
		const full = { ...row, result: result({ accommodations, lateMs: 5, timedOut: true }) };
		expect(parseResultRow(full)).toEqual(full);
	});

	it.each([
		['an id that is not its own', { id: `${A}.b.1` }],
		['another assignment inside', { result: result({ assignment: 'other-12345' }) }],
		['a sitting of 0', { result: result({ sitting: 0 }), id: `${A}.a.0` }],
		['a name of ten thousand letters', { result: result({ name: 'a'.repeat(10_000) }) }],
		[
			'a time factor that does not exist',
			{ result: { ...result(), accommodations: { ...accommodations, factor: 3 } } }
		],
		['a gap without a length', { result: { ...result(), away: { count: 1 } } }],
		['an answer that is none', { result: { ...result(), answers: [{ response: { type: 'song' }, tookMs: 1 }] } }],
		['a field it does not know', { colour: 'red' }],
		['a field inside that it does not know', { result: { ...result(), score: 20 } }]
	])('with %s is not read', (_, change) => {
		expect(parseResultRow({ ...row, ...change })).toBeNull();
	});
});

describe('an assignment that was given', () => {
	it('is changed as it is stored now, not as it was read', async () => {
		valueOf(await saveGiven(db, given({ remarks: [] })));
		const mark = (item: number) =>
			changeGiven(db, A, ({ remarks }) => ({ remarks: [...remarks, { item, kind: 'left-out' }] }));
		await Promise.all([mark(1), mark(2)]);
		expect(valueOf(await readGiven(db, A))?.remarks.map(({ item }) => item)).toEqual([1, 2]);
		expect(valueOf(await changeGiven(db, 'none-123456', () => ({ classList: [] })))).toBeNull();
	});
});
