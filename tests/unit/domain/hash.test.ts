import { describe, expect, it } from 'vitest';
import { hashText, hashToUnit } from '$lib/domain/hash';

describe('hashText', () => {
	it('gives the same number for the same text for ever', () => {
		// Fixed: another number would move the due days of cards already learnt.
		expect(hashText('')).toBe(2_872_998_923);
		expect(hashText('collision-course.12.1:3')).toBe(1_764_599_232);
	});

	it('gives whole numbers of 32 bits', () => {
		for (let i = 0; i < 1000; i++) {
			const hash = hashText(`set.${String(i)}.1`);
			expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
		}
	});
});

describe('hashToUnit', () => {
	it('is the hash of one text behind the other, whatever was asked before', () => {
		for (const [start, end] of [
			['a.1.1', ':1'],
			['a.1.1', ':2'],
			['', ':2'],
			['b.1.1', ''],
			['a.1.1', ':2']
		] as const) {
			expect(hashToUnit(start, end)).toBe(hashText(start + end) / 2 ** 32);
		}
	});

	it('spreads texts that differ in their last character evenly', () => {
		const tenths = new Array<number>(10).fill(0);
		for (let i = 0; i < 10_000; i++) {
			const tenth = Math.floor(hashToUnit('collision-course.12.1', `:${String(i)}`) * 10);
			tenths[tenth] = (tenths[tenth] ?? 0) + 1;
		}
		expect(Math.min(...tenths)).toBeGreaterThan(900);
		expect(Math.max(...tenths)).toBeLessThan(1100);
	});

	it('moves by more than a neighbourly step from one review to the next', () => {
		const steps = Array.from({ length: 8 }, (_, i) =>
			Math.abs(hashToUnit('a.1.1', `:${String(i + 1)}`) - hashToUnit('a.1.1', `:${String(i)}`))
		);
		expect(Math.max(...steps)).toBeGreaterThan(0.3);
	});
});
