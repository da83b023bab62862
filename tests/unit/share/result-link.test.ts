import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileBank } from '../../../scripts/bank/compile-bank';
import { readBankFolder } from '../../../scripts/bank/read-bank';
import { paperOf, seedOfForm } from '$lib/domain/assigned-paper';
import type { Assignment, KeyPair } from '$lib/domain/assignment';
import type { AssignmentResult } from '$lib/domain/assignment-result';
import { distanceKm } from '$lib/domain/distance';
import { hashText } from '$lib/domain/hash';
import type { Item } from '$lib/domain/item';
import { NO_ACCOMMODATIONS } from '$lib/domain/accommodations';
import { TIME_FACTORS, type TimeFactor } from '$lib/domain/quiz';
import { restoreResponse, withholdKeys } from '$lib/domain/withhold-keys';
import { encodeScreenQr } from '$lib/share/qr';
import { packResult, unpackResult } from '$lib/share/packed-result';
import { openResult, sealResult, type GivenAssignment } from '$lib/share/result-link';
import { bankAssignment, keyPair, mixedItems, resultOf, withId } from './class-fixtures';
import { arbitrarySet } from './arbitrary-content';

let bank: readonly Item[];
let pairs: readonly KeyPair[];
let senders: readonly KeyPair[];
let assignment: Assignment;
let given: GivenAssignment;

beforeAll(async () => {
	const compiled = compileBank(readBankFolder('.', 'collision-course'));
	if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
	bank = compiled.value.items;
	pairs = await Promise.all([keyPair('X25519'), keyPair('P-256')]);
	senders = await Promise.all([keyPair('X25519'), keyPair('P-256')]);
	assignment = await assign(mixedItems(bank, 20));
	given = { assignment, items: bank, keyPairs: pairs };
});

function assign(items: readonly Item[]): Promise<Assignment> {
	const numbers = items.map(({ number }) => number);
	return withId(
		bankAssignment(
			numbers,
			pairs.map(({ publicKey }) => publicKey)
		)
	);
}

async function seal(result: AssignmentResult, sender: KeyPair | null, one = given): Promise<string> {
	const paper = paperOf(one.assignment, one.items, result.seed);
	const sealed = await sealResult({ result, assignment: one.assignment, items: one.items, paper, sender });
	if (!sealed.ok) throw new Error(sealed.error.kind);
	return sealed.value.fragment;
}

/** Times that travel in coarse steps are compared apart. */
function withoutTimes(result: AssignmentResult) {
	return { ...result, answers: result.answers.map((answer) => answer && { ...answer, tookMs: 0 }) };
}

