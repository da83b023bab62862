import { describe, expect, it } from 'vitest';
import { analyseClass } from '$lib/domain/analysis/analyse-class';
import { toQuestions } from '$lib/domain/analysis/analysed-question';
import { analysisToCsv } from '$lib/interop/analysis-csv';
import { aClass, classGiven } from '../../class-results';

function csvOf(learners: number): string[][] {
	const given = classGiven(3);
	const work = analyseClass(given, aClass(given, learners));
	let step = work.next();
	while (step.done !== true) step = work.next();
	const lines = analysisToCsv(toQuestions(given.set, step.value)).trimEnd().split('\r\n');
	return lines.map((line) => line.split(','));
}

describe('analysisToCsv', () => {
	it('has a line for each question, with intervals and four cells for each option', () => {
		const [head = [], ...lines] = csvOf(24);
		expect(lines).toHaveLength(3);
		expect(lines.every((line) => line.length === head.length)).toBe(true);
		const cell = (name: string) => Number(lines[0]?.[head.indexOf(name)]);
		expect(cell('learners')).toBe(24);
		expect(cell('facility')).toBeCloseTo(cell('right') / 24, 4);
		expect(cell('facility_low')).toBeLessThan(cell('facility'));
		expect(cell('discrimination_high')).toBeGreaterThan(cell('discrimination'));
		expect(lines[0]?.[head.indexOf('option_1_right')]).toBe('true');
		expect(cell('option_1_all')).toBe(cell('right'));
		expect(cell('seconds_low')).toBeLessThan(cell('seconds_high'));
	});

	it('leaves empty what too few learners stand behind', () => {
		const [head = [], line = []] = csvOf(4);
		for (const name of ['facility', 'discrimination', 'seconds_median', 'best_third', 'option_1_best']) {
			expect(line[head.indexOf(name)], name).toBe('');
		}
		expect(line[head.indexOf('option_1_all')]).not.toBe('');
	});
});
