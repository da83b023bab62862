import { describe, expect, it } from 'vitest';
import { usualPaper } from '../../../src/lib/domain/paper-size';

describe('usualPaper', () => {
	it('is Letter in the regions that print on it', () => {
		expect(['en-US', 'es-MX', 'fr-CA', 'en-latn-us', 'fil-PH'].map(usualPaper)).toEqual(Array(5).fill('letter'));
	});

	it('is A4 everywhere else, and where no region is known', () => {
		expect(['en-GB', 'ur-PK', 'fa-AF', 'en', 'ca', ''].map(usualPaper)).toEqual(Array(6).fill('a4'));
	});
});
