import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import { paperOf } from '$lib/domain/assigned-paper';
import type { KeyPair } from '$lib/domain/assignment';
import { decodeBase64url } from '$lib/share/base64url';
import type { Bytes } from '$lib/share/bytes';
import { openSealed, sealBody } from '$lib/share/envelope';
import { openFeedback } from '$lib/share/feedback-link';
import { decodeLink } from '$lib/share/link';
import { unpackFeedback } from '$lib/share/packed-feedback';
import { unpackResult } from '$lib/share/packed-result';
import { openResult, sealResult, type GivenAssignment } from '$lib/share/result-link';
import { sealMessage } from '$lib/share/sealed';
import { arbitrarySet } from './arbitrary-content';
import { bankAssignment, keyPair, resultOf, withId } from './class-fixtures';

let pairs: readonly KeyPair[];
let given: GivenAssignment;
let links: readonly string[];

const KINDS = new Set([
	'not-a-result',
	'cut-off',
	'altered',
	'newer-version',
	'too-large',
	'other-key',
	'other-assignment',
	'forged',
	'invalid',
	'other-edition',
	'no-curve'
]);

beforeAll(async () => {
	pairs = await Promise.all([keyPair('X25519'), keyPair('P-256')]);
	const [set] = fc.sample(arbitrarySet, { seed: 42, numRuns: 1 });
	if (set === undefined) throw new Error('One set');
	const keys = pairs.map(({ publicKey }) => publicKey);
	const body = bankAssignment(
		set.items.map(({ number }) => number),
		keys
	);
	given = { assignment: await withId(body), items: set.items, keyPairs: pairs };
	links = await Promise.all(pairs.map(seal));
});

async function seal(sender: KeyPair): Promise<string> {
	const { assignment, items } = given;
	const result = resultOf(assignment, items);
	const made = await sealResult({ result, assignment, items, paper: paperOf(assignment, items, result.seed), sender });
	if (!made.ok) throw new Error(made.error.kind);
	return made.value.fragment;
}

async function kindOf(text: string): Promise<string> {
	const opened = await openResult(text, [given]);
	return opened.ok ? 'opened' : opened.error.kind;
}

/** A body as somebody would make it who knows how: with its length and checksum right. */
async function bodyOf(link: string): Promise<Bytes> {
	const body = await openSealed(link.slice('1d.'.length));
	if (!body.ok) throw new Error(body.error.kind);
	return body.value;
}

describe('damaged results', () => {
	it('say that they were cut off, at every length', async () => {
		for (const link of links) {
			for (let length = 3; length < link.length; length += 5) {
				expect(await kindOf(link.slice(0, length)), `cut after ${String(length)}`).toBe('cut-off');
			}
		}
	});

	it('never open with a character changed, and say that they were altered', async () => {
		const property = fc.asyncProperty(fc.nat(1), fc.nat(), fc.nat(61), async (which, at, letter) => {
			const link = links[which] ?? '';
			const place = 7 + (at % (link.length - 7));
			const other = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'.charAt(letter);
			fc.pre(link.charAt(place) !== other);
			expect(await kindOf(link.slice(0, place) + other + link.slice(place + 1))).toBe('altered');
		});
		await fc.assert(property, { seed: 42, numRuns: 150 });
	});

	it('never open with a bit changed under a right checksum', async () => {
		for (const link of links) {
			const body = await bodyOf(link);
			expect(await kindOf(`1d.${await sealBody(body)}`)).toBe('opened');
			for (let bit = 0; bit < body.length * 8; bit += 7) {
				const changed = body.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
				const kind = await kindOf(`1d.${await sealBody(changed)}`);
				expect(KINDS.has(kind), `${kind} at bit ${String(bit)}`).toBe(true);
			}
		}
	});

	it('never throw, whatever the bytes are', async () => {
		const property = fc.asyncProperty(
			fc.uint8Array({ maxLength: 150 }),
			fc.constantFrom(6, 7, 14, 15, 22),
			async (bytes, first) => {
				const link = `1d.${await sealBody(Uint8Array.from([first, ...bytes]))}`;
				expect(KINDS.has(await kindOf(link))).toBe(true);
				const feedback = await openFeedback(
					link,
					[{ assignment: given.assignment, keyPair: pairs[0] ?? (await keyPair('X25519')) }],
					parseStudySet
				);
				expect(feedback.ok).toBe(false);
				expect(await decodeLink(link, parseStudySet)).toEqual({ ok: false, error: { kind: 'not-a-link' } });
			}
		);
		await fc.assert(property, { seed: 42, numRuns: 150 });
	});

	it('never throw, whatever somebody seals who has the right keys', async () => {
		const { assignment } = given;
		const [own] = pairs;
		if (own === undefined) throw new Error('A key');
		const property = fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
			const plain = Uint8Array.from(bytes);
			const sealed = await sealMessage('result', { assignment: assignment.id, to: own.publicKey }, own, plain);
			const kind = await kindOf(sealed.ok ? sealed.value : '');
			expect(['opened', 'invalid', 'other-edition', 'newer-version', 'forged']).toContain(kind);
			unpackResult(plain, given);
			unpackFeedback(plain, assignment.id, parseStudySet);
		});
		await fc.assert(property, { seed: 42, numRuns: 200 });
	});
});

describe('texts that are no results', () => {
	it('say so', async () => {
		const assignmentLink = '1d.Oh9IUMgFwcEJwCAQRcFSbOAt-KPJFiOeJAdBshBJ_5lpIiNaQUK4Y4djJXNWTBmrztV7GrHW3DMeG_G9-04_AA';
		expect(await kindOf('')).toBe('not-a-result');
		expect(await kindOf('Dear teacher')).toBe('not-a-result');
		expect(await kindOf(assignmentLink)).toBe('not-a-result');
		expect(await kindOf('2d.AAAA')).toBe('newer-version');
		expect(await kindOf(`1d.${await sealBody(new Uint8Array([0b10110, ...new Uint8Array(100)]))}`)).toBe(
			'newer-version'
		);
		expect(await kindOf('x'.repeat(1_500_000))).toBe('too-large');
		expect(decodeBase64url(assignmentLink.slice(3)).ok).toBe(true);
	});
});
