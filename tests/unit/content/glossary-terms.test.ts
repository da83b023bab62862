import { describe, expect, it } from 'vitest';
import { parseGlossaryTerms } from '../../../src/lib/content/glossary-terms';

describe('parseGlossaryTerms', () => {
	it('finds terms with and without words of their own', () => {
		expect(parseGlossaryTerms('A [[toll]] is a [[bridge-fee|fee for the bridge]].')).toEqual([
			{ kind: 'text', text: 'A ' },
			{ kind: 'term', id: 'toll', label: null },
			{ kind: 'text', text: ' is a ' },
			{ kind: 'term', id: 'bridge-fee', label: 'fee for the bridge' },
			{ kind: 'text', text: '.' }
		]);
	});

	it('leaves text without whole marks as text', () => {
		for (const text of ['plain', '[toll]', '[[toll', '[[]]', '[[a|]]', '[[a|b|c]]']) {
			expect(parseGlossaryTerms(text)).toEqual([{ kind: 'text', text }]);
		}
		expect(parseGlossaryTerms('')).toEqual([]);
	});
});
