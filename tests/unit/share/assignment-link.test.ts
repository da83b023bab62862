import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import type { PublicKey } from '$lib/domain/assignment';
import { assignmentId, encodeAssignment } from '$lib/share/assignment-link';
import { decodeFile, toFile } from '$lib/share/file';
import { decodeLink } from '$lib/share/link';
import { encodeScreenQr } from '$lib/share/qr';
import { arbitraryAssignment } from './arbitrary-assignment';
import { bankAssignment, keyPair, withId } from './class-fixtures';
import { sealPlain } from './seal-plain';

/** 32 bytes in base64url: any of them is a key of X25519. */
const KEY = 'A'.repeat(43);

let keys: readonly PublicKey[];

beforeAll(async () => {
	const pairs = await Promise.all([keyPair('X25519'), keyPair('P-256')]);
	keys = pairs.map(({ publicKey }) => publicKey);
});

describe('links to assignments', () => {
	it('carry everything there and back, with the same id, whatever is asked of whom and when', async () => {
		const property = fc.asyncProperty(arbitraryAssignment(keys), async (body) => {
			const assignment = await withId(body);
			const link = await encodeAssignment(assignment);
			const value = { kind: 'assignment', assignment };
			expect(await decodeLink(`https://backstory.example/open#${link}`, parseStudySet)).toEqual({ ok: true, value });
		});
		await fc.assert(property, { seed: 42, numRuns: 100 });
	});

	it('open from a file as well', async () => {
		const assignment = await withId(bankAssignment([3, 1, 2], keys));
		const file = toFile(await encodeAssignment(assignment));
		expect(await decodeFile(file, parseStudySet)).toEqual({ ok: true, value: { kind: 'assignment', assignment } });
	});

	it('hold either key alone', async () => {
		for (const key of keys) {
			const assignment = await withId(bankAssignment([1], [key]));
			const read = await decodeLink(await encodeAssignment(assignment), parseStudySet);
			expect(read).toEqual({ ok: true, value: { kind: 'assignment', assignment } });
		}
	});

	it('fit a code of version 12 for ten items of the bank with title, teacher and a plain quiz', async () => {
		const body = bankAssignment([3, 14, 15, 92, 65, 35, 89, 79, 32, 38], keys);
		const address = `https://backstory-of-the-news.example/open/#${await encodeAssignment(body)}`;
		expect(address.indexOf('#')).toBeGreaterThanOrEqual(42);
		expect(encodeScreenQr(address).version).toBeLessThanOrEqual(12);
	});

	it.each([
		['no quiz', '[2,0,1,1]', KEY, 'quiz.seed'],
		['no keys', '[2,[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0],1]', KEY, 'keys'],
		['half a key', '[2,[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0],1,1]', KEY.slice(0, 20), 'keys'],
		['a key too many', '[2,[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0],1,1]', `${KEY}${KEY}`, 'keys'],
		['a key that is no point', '[2,[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0],1,2]', 'A'.repeat(44), 'keys'],
		['a third curve', '[2,[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0],1,4]', KEY, 'keys']
	])('are invalid with %s', async (_, head, key, path) => {
		const plain = [head, 'Title', 'Teacher', key, '', 'bank', ''].join('\u001F');
		expect(await decodeLink(await sealPlain(plain), parseStudySet)).toEqual({
			ok: false,
			error: { kind: 'invalid', path }
		});
	});

	it.each([
		['ten sittings', '[7,0,10,0,0,0,0,0,0,0,0,0,1,0,0]', 'quiz.sittings'],
		['a penalty above the mark', '[7,0,1,0,0,0,1.5,0,0,0,0,0,1,0,0]', 'quiz.penalty'],
		['no section', '[7,0,1,0,0,0,0,0,0,0,0,0,0]', 'quiz.sections'],
		['a row of no questions', '[7,0,1,0,0,0,0,0,0,0,0,0,1,0,1,0,0,0,0]', 'quiz.count'],
		['a topic that is not named', '[7,0,1,0,0,0,0,0,0,0,0,0,1,0,1,5,0,0,1,0]', 'quiz.topics'],
		['more numbers than the version has', '[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0,9]', 'quiz.sections'],
		['a hundred rows of which none is there', '[7,0,1,0,0,0,0,0,0,0,0,0,1,0,100]', 'quiz.count']
	])('are invalid with %s', async (_, quiz, path) => {
		const plain = [`[2,${quiz},1,1,0,1]`, 'Title', 'Teacher', KEY, '', 'bank', ''].join('\u001F');
		expect(await decodeLink(await sealPlain(plain), parseStudySet)).toEqual({
			ok: false,
			error: { kind: 'invalid', path }
		});
	});

	it.each([
		'[7,3,1,0,0,0,0,0,0,0,0,0,1,0,0]',
		'[7,0,1,3,5,0,0,0,0,0,0,0,0,1,0,0]',
		'[7,0,1,0,4,0,0,0,0,0,0,0,1,0,0]',
		'[7,0,1,0,0,4,0,0,0,0,0,0,1,0,0]',
		'[7,0,1,0,0,0,0,0,0,3,0,0,1,0,0]',
		'[7,0,1,0,0,0,0,0,0,0,0,0,1,0,1,5,0,1024,0]'
	])('are of a newer version with the quiz %s', async (quiz) => {
		const plain = [`[2,${quiz},1,1,0,1]`, 'Title', 'Teacher', KEY, '', 'bank', ''].join('\u001F');
		expect(await decodeLink(await sealPlain(plain), parseStudySet)).toEqual({
			ok: false,
			error: { kind: 'newer-version' }
		});
	});

	it.each(['[5,0]', '[99,0]', '[0,32]'])('are of a newer version for a learner with %s', async (personal) => {
		const head = `[2,[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0],1,1,${personal},1]`;
		const plain = [head, 'Title', 'Teacher', KEY, 'Ali', '', 'bank', ''].join('\u001F');
		expect(await decodeLink(await sealPlain(plain), parseStudySet)).toEqual({
			ok: false,
			error: { kind: 'newer-version' }
		});
	});

	it.each(['[100,0]', '[-1,0]', '[0]', '[0,0,0]', '3'])('are invalid for a learner with %s', async (personal) => {
		const head = `[2,[7,0,1,0,0,0,0,0,0,0,0,0,1,0,0],1,1,${personal},1]`;
		const plain = [head, 'Title', 'Teacher', KEY, 'Ali', '', 'bank', ''].join('\u001F');
		expect(await decodeLink(await sealPlain(plain), parseStudySet)).toEqual({
			ok: false,
			error: { kind: 'invalid', path: 'personal' }
		});
	});

	it('never throw for any numbers in the place of theirs', async () => {
		const number = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constant(2 ** 33), fc.constant(0.5));
		const head = fc.tuple(fc.array(number, { maxLength: 30 }), fc.array(number));
		const texts = fc.array(fc.string({ maxLength: 5 }), { maxLength: 12 });
		const property = fc.asyncProperty(head, texts, async ([quiz, rest], all) => {
			const plain = [JSON.stringify([2, quiz, 1, 1, 0, ...rest]), 'Title', 'Teacher', KEY, ...all].join('\u001F');
			const read = await decodeLink(await sealPlain(plain), parseStudySet);
			expect(read.ok || ['invalid', 'newer-version', 'too-large'].includes(read.error.kind)).toBe(true);
		});
		await fc.assert(property, { seed: 42, numRuns: 300 });
	});
});

describe('assignmentId', () => {
	it('is eleven characters, the same for a personal link and another for any change', async () => {
		const body = bankAssignment([1, 2, 3], keys);
		const id = await assignmentId(body);
		expect(id).toMatch(/^[A-Za-z0-9_-]{11}$/);
		const accommodations = { untimed: true, pauses: false, largerText: false, readAloud: false, fewerOptions: false };
		expect(await assignmentId({ ...body, personal: { name: 'Ali', factor: 2, accommodations } })).toBe(id);
		expect(await assignmentId({ ...body, title: 'Week 4' })).not.toBe(id);
		expect(await assignmentId({ ...body, keys: keys.slice(0, 1) })).not.toBe(id);
	});
});
