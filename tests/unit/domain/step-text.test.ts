import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSteps, writeSteps } from '$lib/domain/step-text';

describe('parseSteps', () => {
	it.each([
		['1m 10m', [1, 10]],
		['1 10', [1, 10]],
		['30s, 5 m; 1.5h', [0.5, 5, 90]],
		['2D', [2880]],
		['', []],
		['  ', []]
	])('reads "%s"', (text, steps) => {
		expect(parseSteps(text)).toEqual({ ok: true, value: steps });
	});

	it.each([
		['1m soon', 'soon'],
		['0m', '0m'],
		['-5', '-5'],
		['1h30', '1h30'],
		['1e3', '1e3'],
		['10w', '10w'],
		['1.m', '1.m']
	])('says what it does not understand of "%s" and guesses nothing', (text, word) => {
		expect(parseSteps(text)).toEqual({ ok: false, error: { kind: 'step-not-understood', word } });
	});
});

describe('writeSteps', () => {
	it('uses the largest unit without a fraction', () => {
		expect(writeSteps([0.5, 1, 10, 60, 90, 1440, 4320])).toBe('30s 1m 10m 1h 90m 1d 3d');
	});

	it('writes what is read back the same', () => {
		const property = fc.property(fc.array(fc.integer({ min: 1, max: 2_592_000 }), { maxLength: 10 }), (seconds) => {
			const steps = seconds.map((length) => length / 60);
			const read = parseSteps(writeSteps(steps));
			expect(read.ok && read.value.map((step) => Math.round(step * 60))).toEqual(seconds);
		});
		fc.assert(property, { seed: 42, numRuns: 200 });
	});
});
