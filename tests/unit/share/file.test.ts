import { describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import { decodeFile, encodeFile } from '$lib/share/file';
import { decodeLink, encodeLink } from '$lib/share/link';
import { findShareProblem } from '$lib/share/share-problem';
import { bankItems, basic, OPEN, setOf, twentyQuestions } from './contents';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (given: Uint8Array) => decodeFile(given, parseStudySet);

/** Text that hardly compresses: Chinese characters in an order without a pattern, different for every start. */
function noise(length: number, start: number): string {
	let state = start;
	return Array.from({ length }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return String.fromCharCode(0x4e00 + (Math.floor(state / 65_536) % 20_000));
	}).join('');
}

const noisySet = (items: number, length: number) =>
	setOf(
		...Array.from({ length: items }, (_, place) => ({
			...basic(noise(length, place + 1), noise(length, place + 7_000)),
			number: place + 1,
			id: String(place + 1)
		}))
	);

describe('files', () => {
	it('hold what a link holds, and their text can be pasted as a link', async () => {
		const content = { kind: 'set', set: twentyQuestions() } as const;
		const file = await encodeFile(content);
		expect(await read(file)).toEqual({ ok: true, value: content });
		expect(await decodeLink(new TextDecoder().decode(file), parseStudySet)).toEqual({ ok: true, value: content });
	});

	it('carry sets that are too long for a link', async () => {
		const content = noisySet(60, 400);
		const file = await encodeFile(content);
		expect(file.length).toBeGreaterThan(100_000);
		expect(await read(file)).toEqual({ ok: true, value: content });
		expect(await decodeLink(await encodeLink(content), parseStudySet)).toEqual({
			ok: false,
			error: { kind: 'too-large' }
		});
	});

	it('may hold a whole address, a byte order mark or white space around it', async () => {
		const link = await encodeLink(bankItems([1, 2]));
		for (const text of [OPEN + link, `\uFEFF${link}`, `\r\n${link}\r\n`]) {
			expect(await read(bytes(text))).toEqual({ ok: true, value: bankItems([1, 2]) });
		}
	});

	it.each([
		['json', bytes('{"cards":[]}')],
		['json', bytes(' [1,2]')],
		['zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])],
		['web-page', bytes('<!DOCTYPE html><title>x</title>')],
		['binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
		['binary', Uint8Array.from([0xff, 0xfe, 0x31])],
		['text', bytes('front\tback\n')]
	] as const)('say so when they are another file: %s', async (what, given) => {
		expect(await read(given)).toEqual({ ok: false, error: { kind: 'other-file', what } });
	});

	it('say when they are empty, cut off or far too large', async () => {
		expect(await read(new Uint8Array())).toEqual({ ok: false, error: { kind: 'empty' } });
		const file = await encodeFile(bankItems([1, 2, 3]));
		expect(await read(file.slice(0, -4))).toEqual({ ok: false, error: { kind: 'cut-off' } });
		expect(await read(new Uint8Array(1_400_001))).toEqual({ ok: false, error: { kind: 'too-large' } });
	});
});

describe('findShareProblem', () => {
	it('finds nothing wrong with a set that fits', () => {
		expect(findShareProblem(setOf(basic('a', 'b')))).toBeNull();
		expect(findShareProblem(bankItems([]))).toBeNull();
	});

	it('finds an empty set, too many items and too much text', () => {
		expect(findShareProblem(setOf())).toBe('empty');
		expect(findShareProblem(noisySet(501, 1))).toBe('too-many-items');
		expect(findShareProblem(noisySet(100, 1_900))).toBe('too-large');
	});

	it('lets the largest set through that it allows', async () => {
		const content = noisySet(100, 1_740);
		expect(findShareProblem(content)).toBeNull();
		expect((await read(await encodeFile(content))).ok).toBe(true);
	});
});
