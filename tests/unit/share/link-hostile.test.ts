import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import type { Result } from '$lib/domain/result';
import { sealBody } from '$lib/share/envelope';
import { decodeLink, encodeLink } from '$lib/share/link';
import type { LinkContent, LinkError } from '$lib/share/link';
import { bankItems, basic, OPEN, setOf } from './contents';
import { sealPlain } from './seal-plain';

const read = async (text: string): Promise<Result<LinkContent, LinkError>> => decodeLink(text, parseStudySet);
const failed = (kind: LinkError['kind']) => ({ ok: false, error: expect.objectContaining({ kind }) as unknown });

/** A set payload around one head; texts are id, language, title and then the items'. */
const setPlain = (head: string, ...texts: string[]): string => [head, 'abc', 'en', 'Title', ...texts].join('\u001F');

describe('damaged links', () => {
	it('say that they were cut off, at every length', async () => {
		const link = OPEN + (await encodeLink(setOf(basic('Which river is longest?', 'The Nile'))));
		const start = OPEN.length + '1d.'.length;
		for (let length = 0; length < link.length; length += 1) {
			const kind = length === 0 ? 'empty' : length < start ? 'not-a-link' : 'cut-off';
			expect(await read(link.slice(0, length)), `cut after ${String(length)}`).toEqual(failed(kind));
		}
	});

	it('never open with any single character changed, left out or doubled', async () => {
		const link = await encodeLink(bankItems([3, 14, 15, 92, 65, 35, 89, 79, 32, 38]));
		for (let place = 0; place < link.length; place += 1) {
			for (const other of 'AQgwz09-_.!é') {
				if (other === link[place]) continue;
				expect(
					(await read(link.slice(0, place) + other + link.slice(place + 1))).ok,
					`${other} at ${String(place)}`
				).toBe(false);
			}
			if (link[place] === link[place + 1]) continue;
			expect((await read(link.slice(0, place) + link.slice(place + 1))).ok).toBe(false);
			expect((await read(link.slice(0, place) + (link[place] ?? '') + link.slice(place))).ok).toBe(false);
		}
	});

	it('say that they were altered when the length is right and the content is not', async () => {
		const link = await encodeLink(setOf(basic('Which river is longest?', 'The Nile')));
		const changed = link.slice(0, 30) + (link[30] === 'q' ? 'r' : 'q') + link.slice(31);
		expect(await read(changed)).toEqual(failed('altered'));
	});

	it('tell a newer version, an unknown method, text that is not base64, and no link', async () => {
		const link = await encodeLink(bankItems([1]));
		expect(await read(link.replace('1d.', '2d.'))).toEqual(failed('newer-version'));
		expect(await read(link.replace('1d.', '17x.'))).toEqual(failed('newer-version'));
		expect(await read(link.replace('1d.', '1b.'))).toEqual({
			ok: false,
			error: { kind: 'unknown-method', method: 'b' }
		});
		expect(await read(link.replace('1d.', '1D.'))).toEqual({
			ok: false,
			error: { kind: 'unknown-method', method: 'D' }
		});
		expect(await read('1d.####')).toEqual(failed('cut-off'));
		expect(await read('1d.ab$cdefgh')).toEqual(failed('not-base64'));
		expect(await read('1d.äöü')).toEqual(failed('not-base64'));
		expect(await read('https://news.example/story')).toEqual(failed('not-a-link'));
		expect(await read('')).toEqual(failed('empty'));
	});

	it('never make the decoder throw, whatever the text', async () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc.string({ unit: 'binary', maxLength: 100 }).map((tail) => `1d.${tail}`),
			fc.base64String({ maxLength: 200 }).map((tail) => `${OPEN}1d.${tail}`),
			fc.stringMatching(/^[A-Za-z0-9_-]{0,80}$/).map((tail) => `#1d.${tail}`),
			fc.webUrl({ withFragments: true })
		);
		const property = fc.asyncProperty(text, async (given) => {
			expect((await read(given)).ok).toBe(false);
		});
		await fc.assert(property, { seed: 42, numRuns: 2_000 });
	});

	it('never make the decoder throw when the checksum is right, whatever the plain text', async () => {
		const head = fc.stringMatching(/^\[[[\],\d.-]{0,40}\]$/);
		const texts = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 8 });
		const property = fc.asyncProperty(head, texts, async (json, more) => {
			const result = await read(await sealPlain([json, ...more].join('\u001F')));
			expect(typeof result.ok).toBe('boolean');
		});
		await fc.assert(property, { seed: 42, numRuns: 1_000 });
	});
});

