import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AssignmentResult } from '$lib/domain/assignment-result';
import type { Assignment, KeyPair } from '$lib/domain/assignment';
import { assignmentId } from '$lib/share/assignment-link';
import { openFeedback } from '$lib/share/feedback-link';
import { makeKeyPairs } from '$lib/share/key-pairs';
import { sealResult } from '$lib/share/result-link';
import { gatherLearners, type GradebookEntry } from '$lib/domain/gradebook';
import { markResult } from '$lib/domain/mark-result';
import { feedbackLink } from '$lib/state/gradebook/make-feedback';
import { openReturns, type Returned } from '$lib/state/gradebook/open-returns';
import { readMissing } from '$lib/state/gradebook/read-missing';
import type { BackstoryDatabase } from '$lib/storage/database';
import { saveGiven } from '$lib/storage/given-store';
import { listResults } from '$lib/storage/results-store';
import type { GivenRow } from '$lib/storage/rows';
import { newFactory, openIn, parseSet, valueOf } from '../../../storage/support';
import { ASSIGNMENT, resultWith, SET } from '../../domain/class-results';

async function give(title: string): Promise<GivenRow> {
	const keyPairs = valueOf(await makeKeyPairs());
	const body = { ...ASSIGNMENT, title, keys: keyPairs.map(({ publicKey }) => publicKey) };
	const assignment: Assignment = { ...body, id: await assignmentId(body) };
	return { id: assignment.id, assignment, givenAt: 0, keyPairs, set: SET, classList: ['Amina Gul', 'Mo'], remarks: [] };
}

async function handIn(
	{ assignment }: GivenRow,
	changes: Partial<AssignmentResult> = {},
	sender: KeyPair | null = null
): Promise<{ readonly fragment: string; readonly sender: KeyPair }> {
	const choice = { type: 'choice', chosen: [0] } as const;
	const result = resultWith({ 3: choice }, { assignment: assignment.id, ...changes });
	const { paper } = markResult({ assignment, set: SET, remarks: [] }, result).attempt;
	return valueOf(await sealResult({ result, assignment, items: SET.items, paper, sender }));
}

const told = (returned: readonly Returned[]) =>
	returned.map((one) => (one.kind === 'taken' ? `${one.outcome} ${one.name}` : one.problem));

let db: BackstoryDatabase;
let given: GivenRow;
let elsewhere: GivenRow;

beforeAll(async () => {
	[given, elsewhere] = await Promise.all([give('For Monday'), give('Of another teacher')]);
});

beforeEach(async () => {
	db = await openIn(newFactory());
	valueOf(await saveGiven(db, given));
});

describe('what came back', () => {
	it('goes into the gradebook, and what cannot says why, in the order pasted', async () => {
		const [amina, mo, stranger] = await Promise.all([handIn(given), handIn(given, { name: 'Mo' }), handIn(elsewhere)]);
		const again = await handIn(given, { name: 'Amina G.', tookMs: 700_000 }, amina.sender);
		const texts = [
			amina.fragment,
			stranger.fragment,
			mo.fragment.slice(0, -9),
			again.fragment,
			amina.fragment,
			'1d.AAAA',
			mo.fragment
		];
		const returned = valueOf(await openReturns(db, texts));
		expect(told(returned)).toEqual([
			'added Amina Gul',
			'other-key',
			'cut-off',
			'replaced Amina G.',
			'older Amina Gul',
			expect.stringMatching(/cut-off|altered|not-a-result/),
			'added Mo'
		]);
		expect(returned[0]).toMatchObject({ title: 'For Monday', assignment: given.id });
		const rows = valueOf(await listResults(db, given.id));
		expect(rows.map(({ result: { name }, replaced }) => [name, replaced]).sort()).toEqual([
			['Amina G.', 1],
			['Mo', 0]
		]);
		expect(told(valueOf(await openReturns(db, [mo.fragment])))).toEqual(['same Mo']);
	});

	it('shows who of the class list is still missing', async () => {
		expect(await readMissing(db, given.id)).toEqual(['Amina Gul', 'Mo']);
		valueOf(await openReturns(db, [(await handIn(given, { name: 'mo' })).fragment]));
		expect(await readMissing(db, given.id)).toEqual(['Amina Gul']);
		expect(await readMissing(db, elsewhere.id)).toBeNull();
	});
});

describe('feedback', () => {
	it('opens on the device that handed in, with the marks and the teacher’s words', async () => {
		const { fragment, sender } = await handIn(given);
		valueOf(await openReturns(db, [fragment]));
		const [received] = valueOf(await listResults(db, given.id));
		if (received === undefined) throw new Error('nothing stored');
		const remarked: GivenRow = { ...given, remarks: [{ item: 1, kind: 'left-out' }] };
		const entry: GradebookEntry = { received, marked: markResult(remarked, received.result), oddities: [] };
		expect(gatherLearners([entry], [])).toHaveLength(1);
		const link = await feedbackLink(remarked, entry, 'Well done.\u202E', 'https://example.org/result');
		const opened = await openFeedback(
			link ?? '',
			[{ assignment: given.assignment, keyPair: sender }],
			parseSet as never
		);
		expect(valueOf(opened)).toEqual({
			assignment: given.id,
			sitting: 1,
			comment: 'Well done.',
			credits: [null, 0, 1, 0, 0, 0, 0, 0, 0, 0]
		});
		const onPaper = { ...entry, received: { ...received, sender: 'paper-1' } };
		expect(await feedbackLink(given, onPaper, '', 'https://example.org/result')).toBeNull();
	});
});
