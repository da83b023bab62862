import { describe, expect, it } from 'vitest';
import { fromDeltas, isWhole, readColumn, readHead, toDeltas, writeColumn, writeHead } from '$lib/share/head';

describe('head', () => {
	it('is JSON without zeros at its end', () => {
		expect(writeHead([0, 2, [1, 0], 0, 0])).toBe('[0,2,[1,0]]');
		expect(readHead('[0,2,[1,0]]')).toEqual([0, 2, [1, 0]]);
		expect(readHead('[31.5,-70.25]')).toEqual([31.5, -70.25]);
	});

	it.each([
		'',
		'5',
		'{}',
		'["a"]',
		'[null]',
		'[true]',
		'[1e9]',
		'[1',
		'[1]]',
		'[,]',
		'[1 ]',
		'[01]',
		'{"__proto__":1}',
		'[[[[[1]]]]]'
	])('refuses %j', (json) => {
		expect(readHead(json)).toBeNull();
	});

	it('refuses 200,000 lists in one another before parsing them', () => {
		expect(readHead('['.repeat(200_000) + ']'.repeat(200_000))).toBeNull();
	});

	it('knows a whole number within bounds', () => {
		expect([0, 5, 9].every((value) => isWhole(value, 0, 9))).toBe(true);
		expect([-1, 10, 0.5, -0, Number.NaN, Infinity, 2 ** 60].some((value) => isWhole(value, 0, 9))).toBe(false);
		expect(isWhole([1], 0, 9)).toBe(false);
		expect(isWhole(undefined, 0, 9)).toBe(false);
	});

	it('writes a column of equal numbers as one number', () => {
		expect(writeColumn([2, 2, 2])).toBe(2);
		expect(writeColumn([2, 2, 1])).toEqual([2, 2, 1]);
		expect(readColumn(2, 3, 0, 5)).toEqual([2, 2, 2]);
		expect(readColumn([2, 2, 1], 3, 0, 5)).toEqual([2, 2, 1]);
	});

	it('refuses a column of another length or with something else in it', () => {
		expect(readColumn([1, 2], 3, 0, 5)).toBeNull();
		expect(readColumn([1, 2, 6], 3, 0, 5)).toBeNull();
		expect(readColumn([1, [2], 3], 3, 0, 5)).toBeNull();
		expect(readColumn(6, 3, 0, 5)).toBeNull();
	});

	it('writes numbers as differences and back', () => {
		expect(toDeltas([3, 7, 5])).toEqual([3, 4, -2]);
		expect(fromDeltas([3, 4, -2])).toEqual([3, 7, 5]);
	});
});