describe('sealed results', () => {
	it.each([0, 1])('come back as they were, whatever was answered (key %i)', async (which) => {
		const base = withoutPoints(resultOf(assignment, bank));
		const sums = fc.record({ count: fc.integer({ min: 1, max: 99 }), ms: fc.integer({ max: 9_999, min: 0 }) });
		const sum = fc.oneof(
			fc.constant({ count: 0, ms: 0 }),
			sums.map(({ count, ms }) => ({ count, ms: ms * 1000 }))
		);
		const flags = fc.boolean();
		const needs = fc.option(
			fc.record({
				...{ untimed: flags, pauses: flags, largerText: flags, readAloud: flags, fewerOptions: flags },
				factor: fc.constantFrom(...TIME_FACTORS)
			})
		);
		const property = fc.asyncProperty(
			fc.record({
				seed: fc.constantFrom(seedOfForm(assignment, 'A'), seedOfForm(assignment, 'B'), 77),
				sitting: fc.integer({ min: 1, max: 9 }),
				name: fc.constantFrom('', 'Ali', "Zoë O'Neill", 'ملالہ یوسفزئی', 'noor'),
				timedOut: flags,
				lateMs: fc.constantFrom(0, 1000, 86_400_000),
				away: sum,
				clockBack: sum,
				paused: sum,
				accommodations: needs
			}),
			fc.array(fc.tuple(fc.constantFrom('none', 'open', 'self', 'usual'), flags, flags, flags), {
				minLength: 20,
				maxLength: 20
			}),
			async (head, choices) => {
				const result = { ...withoutPoints(resultOf(assignment, bank, head)), ...head };
				const answers = result.answers.map((answer, index) => {
					const [kind, isMissed, isReported, isOverruled] = choices[index] ?? ['none', false, false, false];
					if (kind === 'none' || answer === null) return null;
					const misses = isMissed ? { misses: 2 } : {};
					const report = isReported ? { report: 'Two answers are right.' } : {};
					if (kind === 'open') return { response: null, tookMs: 500, ...misses, ...report };
					const overruled = isOverruled && answer.response?.type === 'text' ? { overruled: true as const } : {};
					return { ...answer, ...misses, ...report, ...overruled };
				});
				const sent = { ...result, answers };
				const opened = await openResult(await seal(sent, senders[which] ?? null), [given]);
				expect(opened.ok ? withoutTimes(opened.value.result) : opened.error).toEqual(withoutTimes(sent));
			}
		);
		await fc.assert(property, { seed: 42, numRuns: 12 });
		expect(base.answers).toHaveLength(20);
	});

	it('say a time factor that two bits do not hold after all else, and nothing else there', () => {
		const paper = paperOf(assignment, bank, seedOfForm(assignment, 'A'));
		const pack = (factor: TimeFactor) => {
			const accommodations = { ...NO_ACCOMMODATIONS, pauses: true, factor };
			return packResult(resultOf(assignment, bank, { accommodations }), assignment, bank, paper);
		};
		const [early, late] = [pack(1), pack(1.25)];
		expect([...late.slice(0, early.length - 1)]).toEqual([...early.slice(0, -1)]);
		expect(late.length - early.length).toBeLessThanOrEqual(2);
		const read = (...bytes: number[]) => unpackResult(Uint8Array.from(bytes), given);
		const factorOf = (bytes: Uint8Array) => {
			const result = read(...bytes);
			return result.ok ? result.value.accommodations?.factor : result.error.kind;
		};
		expect([1, 1.5, 2, 10, 1.25].map((factor) => factorOf(pack(factor as TimeFactor)))).toEqual([1, 1.5, 2, 10, 1.25]);
		const invalid = { ok: false, error: { kind: 'invalid', path: 'answers' } };
		expect(read(...early, 0)).toEqual(invalid);
		expect(read(...late, 0)).toEqual(invalid);
		expect(read(...late, 1)).toEqual(invalid);
	});

	it('keep times within 5 % and places within 100 metres', async () => {
		const places = bank.filter((item) => item.type === 'map');
		const one = { ...given, assignment: await assign(places) };
		const result = resultOf(one.assignment, bank);
		const opened = await openResult(await seal(result, null, one), [one]);
		const answers = opened.ok ? opened.value.result.answers : [];
		expect(answers.length).toBeGreaterThan(2);
		for (const [index, answer] of answers.entries()) {
			const sent = result.answers[index];
			const [at, was] = [answer?.response, sent?.response];
			if (at?.type !== 'point' || was?.type !== 'point') throw new Error('A point on the map');
			expect(distanceKm(at, was)).toBeLessThan(0.1);
			expect(Math.abs((answer?.tookMs ?? 0) / (sent?.tookMs ?? 1) - 1)).toBeLessThan(0.05);
		}
	});

	it('name the device that sent them, which stays the same for a second one', async () => {
		const result = resultOf(assignment, bank);
		const [first, second, other] = [
			await openResult(await seal(result, senders[0] ?? null), [given]),
			await openResult(await seal({ ...result, name: 'Other' }, senders[0] ?? null), [given]),
			await openResult(await seal(result, null), [given])
		].map((opened) => (opened.ok ? opened.value : null));
		expect(first?.sender).toMatch(/^[\w-]{43}$/);
		expect(second?.sender).toBe(first?.sender);
		expect(other?.sender).not.toBe(first?.sender);
		expect(first?.senderKey).toEqual(senders[0]?.publicKey);
	});

	it.each([0, 1])('of twenty mixed questions fit 400 characters and a code of version 12 (key %i)', async (which) => {
		for (const from of [0, 60]) {
			const items = mixedItems(
				bank.filter(({ number }) => number > from),
				20
			);
			expect(new Set(items.map(({ type }) => type)).size).toBe(10);
			const one = { ...given, assignment: await assign(items) };
			const fragment = await seal(resultOf(one.assignment, bank), senders[which] ?? null, one);
			const address = `https://backstory-reader.example.org/result/#${fragment}`;
			expect(address.indexOf('#') + 1).toBe(45);
			expect(address.length).toBeLessThanOrEqual(400);
			expect(encodeScreenQr(address).version).toBeLessThanOrEqual(12);
		}
	});

	it('of a set without keys come back in terms of the set as written', async () => {
		const property = fc.asyncProperty(arbitrarySet, async (set) => {
			const about = {
				...assignment,
				keyPolicy: 'withheld' as const,
				content: { kind: 'set' as const, set: withholdKeys(set) }
			};
			const { sections, ...quiz } = assignment.quiz;
			const rows = sections.flatMap((section) => section.rows).map((row) => ({ ...row, count: set.items.length }));
			const one: GivenAssignment = {
				assignment: { ...about, quiz: { ...quiz, sections: [{ title: '', fixed: [], rows }] } },
				items: set.items,
				keyPairs: pairs
			};
			const learnt = { ...one, items: withholdKeys(set).items };
			const sent = withoutPoints(resultOf(learnt.assignment, learnt.items));
			const opened = await openResult(await seal(sent, null, learnt), [one]);
			const written = new Map(set.items.map((item) => [item.number, item]));
			const paper = paperOf(one.assignment, one.items, sent.seed);
			const expected = sent.answers.map((answer, index) => {
				const item = written.get(paper[index]?.item ?? 0);
				if (item === undefined || answer?.response == null) return null;
				return restoreResponse(item, answer.response);
			});
			const got = opened.ok ? opened.value.result.answers.map((answer) => answer?.response ?? null) : [];
			expect(got).toEqual(expected);
			expect(opened.ok && opened.value.result.paperCheck).toBe(sent.paperCheck);
		});
		await fc.assert(property, { seed: 42, numRuns: 12 });
	});
});

