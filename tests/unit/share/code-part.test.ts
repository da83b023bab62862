import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from '$lib/share/base32';
import { CodeCollector } from '$lib/share/code-collector';
import { readCode, toCodes, toHeldCode, type CodePart } from '$lib/share/code-part';
import { encodeQr } from '$lib/share/qr';

function partOf(text: string): CodePart {
	const read = readCode(text);
	if (!read.ok || read.value.kind !== 'part') throw new Error('no part');
	return read.value.part;
}

async function codesOf(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
	const codes = await toCodes(bytes);
	if (codes === null) throw new Error('too many bytes');
	return codes;
}

const noise = (length: number) => Uint8Array.from({ length }, (_, place) => (place * 7919) % 251);

describe('base32', () => {
	it('gives back any bytes', () => {
		const property = fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
			expect(decodeBase32(encodeBase32(bytes))).toEqual({ ok: true, value: new Uint8Array(bytes) });
		});
		fc.assert(property, { seed: 42, numRuns: 200 });
	});

	it('spells as the standard does', () => {
		expect(encodeBase32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
	});

	it.each(['a', 'A', 'AAA', '1', 'MZXW6YTBO=', 'AB'])('refuses %j, which it never writes', (text) => {
		expect(decodeBase32(text)).toEqual({ ok: false, error: { kind: 'not-base32' } });
	});
});

describe('a sequence of codes', () => {
	it('is read in any order, with repetitions, and says what is missing', async () => {
		const bytes = noise(1000);
		const [first, second, third, fourth] = (await codesOf(bytes)).map(partOf);
		const collector = CodeCollector.startingWith(third!);
		expect(collector.add(third!)).toBe('known');
		expect(collector.missing()).toEqual([
			{ from: 1, to: 2 },
			{ from: 4, to: 4 }
		]);
		expect(await collector.join()).toBeNull();
		expect([fourth!, first!, second!].map((part) => collector.add(part))).toEqual(['new', 'new', 'new']);
		expect([collector.isComplete, collector.missing()]).toEqual([true, []]);
		expect(await collector.join()).toEqual(bytes);
	});

	it('takes no code of another sequence', async () => {
		const [[one], [other]] = [await codesOf(noise(400)), await codesOf(noise(401))];
		const collector = CodeCollector.startingWith(partOf(one!));
		expect(collector.add(partOf(other!))).toBe('other');
		expect(collector.count).toBe(1);
	});

	it('is found out when parts that fit do not make up the whole', async () => {
		const [one] = await codesOf(noise(10));
		const collector = CodeCollector.startingWith({ ...partOf(one!), bytes: noise(11) });
		expect(await collector.join()).toBeNull();
	});

	it('has codes that a camera reads with ease, in the letters that a code packs best', async () => {
		const codes = await codesOf(noise(2000));
		expect(Math.max(...codes.map((code) => encodeQr(code).version))).toBeLessThanOrEqual(14);
		expect(codes.every((code) => /^[A-Z0-9.]+$/.test(code))).toBe(true);
	});

	it('ends where half an hour of codes would begin', async () => {
		expect(await toCodes(noise(2_700_001))).toBeNull();
	});
});

describe('the text of a code', () => {
	const held = toHeldCode(noise(40));

	it('tells a list of what is held from a part', () => {
		expect(readCode(held)).toEqual({ ok: true, value: { kind: 'held', bytes: noise(40) } });
	});

	it('is called damaged when one letter of it was misread', async () => {
		const [code] = await codesOf(noise(200));
		for (const text of [code!, held]) {
			for (let place = 5; place < text.length; place += 7) {
				const misread = text.slice(0, place) + (text[place] === 'Q' ? 'R' : 'Q') + text.slice(place + 1);
				expect(readCode(misread)).toEqual({ ok: false, error: { kind: 'damaged' } });
			}
		}
	});

	it('is called damaged when its numbers cannot be', async () => {
		const [code] = await codesOf(noise(10));
		expect(readCode(code!.replace('.0.1.', '.1.1.')).ok).toBe(false);
		expect(readCode(code!.replace('.0.1.', '.0.99999.')).ok).toBe(false);
	});

	it.each(['', 'https://example.org', 'BSC', 'WIFI:T:WPA;'])('is another code (%j)', (text) => {
		expect(readCode(text)).toEqual({ ok: false, error: { kind: 'other-code' } });
	});

	it('is called newer when a later version wrote it', () => {
		expect(readCode('BSC2.ANYTHING')).toEqual({ ok: false, error: { kind: 'newer-version' } });
	});
});
