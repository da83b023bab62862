import type { Plugin } from 'vite';
import { buildMap, readAtlas } from './build-map';

const ID = 'virtual:map';
const RESOLVED = `\0${ID}`;

/**
 * Offers the drawn map as the module `virtual:map`, built from the atlas once per run. The page that shows it imports it
 * lazily, so that nobody else downloads it. As a string for JSON.parse it starts faster than as an object literal.
 */
export function backstoryMap(): Plugin {
	let code: string | undefined;
	return {
		name: 'backstory-map',
		resolveId: (id) => (id === ID ? RESOLVED : undefined),
		load(id) {
			if (id !== RESOLVED) return;
			code ??= `export default JSON.parse(${JSON.stringify(JSON.stringify(buildMap(readAtlas())))});`;
			return code;
		}
	};
}
