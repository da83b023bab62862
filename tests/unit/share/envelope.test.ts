import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '$lib/share/base64url';
import { checksum } from '$lib/share/checksum';
import { openSealed, sealBody, sealedCharacters } from '$lib/share/envelope';

describe('checksum', () => {
	it('is the beginning of the SHA-256', async () => {
		const bytes = new TextEncoder().encode('Durand');
		const whole = createHash('sha256').update(bytes).digest();
		expect(await checksum(bytes)).toEqual(new Uint8Array(whole.subarray(0, 4)));
	});
});

describe('envelope', () => {
	const body = Uint8Array.from({ length: 40 }, (_, value) => value * 5);

	it('gives back every body, says its own length and never ends in a hyphen or an underscore', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
				const sealed = await sealBody(new Uint8Array(bytes));
				expect(await openSealed(sealed)).toEqual({ ok: true, value: new Uint8Array(bytes) });
				expect(sealedCharacters(sealed)).toBe(sealed.length);
				expect(sealed).toMatch(/[A-Za-z0-9]$/);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('is cut off wherever it is cut', async () => {
		const sealed = await sealBody(body);
		for (let length = 0; length < sealed.length; length += 1) {
			expect(await openSealed(sealed.slice(0, length))).toEqual({ ok: false, error: { kind: 'cut-off' } });
		}
	});

	it('is altered when something is added or a byte of the body changes', async () => {
		const sealed = await sealBody(body);
		expect(await openSealed(`${sealed}A`)).toEqual({ ok: false, error: { kind: 'altered' } });
		const other = `${sealed.slice(0, 20)}${sealed[20] === 'x' ? 'y' : 'x'}${sealed.slice(21)}`;
		expect(await openSealed(other)).toEqual({ ok: false, error: { kind: 'altered' } });
	});

	it('refuses padding that is not zero', async () => {
		const padded = await sealBody(new Uint8Array(1));
		const bytes = decodeBase64url(padded);
		if (!bytes.ok) throw new Error(bytes.error.kind);
		expect(bytes.value).toHaveLength(7);
		bytes.value[6] = 1;
		expect(await openSealed(encodeBase64url(bytes.value))).toEqual({ ok: false, error: { kind: 'altered' } });
	});

	it('refuses a length in a longer spelling than it needs', async () => {
		expect(sealedCharacters(encodeBase64url(new Uint8Array([0x81, 0x00, 1])))).toBe(0);
		expect(await openSealed(encodeBase64url(new Uint8Array([0x81, 0x00, 1, 2, 3, 4, 5])))).toEqual({
			ok: false,
			error: { kind: 'altered' }
		});
	});

	it('refuses characters outside the alphabet', async () => {
		expect(await openSealed('AAAA!AAA')).toEqual({ ok: false, error: { kind: 'not-base64' } });
	});
});
