import { parseStudySet } from '../src/lib/content/item-schema';
import { paperOf } from '../src/lib/domain/assigned-paper';
import type { Assignment } from '../src/lib/domain/assignment';
import type { AssignmentResult } from '../src/lib/domain/assignment-result';
import type { Item } from '../src/lib/domain/item';
import { PRACTICE_RULES } from '../src/lib/domain/quiz-rules';
import { assignmentId, encodeAssignment } from '../src/lib/share/assignment-link';
import { findReturns } from '../src/lib/share/find-returns';
import { makeKeyPairs } from '../src/lib/share/key-pairs';
import { decodeLink } from '../src/lib/share/link';
import { openResult, sealResult, type GivenAssignment } from '../src/lib/share/result-link';

// Usage: tsx scripts/bench-links.ts. What the links of a class cost: an assignment of a hundred questions of a teacher's own,
// the results of a class of forty, and ten thousand lines of anything else pasted with them.
const [QUESTIONS, CLASS, JUNK_LINES, ROUNDS] = [100, 40, 10_000, 9];

const keyPairs = await makeKeyPairs();
if (!keyPairs.ok) throw new Error('This engine has no curve.');
const items = Array.from({ length: QUESTIONS }, toItem);
const assignment = await makeAssignment(items);
const given: GivenAssignment = { assignment, items, keyPairs: keyPairs.value };

const link = await encodeAssignment(assignment);
console.log(`assignment of ${String(QUESTIONS)} questions: ${String(link.length)} characters`);
await report('  written', () => encodeAssignment(assignment));
await report('  read', () => decodeLink(link, parseStudySet));

const results = await Promise.all(Array.from({ length: CLASS }, (_, learner) => seal(learner)));
const junk = Array.from(
	{ length: JUNK_LINES },
	(_, line) => `Line ${String(line)}: nothing of ours, https://example.com/#a`
);
const pasted = [...results, ...junk].join('\n');
console.log(
	`${String(CLASS)} results of ${String(QUESTIONS)} questions, ${String(results[0]?.length)} characters each`
);
await report(`  found among ${String(JUNK_LINES)} other lines`, () => findReturns(pasted));
await report('  opened', async () => {
	for (const result of results) {
		const opened = await openResult(result, [given]);
		if (!opened.ok) throw new Error(opened.error.kind);
	}
});

async function report(what: string, work: () => unknown): Promise<void> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
	console.log(`${what}: ${median.toFixed(1)} ms`);
}

function toItem(_: unknown, place: number): Item {
	const words = `${String(place)} ${(place * 7919).toString(36)} ${(place * 104_729).toString(36)}`;
	const options = ['one', 'two', 'three', 'four'].map((name, option) => ({
		text: `The ${name} answer to question ${words}`,
		correct: option === place % 4
	}));
	const stem = `Which of these four statements is right about the subject of question ${words}?`;
	const explanation = `Because of what is said about ${words} in the text.`;
	return { type: 'single-choice', number: place + 1, id: String(place + 1), revision: 1, stem, explanation, options };
}

async function makeAssignment(questions: readonly Item[]): Promise<Assignment> {
	const rows = [{ count: QUESTIONS, topics: [], difficulties: [], types: [] }];
	const body = {
		title: 'A long test',
		teacher: 'Ms Khan',
		keyPolicy: 'open',
		content: {
			kind: 'set',
			set: { id: 'bench', revision: 1, title: 'Bench', lang: 'en', topics: [], items: questions }
		},
		quiz: {
			sections: [{ title: '', fixed: [], rows }],
			time: { kind: 'none' },
			rules: PRACTICE_RULES,
			seed: 1,
			forms: 'same',
			sittings: 1
		},
		keys: keyPairs.ok ? keyPairs.value.map(({ publicKey }) => publicKey) : []
	} as const;
	return { id: await assignmentId(body), ...body };
}

async function seal(learner: number): Promise<string> {
	const paper = paperOf(assignment, items, 1);
	const none = { count: 0, ms: 0 };
	const result: AssignmentResult = {
		assignment: assignment.id,
		seed: 1,
		paperCheck: 0,
		sitting: 1,
		name: `Learner ${String(learner)}`,
		startedAt: 1_795_000_000_000,
		tookMs: 1_800_000,
		timedOut: false,
		lateMs: 0,
		away: none,
		clockBack: none,
		paused: none,
		accommodations: null,
		answers: paper.map((_, place) => ({
			response: { type: 'choice', chosen: [(place + learner) % 4] },
			tookMs: 10_000 + 100 * place
		}))
	};
	const sealed = await sealResult({ result, assignment, items, paper, sender: null });
	if (!sealed.ok) throw new Error(sealed.error.kind);
	return sealed.value.fragment;
}