describe('links made to do harm', () => {
	it('stop while inflating when they inflate without end', async () => {
		const bomb = `1d.${await sealBody(new Uint8Array(deflateRawSync(Buffer.alloc(10 * 1024 * 1024))))}`;
		expect(bomb.length).toBeLessThan(32_000);
		expect(await read(bomb)).toEqual(failed('too-large'));
	});

	it('are too large above 32,000 characters, and text without end is not even searched', async () => {
		expect(await read(`1d.${'A'.repeat(32_001)}`)).toEqual(failed('too-large'));
		expect(await read('x'.repeat(200_000))).toEqual(failed('too-large'));
	});

	it('do not nest: 200,000 lists in one another are refused', async () => {
		expect(await read(await sealPlain('['.repeat(200_000) + ']'.repeat(200_000)))).toEqual(failed('invalid'));
		expect(await read(await sealPlain('['.repeat(200_000)))).toEqual(failed('invalid'));
	});

	it('hold 500 items at most: 100,000 and 501 are too many', async () => {
		const keys = (count: number): string => `[0,0,1,[${Array.from({ length: count }, () => '0').join(',')}],1]`;
		expect(await read(await sealPlain(setPlain(keys(100_000))))).toEqual(failed('too-large'));
		expect(await read(await sealPlain(setPlain(keys(501))))).toEqual(failed('too-large'));
		const many = Array.from({ length: 501 }, () => '1').join(',');
		expect(await read(await sealPlain(`[1,0,3,[${many}]]\u001Fbank\u001F`))).toEqual(failed('too-large'));
	});

	it('name no keys: objects and __proto__ are refused as structure and stay text in texts', async () => {
		expect(await read(await sealPlain(setPlain('{"__proto__":{"x":1}}', 'a', 'b', '')))).toEqual(failed('invalid'));
		const named = await read(
			await sealPlain(setPlain('[0,0,1,[0],1,0,0,0,0,1]', '__proto__', 'constructor', '', '__proto__'))
		);
		const item = { ...basic('__proto__', 'constructor'), id: '__proto__' };
		expect(named).toEqual({
			ok: true,
			value: { kind: 'set', set: { ...setOf(item).set, id: 'abc', revision: 1, title: 'Title' } }
		});
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
	});

	it.each([
		['a huge revision', '[0,0,99999999999999999999,[0],1]', 'revision'],
		['a negative revision', '[0,0,-1,[0],1]', 'revision'],
		['a fraction', '[0,0,1.5,[0],1]', 'revision'],
		['no items', '[0,0,1]', 'items'],
		['an empty list of items', '[0,0,1,[],1]', 'items'],
		['a number for a list', '[0,0,1,5,1]', 'items'],
		['too many levels', '[0,0,1,[[[1]]],1]', 'items.0'],
		['a key of another type', '[0,0,1,[7],1]', 'items.0'],
		['an option that is not there', '[0,0,1,[4]]', 'items.0'],
		['eleven options', '[0,0,1,[[0,11]]]', 'items.0'],
		['more topics than texts', '[0,0,1,[0],1,100]', 'texts'],
		['101 topics', '[0,0,1,[0],1,101]', 'topics'],
		['a topic that is not there', '[0,0,1,[0],1,0,1]', 'topics'],
		['too few numbers', '[0,0,1,[0],1,0,0,[1,1]]', 'numbers'],
		['more places than the version has', '[0,0,1,[0],1,0,0,0,0,0,1]', 'head'],
		['unknown columns', '[0,0,1,[0],1,0,0,0,0,8]', 'columns'],
		['a list for a kind', '[[0],0,1,[0],1]', 'kind'],
		['a negative kind', '[-1,0,1,[0],1]', 'kind'],
		['half a quiz', '[0,[5],1,[0],1]', 'quiz'],
		['a quiz of no questions', '[0,[0,7],1,[0],1]', 'quiz.count'],
		['a seed beyond 32 bits', '[0,[5,4294967296],1,[0],1]', 'quiz.seed'],
		['no time at all', '[0,[5,7,1,0],1,[0],1]', 'quiz.time']
	])('are invalid with %s', async (_, head, path) => {
		expect(await read(await sealPlain(setPlain(head, 'Stem', 'Answer', '')))).toEqual({
			ok: false,
			error: { kind: 'invalid', path }
		});
	});

	it.each(['[3,0,1]', '[99]', '[0,0,1,[0],10]', '[0,[5,7,3,1000],1,[0],1]'])(
		'are of a newer version with %s',
		async (head) => {
			expect(await read(await sealPlain(setPlain(head, 'Stem', 'Answer', '')))).toEqual(failed('newer-version'));
		}
	);

	it('are invalid with a text too many, a text too few, a text too long, or broken UTF-8', async () => {
		const head = '[0,0,1,[0],1]';
		expect((await read(await sealPlain(setPlain(head, 'Stem', 'Answer', '')))).ok).toBe(true);
		expect(await read(await sealPlain(setPlain(head, 'Stem', 'Answer', '', '')))).toEqual(failed('invalid'));
		expect(await read(await sealPlain(setPlain(head, 'Stem', 'Answer')))).toEqual(failed('invalid'));
		expect(await read(await sealPlain(setPlain(head, 'x'.repeat(2_001), 'Answer', '')))).toEqual(failed('invalid'));
		const broken = new Uint8Array(deflateRawSync(Buffer.from([0x5b, 0xff, 0xfe])));
		expect(await read(`1d.${await sealBody(broken)}`)).toEqual(failed('invalid'));
	});

	it('are altered when a right checksum stands over a stream that breaks off', async () => {
		const body = new Uint8Array(deflateRawSync(Buffer.from('A text that is long enough to be cut.')));
		expect(await read(`1d.${await sealBody(body.slice(0, -4))}`)).toEqual(failed('altered'));
	});

	it('pass through the one schema: blank stems, bad ids and items with one number are invalid, with their place', async () => {
		expect(await read(await sealPlain(setPlain('[0,0,1,[0],1]', ' ', 'Answer', '')))).toEqual({
			ok: false,
			error: { kind: 'invalid', path: 'items.0.stem' }
		});
		const texts = ['a', 'b', '', 'c', 'd', ''];
		expect(await read(await sealPlain(setPlain('[0,0,1,[0,0],1,0,0,[1,0]]', ...texts)))).toEqual(failed('invalid'));
		expect(await read(await sealPlain(['[0,0,1,[0],1]', '../x', 'en', 'T', 'a', 'b', ''].join('\u001F')))).toEqual({
			ok: false,
			error: { kind: 'invalid', path: 'id' }
		});
	});

	it('have every text cleaned on arrival, also when the sender did not', async () => {
		const bank = await read(await sealPlain('[1,0,3,[1]]\u001Fbank\u001F\u202Eevil\u0000\u2067 ti\ntle'));
		expect(bank).toEqual({
			ok: true,
			value: { kind: 'bank-items', bank: 'bank', bankRevision: 3, title: 'evil ti tle', items: [1] }
		});
		const set = await read(
			await sealPlain(setPlain('[0,0,1,[0],1]', 'e\u0301\u202Dt\u001Be', 'javascript:\u0085x', ''))
		);
		expect(set).toMatchObject({ value: { set: { items: [{ stem: '\u00E9te', answer: 'javascript:x' }] } } });
	});

	it.each([
		['the same item twice', '[1,0,3,[5,1,-1]]', 'bank', 'items.2'],
		['item 0', '[1,0,3,[0]]', 'bank', 'items.0'],
		['a negative item', '[1,0,3,[3,-9]]', 'bank', 'items.1'],
		['half an item', '[1,0,3,[1.5]]', 'bank', 'items'],
		['a bank with a path', '[1,0,3,[1]]', '../../secret', 'bank'],
		['no bank', '[1,0,3,[1]]', '', 'bank'],
		['a number for items', '[1,0,3,7]', 'bank', 'items']
	])('to a bank are invalid with %s', async (_, head, bank, path) => {
		expect(await read(await sealPlain([head, bank, ''].join('\u001F')))).toEqual({
			ok: false,
			error: { kind: 'invalid', path }
		});
	});
});