/** Points come back a few metres off, and empty answers as open ones; the rest comes back to the letter. */
function withoutPoints(result: AssignmentResult): AssignmentResult {
	const answers = result.answers.map((answer) => {
		const response = answer?.response;
		if (answer === null || response == null) return answer;
		if (response.type === 'point') return { ...answer, response: { ...response, lat: 90, lon: -180 } };
		const isBlank = response.type === 'text' && response.values.every((value) => value.trim() === '');
		return isBlank ? { response: null, tookMs: answer.tookMs } : answer;
	});
	return { ...result, answers };
}

describe('results that cannot be opened', () => {
	it('answer other editions of the questions, where these make them unreadable', async () => {
		const fragment = await seal(resultOf(assignment, bank), null);
		const more = { text: 'Another', correct: false };
		const items = bank.map((item) =>
			item.type === 'single-choice' || item.type === 'multiple-choice'
				? { ...item, revision: item.revision + 1, options: [...item.options, ...Array.from({ length: 5 }, () => more)] }
				: item
		);
		const opened = await openResult(fragment, [{ ...given, items }]);
		expect(opened).toEqual({ ok: false, error: { kind: 'other-edition' } });
	});

	it('are for another key, another assignment, or forged, and say so', async () => {
		const fragment = await seal(resultOf(assignment, bank), senders[0] ?? null);
		const kindOf = async (text: string, all: readonly GivenAssignment[]): Promise<string> => {
			const opened = await openResult(text, all);
			return opened.ok ? 'opened' : opened.error.kind;
		};
		const foreign = await Promise.all([keyPair('X25519'), keyPair('P-256')]);
		expect(await kindOf(fragment, [given])).toBe('opened');
		expect(await kindOf(fragment, [])).toBe('other-key');
		expect(await kindOf(fragment, [{ ...given, keyPairs: foreign }])).toBe('other-key');
		expect(await kindOf(fragment, [{ ...given, keyPairs: pairs.slice(1) }])).toBe('other-key');
		// The head of a message holds eight bits of a hash of the id.
		const bits = (id: string): number => hashText(id) & 0xff;
		const id = ['AAAAAAAAAAA', 'BBBBBBBBBBB'].find((other) => bits(other) !== bits(assignment.id)) ?? '';
		const renamed = { ...given, assignment: { ...assignment, id } };
		expect(await kindOf(fragment, [renamed])).toBe('other-assignment');
		expect(await kindOf(fragment, [renamed, given])).toBe('opened');
	});
});
