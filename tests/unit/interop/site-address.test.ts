import { describe, expect, it } from 'vitest';
import { siteAddress } from '$lib/interop/site-address';

const UNKNOWN = 'http://sveltekit-prerender';

describe('siteAddress', () => {
	it('is absolute where the build knows its site, also below a path', () => {
		const address = siteAddress(new URL('https://site.example/bank/read/?x=1#p2'), '/bank/');
		expect(address.page).toBe('https://site.example/bank/read/');
		expect(address.of('og.png')).toBe('https://site.example/bank/og.png');
	});

	it.each([
		['/', './og.png'],
		['/read/', '../og.png'],
		['/read/questions/', '../../og.png'],
		['/sitemap.xml', './og.png']
	])('is relative from %s where it does not', (path, expected) => {
		const address = siteAddress(new URL(UNKNOWN + path), '/');
		expect(address.page).toBeNull();
		expect(address.of('og.png')).toBe(expected);
	});
});
