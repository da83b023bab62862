type Entry = { url: string; revision: string | null; size: number };

/**
 * Maps files of Kit's output to the addresses they are served at, relative to the service worker, so that one build
 * works below any path. Pages are listed by their folder address: `prerendered/pages/study/index.html` is `study/`.
 */
export function toPrecacheAddresses(entries: Entry[]): { manifest: Entry[]; warnings: string[] } {
	const manifest = entries.map((entry) => {
		const path = entry.url.replace(/^(client|prerendered\/(pages|dependencies))\//, '');
		const page = /^(.*\/)?index\.html$/.exec(path);
		return { ...entry, url: page ? `./${page[1] ?? ''}` : path };
	});
	return { manifest, warnings: [] };
}
