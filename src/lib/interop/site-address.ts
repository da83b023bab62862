/** What Kit calls a site while it renders the pages, unless `BACKSTORY_ORIGIN` gives its true name. */
const UNKNOWN = 'http://sveltekit-prerender';

/** Where a page stands: its one absolute address, or none when the build does not know its site. */
export type SiteAddress = {
	/** The page's own address; null when the site is not known. */
	readonly page: string | null;
	/** @returns the address of another page or file: absolute, or relative to the page when the site is not known */
	readonly of: (path: string) => string;
};

/**
 * @param url the page being rendered
 * @param root path of the site on its host, with slashes around it
 */
export function siteAddress(url: URL, root: string): SiteAddress {
	const known = url.origin !== UNKNOWN;
	const depth = url.pathname.slice(root.length).split('/').length - 1;
	const up = depth === 0 ? './' : '../'.repeat(depth);
	return {
		page: known ? url.origin + url.pathname : null,
		of: (path) => (known ? url.origin + root + path : up + path)
	};
}
