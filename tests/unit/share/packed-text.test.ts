import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '$lib/domain/clean-text';
import { BitReader, BitWriter, widthOf } from '$lib/share/bits';
import { readText, writeText } from '$lib/share/packed-text';
import { fromTimeStep, toTimeStep } from '$lib/share/packed-time';

function bytesOf(write: (writer: BitWriter) => void): Uint8Array {
	const writer = new BitWriter();
	write(writer);
	return writer.toBytes();
}

describe('BitWriter', () => {
	it('packs numbers of any width, which come back one after the other', () => {
		const entry = fc
			.integer({ min: 0, max: 32 })
			.chain((width) =>
				fc.integer({ min: 0, max: Math.min(2 ** width - 1, 0xffff_ffff) }).map((value) => ({ width, value }))
			);
		fc.assert(
			fc.property(fc.array(entry), fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 })), (entries, numbers) => {
				const bytes = bytesOf((writer) => {
					for (const { value, width } of entries) writer.write(value, width);
					for (const number of numbers) writer.writeNumber(number);
				});
				const reader = new BitReader(bytes);
				expect(entries.map(({ width }) => reader.read(width))).toEqual(entries.map(({ value }) => value));
				expect(numbers.map(() => reader.readNumber())).toEqual(numbers);
				expect(reader.isUsedUp).toBe(true);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});

	it('writes the highest bit first', () => {
		expect([...bytesOf((writer) => writer.write(0b1011, 4))]).toEqual([0b1011_0000]);
		expect([...bytesOf((writer) => writer.writeNumber(5))]).toEqual([0b00011_01_0]);
	});
});

describe('BitReader', () => {
	it('is not used up when a byte is left, a bit of the last one is set, or more was read than there was', () => {
		expect(new BitReader(new Uint8Array([0])).isUsedUp).toBe(false);
		const reader = new BitReader(new Uint8Array([0b1000_0001]));
		reader.read(1);
		expect(reader.isUsedUp).toBe(false);
		reader.read(9);
		expect(reader.left).toBe(-2);
		expect(reader.isUsedUp).toBe(false);
	});
});

describe('widthOf', () => {
	it('is enough for every index and no more', () => {
		expect([0, 1, 2, 3, 4, 5, 8, 9].map(widthOf)).toEqual([0, 0, 1, 2, 2, 3, 3, 4]);
	});
});

describe('writeText', () => {
	it('carries any text there and back, in the fewest bits that its letters allow', () => {
		const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
		const text = fc.oneof(
			anything.map((codes) => cleanText(String.fromCharCode(...codes))),
			fc.stringMatching(/^[a-z A-Z0-9-]{0,20}$/)
		);
		fc.assert(
			fc.property(text, (written) => {
				const reader = new BitReader(bytesOf((writer) => writeText(writer, written)));
				expect(readText(reader)).toBe(written);
				expect(reader.isUsedUp).toBe(true);
			}),
			{ seed: 42, numRuns: 300 }
		);
		const lengths = ['durand line', 'Durand Line', 'Dürand Line'].map(
			(written) => bytesOf((writer) => writeText(writer, written)).length
		);
		// Eleven letters of 5, 6 and 8 bits (ü takes two bytes), with up to ten bits before them.
		expect(lengths).toEqual([8, 10, 14]);
	});

	it('is unreadable when it breaks off or is no UTF-8', () => {
		const cut = bytesOf((writer) => writeText(writer, 'durand line')).slice(0, 5);
		expect(readText(new BitReader(cut))).toBeNull();
		const broken = bytesOf((writer) => {
			writer.write(3, 2);
			writer.writeNumber(1);
			writer.write(0xff, 8);
		});
		expect(readText(new BitReader(broken))).toBeNull();
	});
});

describe('toTimeStep', () => {
	it('keeps every time from a tenth of a second to a year within 7 %', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 31_536_000_000 }), (ms) => {
				expect(Math.abs(fromTimeStep(toTimeStep(ms)) / ms - 1)).toBeLessThan(0.07);
			}),
			{ seed: 42, numRuns: 500 }
		);
		expect([0, 49, 50, 100].map((ms) => fromTimeStep(toTimeStep(ms)))).toEqual([0, 0, 100, 100]);
		expect(toTimeStep(Number.MAX_SAFE_INTEGER)).toBe(255);
	});
});
