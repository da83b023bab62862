import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { backstoryBanks } from './scripts/bank/vite-plugin.ts';
import { errorPageAlong } from './scripts/build/error-page-along.ts';
import { fewerChunks } from './scripts/build/fewer-chunks.ts';
import { toPrecacheAddresses } from './scripts/build/precache.ts';
import { writePseudoMessages } from './scripts/build/pseudo-messages.ts';
import { leaveOutStorages, remoteStorage } from './scripts/build/remote-storage.ts';
import { sharedWorkers } from './scripts/build/shared-workers.ts';
import { singleLocale } from './scripts/build/single-locale.ts';
import { readStorages } from './scripts/build/storages.js';
import { findChromium } from './scripts/chromium.mjs';
import { backstoryMap } from './scripts/map/vite-plugin.ts';

const chromium = findChromium();
// Without one, the component tests say so when they run; everything else works.
const browserPath = chromium === undefined ? {} : { executablePath: chromium };
const { sources, storages } = readStorages(process.env);
const pseudo = process.env.BACKSTORY_PSEUDO === '1';
const project = pseudo ? writePseudoMessages() : './src/lib/i18n/project.inlang';

export default defineConfig({
	define: {
		__BACKSTORY_PSEUDO__: JSON.stringify(pseudo),
		__BACKSTORY_SYNC__: JSON.stringify(sources.length > 0),
		__BACKSTORY_STORAGES__: JSON.stringify(storages)
	},
	// The package entries of these two are ES5 bundles; their modern builds are the same code.
	resolve: {
		alias: [
			{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
			{ find: /^workbox-window$/, replacement: 'workbox-window/build/workbox-window.prod.mjs' }
		]
	},
	// The bank lies outside src; Kit's dev server would refuse to read it.
	server: { fs: { allow: ['questions'] } },
	worker: { format: 'es' },
	plugins: [
		paraglideVitePlugin({
			project,
			outdir: './src/lib/i18n/paraglide',
			strategy: ['baseLocale'],
			// Each screen gets its own words only.
			outputStructure: 'message-modules',
			emitReadme: false,
			disableAsyncLocalStorage: true
		}),
		singleLocale(),
		remoteStorage(),
		sharedWorkers(),
		fewerChunks(),
		errorPageAlong(),
		backstoryBanks(),
		backstoryMap(),
		sveltekit(),
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.ts',
			injectRegister: false,
			manifest: false,
			injectManifest: {
				globPatterns: [
					'client/**/*.{js,css,svg,png,json,webmanifest}',
					'prerendered/pages/**/*.html',
					'prerendered/dependencies/**/*.json'
				],
				// Pictures for app stores, link previews and installing are for others' eyes: no learner needs them offline.
				globIgnores: [
					'server/**',
					// The questions once more, as search engines read them: offline their address leads to the same in Browse.
					'**/read/questions/**',
					'**/read/questions.html',
					'**/screenshots/**',
					'**/icons/**',
					'**/og*.png',
					'**/version.json',
					'**/bank.schema.json'
				],
				manifestTransforms: [leaveOutStorages, toPrecacheAddresses]
			}
		})
	],
	test: {
		// A shared machine can be ten times slower than a quiet one; no test measures time by its limit.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/{unit,storage}/**/*.test.ts'],
					// No test file changes a module, and loading each anew takes longer than the tests.
					isolate: false
				}
			},
			{
				extends: true,
				test: {
					name: 'component',
					include: ['tests/component/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { ...browserPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
