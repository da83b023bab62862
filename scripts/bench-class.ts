import { aClass, classGiven } from '../tests/class-results';
import { parseStudySet } from '../src/lib/content/item-schema';
import { analyseClass } from '../src/lib/domain/analysis/analyse-class';
import { paperOf } from '../src/lib/domain/assigned-paper';
import type { Assignment } from '../src/lib/domain/assignment';
import { advance, answerQuestion, startAttempt } from '../src/lib/domain/attempt';
import { specOfAssignment } from '../src/lib/domain/assigned-paper';
import { NO_ACCOMMODATIONS } from '../src/lib/domain/accommodations';
import type { GivenAssignment } from '../src/lib/domain/mark-result';
import { assignmentId, encodeAssignment } from '../src/lib/share/assignment-link';
import { findReturns } from '../src/lib/share/find-returns';
import { makeKeyPairs } from '../src/lib/share/key-pairs';
import { decodeLink } from '../src/lib/share/link';
import { openResult, sealResult } from '../src/lib/share/result-link';
import { parseAttempt } from '../src/lib/storage/attempt-parser';

// Usage: tsx scripts/bench-class.ts. What a teacher's device does with an assignment, without a browser around it.
const ROUNDS = 5;
const QUESTIONS = 20;

for (const learners of [1000, 10_000]) {
	const given = classGiven(QUESTIONS);
	const results = aClass(given, learners);
	await measure(`${learners} results of ${QUESTIONS} questions marked and analysed`, () => {
		for (const share of analyseClass(given, results)) if (share > 1) throw new Error('More than everything is done');
	});
}
await measureCodec(100);
await measurePaste(40);
await measureAttempt(200);

async function measureCodec(questions: number): Promise<void> {
	const { assignment } = await sealable(questions);
	await measure(
		`an assignment of ${questions} questions with their texts written as a link and read again`,
		async () => {
			const read = await decodeLink(await encodeAssignment(assignment), parseStudySet);
			if (!read.ok) throw new Error(read.error.kind);
		}
	);
}

async function measurePaste(learners: number): Promise<void> {
	const { assignment, given, keyPairs } = await sealable(QUESTIONS);
	const items = given.set.items;
	const links = await Promise.all(
		aClass({ ...given, assignment }, learners).map(async ({ result }) => {
			const paper = paperOf(assignment, items, result.seed);
			const sealed = await sealResult({ result, assignment, items, paper, sender: null });
			if (!sealed.ok) throw new Error(sealed.error.kind);
			return `From a chat: https://backstory.example/result/#${sealed.value.fragment}`;
		})
	);
	const pasted = links.join('\n');
	await measure(`${learners} sealed results found in a pasted text, opened, marked and analysed`, async () => {
		const opened = [];
		for (const text of findReturns(pasted)) {
			const read = await openResult(text, [{ assignment, items, keyPairs }]);
			if (!read.ok) throw new Error(read.error.kind);
			opened.push(read.value);
		}
		if (opened.length !== learners) throw new Error(`${opened.length} opened`);
		for (const share of analyseClass({ ...given, assignment }, opened)) if (share > 1) throw new Error('Too much done');
	});
}

async function measureAttempt(questions: number): Promise<void> {
	const { assignment, given } = await sealable(questions);
	const { seed } = assignment.quiz;
	const terms = { setId: given.set.id, seed, factor: 1, accommodations: NO_ACCOMMODATIONS } as const;
	const spec = specOfAssignment(assignment, terms);
	const paper = paperOf(assignment, given.set.items, seed);
	const id = '019aaaaa-0000-7000-8000-000000000000';
	let attempt = startAttempt({ id, title: assignment.title, spec, paper }, 1000);
	for (let i = 0; i < questions - 1; i += 1) {
		attempt = advance(answerQuestion(attempt, { type: 'choice', chosen: [0] }, 1000 * i), 1000 * i);
	}
	const last = attempt;
	await measure(`the last answer of an attempt of ${questions} questions: recorded, written and read again`, () => {
		const answered = answerQuestion(last, { type: 'choice', chosen: [1] }, 1000 * questions);
		if (parseAttempt(structuredClone(answered)) === null) throw new Error('The attempt cannot be read again');
	});
}

/** An assignment with keys that this engine can open results with. */
async function sealable(questions: number) {
	const pairs = await makeKeyPairs();
	if (!pairs.ok) throw new Error(pairs.error.kind);
	const given: GivenAssignment = classGiven(questions);
	const body = { ...given.assignment, keys: pairs.value.map(({ publicKey }) => publicKey) };
	const assignment: Assignment = { ...body, id: await assignmentId(body) };
	return { assignment, given, keyPairs: pairs.value };
}

async function measure(what: string, work: () => void | Promise<void>): Promise<void> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	times.sort((a, b) => a - b);
	const [least = NaN] = times;
	const median = times[Math.floor(ROUNDS / 2)] ?? NaN;
	console.log(`${what}: ${median.toFixed(1)} ms (least ${least.toFixed(1)})`);
}
