import { resolve } from '$app/paths';
import { siteAddress } from '$lib/interop/site-address';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Pages that are empty for everybody but the person they belong to. */
const PERSONAL = [
	'open',
	'plan',
	'print',
	'quiz/review',
	'quiz/run',
	'sets',
	'sets/edit',
	'settings',
	'settings/memory',
	'share',
	'stats',
	'stats/card',
	'sync'
];

const ROOT = resolve('/');
const PATHS = Object.keys(import.meta.glob('../**/+page.svelte'))
	.map((file) => file.replace('../', '').replace(/\/?\+page\.svelte$/, ''))
	.filter((path) => !PERSONAL.includes(path))
	.sort();

export const GET: RequestHandler = ({ url }) => {
	const address = siteAddress(url, ROOT);
	const entries = PATHS.map((path) => `\t<url><loc>${address.of(path === '' ? '' : `${path}/`)}</loc></url>`);
	const lines = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...entries,
		'</urlset>'
	];
	return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'application/xml' } });
};
