import type { Handle } from '@sveltejs/kit';

/** Writes the text direction into the page. Only the pseudo-localised test build runs right to left for now. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%backstory.dir%', __BACKSTORY_PSEUDO__ ? 'rtl' : 'ltr')
	});
