import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '$lib/share/base64url';

describe('base64url', () => {
	it('gives back every sequence of bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(decodeBase64url(encodeBase64url(bytes))).toEqual({ ok: true, value: new Uint8Array(bytes) });
			}),
			{ seed: 42, numRuns: 300 }
		);
	});

	it('writes what Node writes', () => {
		const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
		expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
		expect(encodeBase64url(bytes.subarray(1))).toBe(Buffer.from(bytes.subarray(1)).toString('base64url'));
	});

	it.each(['AA==', 'AB+/', 'A A', 'AAA\n', 'ÄAAA', 'A.AA'])('refuses the stray character in %j', (text) => {
		expect(decodeBase64url(text)).toEqual({ ok: false, error: { kind: 'stray-character' } });
	});

	it('refuses a length that no bytes have', () => {
		expect(decodeBase64url('AAAAA')).toEqual({ ok: false, error: { kind: 'impossible-length' } });
	});

	it.each(['AB', 'AAB', '__'])('refuses the second spelling %j of the same bytes', (text) => {
		expect(decodeBase64url(text)).toEqual({ ok: false, error: { kind: 'loose-tail' } });
	});
});
