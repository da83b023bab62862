import { createHash } from 'node:crypto';
import { SHELL_PAGES, SHELLS } from '../../src/shell-pages.js';

/** The file of a bank is for others: the app reads the same in two parts, and nothing is stored twice. */
const WHOLE_BANK = /^banks\/[^/.]+\.json$/;

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
	const kept = manifest.filter(({ url }) => !SHELL_PAGES.includes(url.replace('./', '')) && !WHOLE_BANK.test(url));
	return { manifest: [...kept, ...shellEntries(kept)], warnings: [] };
}

/** The shells load the app's files by their names: they change when any of them does. */
function shellEntries(entries: readonly Entry[]): Entry[] {
	const names = entries.map(({ url, revision }) => `${url} ${revision ?? ''}`).sort();
	const revision = createHash('md5').update(names.join('\n')).digest('hex');
	return SHELLS.map((path) => ({ url: `./${path}`, revision, size: 0 }));
}
