import { resolve } from '$app/paths';
import { siteAddress } from '$lib/interop/site-address';
import type { RequestHandler } from './$types';

export const prerender = true;

const ROOT = resolve('/');

export const GET: RequestHandler = ({ url }) => {
	const address = siteAddress(url, ROOT);
	// A sitemap is named by its whole address or not at all.
	const sitemap = address.page === null ? [] : ['', `Sitemap: ${address.of('sitemap.xml')}`];
	const lines = ['User-agent: *', 'Allow: /', ...sitemap];
	return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain' } });
};
