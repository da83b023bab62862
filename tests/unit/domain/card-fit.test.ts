import { describe, expect, it } from 'vitest';
import { fitCard } from '../../../src/lib/domain/card-fit';

const ROOM = { width: 83, height: 50 };
const SIZES = [11, 9.5, 8.5, 7.5];
const text = (length: number, share = 1) => ({ length, scale: 1, share });

describe('fitCard', () => {
	it('sets a short text in the largest size and longer ones smaller and smaller', () => {
		const chosen = [40, 450, 600, 750, 900].map((length) => fitCard([text(length)], ROOM, SIZES));
		expect(chosen[0]).toBe(0);
		expect(chosen.filter((step) => step !== null)).toEqual([...chosen].filter((step) => step !== null).sort());
		expect(new Set(chosen).size).toBeGreaterThan(3);
	});

	it('says so when even the smallest size has no room', () => {
		expect(fitCard([text(3000)], ROOM, SIZES)).toBeNull();
		expect(fitCard([text(40)], { width: 83, height: 1 }, SIZES)).toBeNull();
	});

	it('counts each text as lines of its own, and needs more of them in half the width', () => {
		const many = Array.from({ length: 9 }, () => text(10));
		expect(fitCard([text(90)], ROOM, SIZES)).toBe(0);
		expect(fitCard(many, ROOM, SIZES)).toBe(1);
		expect(fitCard([text(300)], ROOM, SIZES)).toBe(0);
		expect(fitCard([text(300, 0.5)], ROOM, SIZES)).toBeGreaterThan(0);
	});

	it('has room for anything when there is nothing to set', () => {
		expect(fitCard([], ROOM, SIZES)).toBe(0);
	});
});
