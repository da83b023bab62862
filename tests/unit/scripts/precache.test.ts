import { describe, expect, it } from 'vitest';
import { toPrecacheAddresses } from '../../../scripts/build/precache';

const addressesOf = (...urls: string[]) =>
	toPrecacheAddresses(urls.map((url) => ({ url, revision: '1', size: 1 }))).manifest.map(({ url }) => url);

describe('toPrecacheAddresses', () => {
	it('stores a bank in the two parts that the app reads, not whole as well', () => {
		const kept = addressesOf(
			'client/banks/tiny.json',
			'client/banks/tiny.questions.json',
			'client/banks/tiny.register.json'
		);
		expect(kept.filter((url) => url.startsWith('banks/'))).toEqual([
			'banks/tiny.questions.json',
			'banks/tiny.register.json'
		]);
	});
});
