import { paperOf, seedOfForm, checkOfAssigned } from '$lib/domain/assigned-paper';
import type { Assignment, KeyPair, PublicKey } from '$lib/domain/assignment';
import type { AssignmentResult } from '$lib/domain/assignment-result';
import { deletionNumbers } from '$lib/domain/cloze';
import type { Item, ItemType } from '$lib/domain/item';
import { CONFIDENCES, type AnsweredQuestion, type Response } from '$lib/domain/quiz';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { assignmentId } from '$lib/share/assignment-link';
import { makeKeyPair } from '$lib/share/key-pairs';
import type { AssignmentBody } from '$lib/share/positional-assignment';

/** A key pair of this engine, which has both curves. */
export async function keyPair(curve: PublicKey['curve']): Promise<KeyPair> {
	const pair = await makeKeyPair(curve);
	if (pair === null) throw new Error(`No ${curve}`);
	return pair;
}

/** An assignment of these items of the bundled bank: no limit, everyone the same paper. */
export function bankAssignment(items: readonly number[], keys: readonly PublicKey[]): AssignmentBody {
	return {
		title: 'Week 3: the border',
		teacher: 'Ms Khan',
		keyPolicy: 'open',
		content: { kind: 'bank-items', bank: 'collision-course', bankRevision: 31, title: '', items },
		quiz: {
			sections: [{ title: '', fixed: [], rows: [{ count: items.length, topics: [], difficulties: [], types: [] }] }],
			time: { kind: 'quiz', limitMs: 20 * 60_000 },
			rules: PRACTICE_RULES,
			seed: 3_141_592_653,
			forms: 'same',
			sittings: 1
		},
		keys
	};
}

export async function withId(body: AssignmentBody): Promise<Assignment> {
	return { id: await assignmentId(body), ...body };
}

/** What a learner may well answer; `pick` chooses. */
export function respond(item: Item, pick: number): Response {
	switch (item.type) {
		case 'single-choice':
			return { type: 'choice', chosen: [pick % item.options.length] };
		case 'multiple-choice':
			return { type: 'choice', chosen: item.options.flatMap((_, i) => (i === 0 || (pick >> i) % 2 === 0 ? [i] : [])) };
		case 'true-false':
			return { type: 'boolean', value: pick % 2 === 0 };
		case 'classify':
			return { type: 'label', label: (['fact', 'claim', 'contested', 'ahead'] as const)[pick % 4] ?? 'fact' };
		case 'ordering':
			return {
				type: 'order',
				order: [...item.entries.keys()].sort((a, b) => ((a * 7 + pick) % 5) - ((b * 7 + pick) % 5))
			};
		case 'matching':
			return { type: 'match', right: item.pairs.map((_, i) => (i + pick) % (item.pairs.length + item.extra.length)) };
		case 'map':
			return { type: 'point', lat: item.target.lat + 0.4321, lon: item.target.lon - 0.7654 };
		case 'basic':
			return { type: 'text', values: [item.answer.slice(0, 14)] };
		case 'short-answer':
			return { type: 'text', values: [item.answers[0] ?? ''] };
		case 'cloze':
			return { type: 'text', values: deletionNumbers(item.stem).map((number) => answerTo(item.stem, number)) };
	}
}

function answerTo(stem: string, number: number): string {
	return new RegExp(`\\{\\{${String(number)}::([^}]*)\\}\\}`).exec(stem)?.[1] ?? '';
}

/** A sitting with every question answered, sure or not. */
export function resultOf(
	assignment: Assignment,
	items: readonly Item[],
	given: Partial<AssignmentResult> = {}
): AssignmentResult {
	const seed = given.seed ?? seedOfForm(assignment, 'A');
	const paper = paperOf(assignment, items, seed);
	const byNumber = new Map(items.map((item) => [item.number, item]));
	const answers = paper.map(({ item }, index): AnsweredQuestion | null => {
		const asked = byNumber.get(item);
		const confidence = CONFIDENCES[index % 3] ?? 'guess';
		return asked === undefined ? null : { response: respond(asked, index), tookMs: 9_000 + 3_777 * index, confidence };
	});
	const none = { count: 0, ms: 0 };
	return {
		assignment: assignment.id,
		seed,
		paperCheck: checkOfAssigned(assignment, items, seed),
		sitting: 1,
		name: 'Ayesha Siddiqui Khan',
		startedAt: 1_795_000_000_000,
		tookMs: 1_043_000,
		timedOut: false,
		lateMs: 0,
		away: none,
		clockBack: none,
		paused: none,
		accommodations: null,
		answers,
		...given
	};
}

/** As many items of the bank as asked for, all types in turn. */
export function mixedItems(items: readonly Item[], count: number): Item[] {
	const piles = new Map<ItemType, Item[]>();
	for (const item of items) piles.set(item.type, [...(piles.get(item.type) ?? []), item]);
	const mixed: Item[] = [];
	for (let round = 0; mixed.length < count && round < count; round += 1) {
		for (const pile of piles.values()) mixed.push(...pile.slice(round, round + 1));
	}
	return mixed.slice(0, count);
}
