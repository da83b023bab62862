import { describe, expect, it } from 'vitest';
import { deletionNumbers, deletionWords, parseCloze } from '../../../src/lib/domain/cloze';

describe('cloze', () => {
	it('splits a stem into plain runs and deletions in order', () => {
		expect(parseCloze('From {{2::1893}} to {{1::1947}}')).toEqual([
			{ text: 'From ', deletion: null },
			{ text: '1893', deletion: 2 },
			{ text: ' to ', deletion: null },
			{ text: '1947', deletion: 1 }
		]);
	});

	it('lists each deletion number once, ascending', () => {
		expect(deletionNumbers('{{10::a}} {{2::b}} {{2::c}}')).toEqual([2, 10]);
	});

	it('lists the distinct words under a number', () => {
		expect(deletionWords('{{1::a}} {{2::x}} {{1::b}} {{1::a}}', 1)).toEqual(['a', 'b']);
	});

	it('has no deletion over several lines, which blocks would cut open', () => {
		expect(deletionNumbers('{{1::a\n\nb}} {{2::c}}')).toEqual([2]);
	});
});
