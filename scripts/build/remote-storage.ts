import type { Plugin } from 'vite';

const LIBRARY = /node_modules\/remotestoragejs\/src\//;
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
