import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const LIBRARY = /node_modules\/remotestoragejs\/src\//;
/** Where Kit puts what it builds, and a text that only this library has in it. */
const [OUTPUT, MARK] = ['.svelte-kit/output/', 'remotestorage:wireclient'];
const UNUSED = '\0backstory-unused-webfinger';

/**
 * Builds remoteStorage.js from its sources. They name Node's global object, and bring a search for storages that has other
 * terms of use than the rest: ours takes its place (state/sync/find-storage.ts).
 */
export function remoteStorage(): Plugin {
	return {
		name: 'backstory:remote-storage',
		enforce: 'pre',
		resolveId: (id) => (id === 'webfinger.js' ? UNUSED : null),
		load: (id) => (id === UNUSED ? 'module.exports = undefined;' : null),
		transform: (code, id) => (LIBRARY.test(id) ? `var global = globalThis;\n${code}` : null)
	};
}

type Entry = { url: string; revision: string | null; size: number };

/** Keeps the library out of what is stored for offline use: without a network there is no storage to reach. */
export function leaveOutStorages(entries: Entry[]): { manifest: Entry[]; warnings: string[] } {
	const isLibrary = ({ url }: Entry) => url.endsWith('.js') && readFileSync(OUTPUT + url, 'utf8').includes(MARK);
	return { manifest: entries.filter((entry) => !isLibrary(entry)), warnings: [] };
}
