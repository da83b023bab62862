import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import staticAdapter from '@sveltejs/adapter-static';
import { readStorages } from './scripts/build/storages.js';
import { writeShells } from './scripts/build/write-shells.mjs';
import { bootScript } from './src/boot-script.js';

/** CSP hash of the one script that stands in app.html itself; Kit hashes only those it writes. */
function bootScriptHash() {
	const script = bootScript(readFileSync(new URL('./src/app.html', import.meta.url), 'utf8'));
	return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

// A second build, for the tests only: pseudo-localised strings, written right to left.
const pseudo = process.env.BACKSTORY_PSEUDO === '1';
const output = pseudo ? 'build-pseudo' : 'build';

/** The static files, and the empty page once more under an address that every host answers with success: the service worker keeps it. */
function adapter() {
	const { adapt, ...rest } = staticAdapter({ pages: output, assets: output, fallback: '404.html', strict: true });
	return {
		...rest,
		adapt: async (builder) => {
			await adapt(builder);
			writeShells(output, process.env.BASE_PATH ?? '');
		}
	};
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		inlineStyleThreshold: 65_536,
		paths: { base: process.env.BASE_PATH ?? '' },
		serviceWorker: { register: false },
		// Where the site will stand; without it, addresses for others stay relative (docs/hosting.md).
		prerender: process.env.BACKSTORY_ORIGIN ? { origin: process.env.BACKSTORY_ORIGIN } : {},
		version: { pollInterval: 0 },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', bootScriptHash()],
				'style-src': ['self'],
				// the one inline style Kit itself writes: the #svelte-announcer live region (kit 2.70.4)
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self', ...readStorages(process.env).sources],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'backstory']
			}
		}
	}
};
