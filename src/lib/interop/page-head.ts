import { toJsonText, type JsonLd } from './json-ld';

/** What search engines and link previews are told of a page. Texts are plain, addresses as the page will name them. */
export type PageHead = {
	readonly title: string;
	readonly description: string;
	/** The page's one address; null where the site's own is not known. */
	readonly address: string | null;
	readonly site: string;
	readonly image: string;
	readonly imageText: string;
	readonly data: JsonLd | null;
};

/** The size that every preview takes: 1.91 to 1. `npm run icons` draws the picture. */
const IMAGE = { width: 1200, height: 630 } as const;

/** @returns the tags of a page's head: canonical address, Open Graph, Twitter card and structured data */
export function toHeadTags(head: PageHead): string {
	const { title, description, address, site, image, imageText, data } = head;
	const graph = [
		['og:type', 'website'],
		['og:site_name', site],
		['og:title', title],
		['og:description', description],
		...(address === null ? [] : [['og:url', address] as const]),
		['og:image', image],
		['og:image:width', String(IMAGE.width)],
		['og:image:height', String(IMAGE.height)],
		['og:image:alt', imageText]
	] as const;
	const card = [
		['twitter:card', 'summary_large_image'],
		['twitter:title', title],
		['twitter:description', description],
		['twitter:image', image],
		['twitter:image:alt', imageText]
	] as const;
	return [
		...(address === null ? [] : [`<link rel="canonical" href="${escapeAttribute(address)}" />`]),
		...graph.map(([name, content]) => `<meta property="${name}" content="${escapeAttribute(content)}" />`),
		...card.map(([name, content]) => `<meta name="${name}" content="${escapeAttribute(content)}" />`),
		// A data block: it is never run, so the content security policy has nothing to say about it.
		...(data === null ? [] : [`<script type="application/ld+json">${toJsonText(data)}</script>`])
	].join('\n\t\t');
}

/** @returns title and description that a rendered page carries, as plain texts; empty when it has none */
export function readHead(html: string): { readonly title: string; readonly description: string } {
	return {
		title: unescape(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''),
		description: unescape(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '')
	};
}

const MARKS = [
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;']
] as const;

function escapeAttribute(text: string): string {
	return MARKS.reduce((escaped, [mark, entity]) => escaped.replaceAll(mark, entity), text);
}

/** The ampersand last, or `&amp;lt;` would become a mark. */
function unescape(html: string): string {
	return MARKS.toReversed().reduce((text, [mark, entity]) => text.replaceAll(entity, mark), html);
}
