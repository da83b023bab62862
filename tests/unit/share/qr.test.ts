import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { QR_CHARACTERS } from '$lib/share/budget';
import { encodeQr } from '$lib/share/qr';

/** Paints the rectangles of the path into a matrix. */
function paint(path: string, size: number): boolean[][] {
	const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
	for (const run of path.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)) {
		const [, x, y, width, back] = run.map(Number);
		expect(back).toBe(x);
		for (let step = 0; step < (width ?? 0); step += 1) modules[y ?? -1]?.splice((x ?? 0) + step, 1, true);
	}
	return modules;
}

describe('encodeQr', () => {
	it('draws exactly the dark modules of the code, without a quiet zone', () => {
		const text = 'https://backstory.example/open#1d.AbC-_09';
		const { size, version, path } = encodeQr(text);
		expect(size).toBe(17 + 4 * version);
		expect(path).toMatch(/^(M\d+ \d+h\d+v1H\d+z)+$/);
		expect(paint(path, size)).toEqual(encode(text, { ecc: 'M', border: 0 }).data);
	});

	it('keeps the longest address for a QR code at version 12', () => {
		expect(encodeQr(`https://backstory.example/open#1d.${'a'.repeat(QR_CHARACTERS - 34)}`).version).toBe(12);
	});

	it('throws when no code is large enough', () => {
		expect(() => encodeQr('a'.repeat(2_400))).toThrow(RangeError);
	});
});
