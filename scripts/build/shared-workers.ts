import type { Plugin } from 'vite';

const IMPORT = /^(.*\/(\w+)\.worker\.ts)\?worker&url$/;

/**
 * Builds workers as entries of the app itself, so that they import the same files as its screens. Left alone, each becomes
 * a bundle of its own, with the database, the scheduler and the fold in it once more.
 */
export function sharedWorkers(): Plugin {
	return {
		name: 'backstory:shared-workers',
		apply: 'build',
		enforce: 'pre',
		load(id) {
			const [, file, name] = IMPORT.exec(id) ?? [];
			if (file === undefined || name === undefined) return null;
			// Nothing starts a worker while pages are written.
			if (this.environment.name !== 'client') return `export default '';`;
			const reference = this.emitFile({ type: 'chunk', id: file, name: `workers/${name}` });
			return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
		}
	};
}
