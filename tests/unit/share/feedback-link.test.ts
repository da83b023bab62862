import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import type { Assignment, KeyPair } from '$lib/domain/assignment';
import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import { openFeedback, sealFeedback } from '$lib/share/feedback-link';
import { openResult } from '$lib/share/result-link';
import { arbitrarySet } from './arbitrary-content';
import { bankAssignment, keyPair, withId } from './class-fixtures';

let teacher: readonly KeyPair[];
let learner: readonly KeyPair[];
let assignment: Assignment;

beforeAll(async () => {
	teacher = await Promise.all([keyPair('X25519'), keyPair('P-256')]);
	learner = await Promise.all([keyPair('X25519'), keyPair('P-256')]);
	const keys = teacher.map(({ publicKey }) => publicKey);
	assignment = await withId(bankAssignment([1, 2, 3], keys));
});

const PLAIN = { sitting: 1, comment: 'Well done.', credits: [1, 0, null, 0.5] };

function pick(pairs: readonly KeyPair[], which: number): KeyPair {
	const pair = pairs[which];
	if (pair === undefined) throw new Error('Two curves');
	return pair;
}

async function seal(feedback: AssignmentFeedback, which: number, from = teacher): Promise<string> {
	const sealed = await sealFeedback({ feedback, to: pick(learner, which).publicKey, from: pick(from, which) });
	return sealed.ok ? sealed.value : sealed.error.kind;
}

describe('sealed feedback', () => {
	it.each([0, 1])('comes back as it was, with a set or without (key %i)', async (which) => {
		const credit = fc.oneof(
			fc.constantFrom(0, 1, null, 1 / 3, 2 / 3),
			fc
				.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }))
				.map(([a, b]) => Math.min(a, b) / Math.max(a, b))
		);
		const property = fc.asyncProperty(
			fc.integer({ min: 1, max: 9 }),
			fc.constantFrom('', 'Look at question 3 again.\nGood otherwise!', 'شاباش'),
			fc.array(credit, { maxLength: 20 }),
			fc.option(arbitrarySet),
			async (sitting, comment, credits, set) => {
				const feedback = { assignment: assignment.id, sitting, comment, credits, ...(set === null ? {} : { set }) };
				const taken = [{ assignment, keyPair: pick(learner, which) }];
				const text = `https://backstory.example/result#${await seal(feedback, which)}`;
				expect(await openFeedback(text, taken, parseStudySet)).toEqual({ ok: true, value: feedback });
			}
		);
		await fc.assert(property, { seed: 42, numRuns: 30 });
	});

	it('is short: a comment and twenty marks fit a code', async () => {
		const credits = Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? 0 : 1));
		expect((await seal({ ...PLAIN, assignment: assignment.id, credits }, 0)).length).toBeLessThan(140);
	});

	it('opens for nobody else, and from nobody but who gave the assignment', async () => {
		const [link, forged] = await Promise.all([
			seal({ ...PLAIN, assignment: assignment.id }, 0),
			seal({ ...PLAIN, assignment: assignment.id }, 0, learner)
		]);
		const mine = { assignment, keyPair: pick(learner, 0) };
		const kindOf = async (text: string, taken: readonly (typeof mine)[]): Promise<string> => {
			const opened = await openFeedback(text, taken, parseStudySet);
			return opened.ok ? 'opened' : opened.error.kind;
		};
		expect(await kindOf(link, [mine])).toBe('opened');
		expect(await kindOf(link, [])).toBe('other-key');
		expect(await kindOf(link, [{ ...mine, keyPair: pick(learner, 1) }])).toBe('other-key');
		expect(await kindOf(forged, [mine])).toBe('forged');
		expect(await kindOf('1d.CgdlY', [mine])).toBe('cut-off');
		expect(await kindOf('nothing', [mine])).toBe('not-feedback');
		expect(await openResult(link, [])).toEqual({ ok: false, error: { kind: 'not-a-result' } });
	});

	it('cannot be sealed from one curve to another', async () => {
		const [to, from] = [pick(learner, 0).publicKey, pick(teacher, 1)];
		const feedback = { ...PLAIN, assignment: assignment.id };
		expect(await sealFeedback({ feedback, to, from })).toEqual({ ok: false, error: { kind: 'no-curve' } });
	});
});
