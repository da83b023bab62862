import { describe, expect, it } from 'vitest';
import { numberInWords } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import { writeValue } from '$lib/i18n/write-value';

describe('a number in a message', () => {
	it('has its thousands set apart, in singular and plural sentences and in plain ones', () => {
		expect(m.length_cards({ count: 9033 })).toBe('9,033 cards');
		expect(m.home_study({ count: 1200 })).toBe('Study 1,200 cards');
		expect(m.settings_restore_question({ date: 'today', answers: 1_234_567, sets: 3 })).toContain('1,234,567 answers');
		expect(m.share_characters({ count: 1202 })).toBe('1,202 characters');
	});

	it('stays as it is below a thousand, and so does a text', () => {
		expect(m.length_cards({ count: 999 })).toBe('999 cards');
		expect(m.length_cards({ count: 1 })).toBe('1 card');
		expect(m.timeline_intro({ year: '1893' })).toContain('from 1893 on');
		expect([writeValue(0.25), writeValue(-1500), writeValue('1893'), writeValue(undefined)]).toEqual([
			0.25,
			'-1,500',
			'1893',
			undefined
		]);
	});

	it('is in figures in a headline from a hundred on', () => {
		expect([numberInWords(24), numberInWords(100), numberInWords(1200)]).toEqual(['Twenty-four', '100', '1,200']);
	});
});
