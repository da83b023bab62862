/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import {
	addPlugins,
	cleanupOutdatedCaches,
	matchPrecache,
	precacheAndRoute,
	type PrecacheEntry
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { SHELL_PAGES, SHELLS } from './shell-pages.js';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

// The page has just fetched the bank: the browser asks whether its copy is still the right one, instead of fetching it again.
// Not so pages: two editions are often equally long, and a host may tell files apart by date and length only.
addPlugins([
	{
		requestWillFetch: ({ request }) =>
			Promise.resolve(
				request.cache === 'reload' && request.url.endsWith('.json')
					? new Request(request, { cache: 'no-cache' })
					: request
			)
	}
]);

// Identifiers travel in the query: the page is the same whatever it says.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/], cleanURLs: false });
cleanupOutdatedCaches();
clientsClaim();

// A page asked for without its trailing slash, or one that does not exist.
registerRoute(
	new NavigationRoute(async ({ request, url }) => {
		const page = `${url.pathname}/`;
		const isKnown = isShellPage(page) || (await matchPrecache(page)) !== undefined;
		if (!url.pathname.endsWith('/') && isKnown) return Response.redirect(page + url.search, 302);
		const shell = isShellPage(url.pathname) ? await matchPrecache(shellOf(url)) : undefined;
		if (shell !== undefined) return shell;
		try {
			// The request itself: a page load may not be answered with a redirect that was already followed.
			return await fetch(request);
		} catch {
			return Response.redirect(self.registration.scope + elsewhere(url), 302);
		}
	})
);

function isShellPage(path: string): boolean {
	return SHELL_PAGES.includes(withinScope(path));
}

function shellOf({ pathname }: URL): string {
	const depth = withinScope(pathname).split('/').length - 1;
	return `./${SHELLS[depth - 1] ?? ''}`;
}

function withinScope(path: string): string {
	const { pathname } = new URL(self.registration.scope);
	return path.startsWith(pathname) ? path.slice(pathname.length) : '';
}

/** Where offline the content of a page stands that is not stored, relative to the scope. */
function elsewhere({ href }: URL): string {
	return href.startsWith(`${self.registration.scope}read/questions/`) ? 'browse/' : '';
}

self.addEventListener('message', (event) => {
	if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
