import { expect, type Page } from 'playwright/test';
import { checkOfAssigned, paperOf } from '../../src/lib/domain/assigned-paper';
import type { AssignedQuiz, Assignment, KeyPair, KeyPolicy } from '../../src/lib/domain/assignment';
import type { AssignmentResult } from '../../src/lib/domain/assignment-result';
import type { Response } from '../../src/lib/domain/quiz';
import { PRACTICE_RULES } from '../../src/lib/domain/quiz-rules';
import type { StudySet } from '../../src/lib/domain/set';
import { toSharedSet } from '../../src/lib/domain/share-model';
import { withholdKeys } from '../../src/lib/domain/withhold-keys';
import { assignmentId } from '../../src/lib/share/assignment-link';
import { makeKeyPairs } from '../../src/lib/share/key-pairs';
import { sealResult } from '../../src/lib/share/result-link';

const option = (text: string, correct = false) => ({ text, correct });
const common = (number: number) => ({ number, id: String(number), revision: 1 });

export const SET: StudySet = {
	id: 'class-set-1',
	title: 'The border',
	lang: 'en',
	origin: 'own',
	revision: 1,
	addedAt: 0,
	topics: [],
	items: [
		{
			...common(1),
			type: 'single-choice',
			stem: 'Which river is the longest?',
			options: [option('Indus', true), option('Helmand'), option('Kunar')],
			explanation: 'The Indus is about 3,200 km long.'
		},
		{ ...common(2), type: 'true-false', stem: 'The line was drawn in 1893.', answer: true },
		{ ...common(3), type: 'short-answer', stem: 'Who drew the line?', answers: ['Durand'] },
		{
			...common(4),
			type: 'multiple-choice',
			stem: 'Which are provinces of Pakistan?',
			options: [option('Sindh', true), option('Balochistan', true), option('Herat')]
		}
	]
};

/** An assignment, with the keys that open its results. */
export type Given = { readonly assignment: Assignment; readonly keyPairs: readonly KeyPair[] };

/** Gives an assignment, of all four questions unless its quiz is changed. */
export async function giveAssignment(
	title = 'For Monday',
	quiz: Partial<AssignedQuiz> = {},
	keyPolicy: KeyPolicy = 'open'
): Promise<Given> {
	const made = await makeKeyPairs();
	if (!made.ok) throw new Error('No curve');
	const set = toSharedSet(SET);
	const body: Omit<Assignment, 'id'> = {
		title,
		teacher: 'Ms Khan',
		keyPolicy,
		content: { kind: 'set', set: keyPolicy === 'withheld' ? withholdKeys(set) : set },
		quiz: {
			sections: [{ title: '', fixed: [1, 2, 3, 4], rows: [] }],
			time: { kind: 'none' },
			rules: PRACTICE_RULES,
			seed: 7,
			forms: 'same',
			sittings: 0,
			...quiz
		},
		keys: made.value.map(({ publicKey }) => publicKey)
	};
	return { assignment: { id: await assignmentId(body), ...body }, keyPairs: made.value };
}

const NOTHING = { count: 0, ms: 0 };

/** One learner's answers to the four questions, null for one left open. */
export type Answers = readonly (Response | null)[];

/** Hands in as a learner does: the fragment, and the device's key for the next time. */
export async function handIn(
	{ assignment }: Given,
	name: string,
	responses: Answers,
	changes: Partial<AssignmentResult> = {},
	sender: KeyPair | null = null
): Promise<{ readonly fragment: string; readonly sender: KeyPair }> {
	const result: AssignmentResult = {
		...{ assignment: assignment.id, seed: 7, paperCheck: checkOfAssigned(assignment, SET.items, 7), sitting: 1, name },
		...{ startedAt: Date.UTC(2026, 0, 5, 9), tookMs: 300_000, timedOut: false, lateMs: 0 },
		...{ away: NOTHING, clockBack: NOTHING, paused: NOTHING, accommodations: null },
		answers: responses.map((response) => ({ response, tookMs: 20_000 })),
		...changes
	};
	const paper = paperOf(assignment, SET.items, 7);
	const sealed = await sealResult({ result, assignment, items: SET.items, paper, sender });
	if (!sealed.ok) throw new Error(sealed.error.kind);
	return sealed.value;
}

/** Puts an assignment into the database of a teacher's device, as giving it does. */
export async function storeGiven(page: Page, { assignment, keyPairs }: Given): Promise<void> {
	// This screen opens the database, and then there is one to write to.
	await page.goto('class/');
	await expect(page.getByRole('heading', { name: 'Assignments given' })).toBeVisible();
	const plain = { assignment, keyPairs };
	const text = JSON.stringify({ ...plain, set: SET }, (_, value: unknown) =>
		value instanceof Uint8Array ? { bytes: [...value] } : value
	);
	await page.evaluate(async (json) => {
		const { assignment: given, ...rest } = JSON.parse(json, (_, value: unknown) =>
			typeof value === 'object' && value !== null && 'bytes' in value && Array.isArray(value.bytes)
				? Uint8Array.from(value.bytes as number[])
				: value
		) as { assignment: { id: string } };
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('backstory');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(new Error('The database does not open'));
		});
		const writing = db.transaction('given', 'readwrite');
		const row = { id: given.id, assignment: given, givenAt: Date.now(), ...rest, classList: [], remarks: [] };
		writing.objectStore('given').put(row);
		await new Promise((resolve, reject) => {
			writing.oncomplete = resolve;
			writing.onerror = () => reject(new Error('Nothing was written'));
		});
		db.close();
	}, text);
}
