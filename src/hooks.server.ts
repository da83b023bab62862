import { building } from '$app/environment';
import { resolve } from '$app/paths';
import { flashcardWords } from '$lib/i18n/flashcard-words';
import * as m from '$lib/i18n/paraglide/messages';
import { toFlashcards } from '$lib/interop/flashcards';
import {
	describeCompanion,
	describeQuiz,
	describeReference,
	type DescribedPage,
	type JsonLd
} from '$lib/interop/json-ld';
import { readHead, toHeadTags } from '$lib/interop/page-head';
import { siteAddress } from '$lib/interop/site-address';
import type { Handle } from '@sveltejs/kit';
import bank from 'virtual:bank/collision-course';
import { shortenBootScript } from './boot-script';
import { startAfterPaint } from './start-after-paint';

// Read once: while a page is rendered, Kit answers with a path relative to it.
const ROOT = resolve('/');

/**
 * Completes each page as it is written: the text direction (only the pseudo-localised test build runs right to left for
 * now), and what search engines and link previews read.
 */
export const handle: Handle = ({ event, resolve: render }) =>
	render(event, {
		transformPageChunk: ({ html }) =>
			toStart(shortenBootScript(html))
				.replace('%backstory.dir%', __BACKSTORY_PSEUDO__ ? 'rtl' : 'ltr')
				.replace('%backstory.head%', () => headOf(html, event.url, event.route.id))
	});

/** While the app is being developed, Kit writes another start script, and nobody waits for words. */
const toStart = building ? startAfterPaint : (html: string) => html;

function headOf(html: string, url: URL, route: string | null): string {
	// The "not found" page stands for no address.
	if (route === null) return '';
	const address = siteAddress(url, ROOT);
	const { title: whole, description } = readHead(html);
	// The site's name has a tag of its own.
	const title = whole.replace(m.page_title({ page: '' }), '');
	const page = { title, description, address: address.page ?? './', companion: address.of('read/') };
	return toHeadTags({
		title,
		description,
		address: address.page,
		site: m.app_name(),
		image: address.of('og.png'),
		imageText: m.about_picture(),
		data: describe(route, page)
	});
}

/** Only the pages that hold the bank describe it; the questions stand on the one page that shows them all. */
function describe(route: string, page: DescribedPage): JsonLd | null {
	if (route === '/read') return describeCompanion(bank, page);
	if (route === '/read/questions') return describeQuiz(bank, toFlashcards(bank, flashcardWords()), page);
	return route.startsWith('/read/') ? describeReference(bank, page) : null;
}
