import { ECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeKeyPair } from '$lib/share/key-pairs';
import { compressPoint, decompressPoint } from '$lib/share/p256-point';

describe('compressPoint', () => {
	it('writes a key of the browser as other implementations do, and reads it back', async () => {
		for (let round = 0; round < 20; round += 1) {
			const pair = await makeKeyPair('P-256');
			if (pair === null) throw new Error('This engine has the curve');
			const { bytes } = pair.publicKey;
			const compressed = compressPoint(bytes);
			const reference = ECDH.convertKey(bytes, 'prime256v1', undefined, undefined, 'compressed');
			expect(Buffer.from(compressed)).toEqual(reference);
			expect(decompressPoint(compressed)).toEqual(bytes);
		}
	});
});

describe('decompressPoint', () => {
	it('has nothing for an x without a point, beyond the field, or of another length or form', () => {
		const bytes = (sign: number, fill: number, last: number) =>
			new Uint8Array([sign, ...Array.from({ length: 31 }, () => fill), last]);
		// Of the first 40 numbers about half are the x of a point.
		const points = Array.from({ length: 40 }, (_, x) => decompressPoint(bytes(2, 0, x)));
		expect(points.filter((point) => point === null).length).toBeGreaterThan(10);
		expect(points.filter((point) => point !== null).length).toBeGreaterThan(10);
		expect(decompressPoint(bytes(2, 0xff, 0xff))).toBeNull();
		expect(decompressPoint(bytes(4, 0, 5))).toBeNull();
		expect(decompressPoint(bytes(2, 0, 5).slice(0, 32))).toBeNull();
	});
});
