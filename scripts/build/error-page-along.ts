import type { Plugin } from 'vite';

const APP = /generated\/client-optimized\/app\.js$/;
const FETCHED = /\(\) => import\(['"](\.\/nodes\/1(?:\.js)?)['"]\)/;

/**
 * Kit fetches its error page with every start, so that it is there when the line is gone. Here it comes with the app, in whose
 * file it stands anyway: fetched by itself it is a round trip before the first screen has its data.
 */
export function errorPageAlong(): Plugin {
	return {
		name: 'backstory:error-page-along',
		apply: 'build',
		transform: {
			filter: { id: APP },
			handler(code) {
				const [fetched, path] = FETCHED.exec(code) ?? [];
				if (fetched === undefined || path === undefined)
					throw new Error('Kit does not list its pages as it used to (2.70.4 is known)');
				return {
					code: `import * as errorPage from '${path}';\n${code.replace(fetched, '() => Promise.resolve(errorPage)')}`,
					map: null
				};
			}
		}
	};
}
