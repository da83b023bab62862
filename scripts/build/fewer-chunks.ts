import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** The screens that start at once, each from one file of its own: what it needs beyond those before it. */
const SCREENS: readonly { readonly name: string; readonly roots: readonly RegExp[] }[] = [
	{
		name: 'home',
		roots: [/runtime\/client\/entry\.js$/, /client-optimized\/(?:app|nodes\/[01])\.js$/, /src\/routes\/\+page\.svelte$/]
	},
	{ name: 'card', roots: [/src\/routes\/study\/\+page\.svelte$/] }
];

/** What other screens share is one file as long as they need all of it; smaller pieces than this join another. */
const LEAST_BYTES = 10_000;

/** These import everything there is, of which a screen needs little: the bundler sorts out what. */
const BARREL = /paraglide\/messages(?:\/_index)?\.js$|svelte\/src\/internal\/client\/index\.js$/;
const MESSAGES = /paraglide\/messages\.js$/;
const MESSAGE = /paraglide\/messages\/(\w+)\.js$/;

/**
 * Builds few, large scripts. Left alone, the bundler makes one for every set of screens that share something: about
 * ninety, twenty-five of them for home, and a service worker on a phone hands them out one by one.
 */
export function fewerChunks(): Plugin {
	/** By module, the first of the screens that needs it. */
	const screenOf = new Map<string, string>();
	return {
		name: 'backstory:fewer-chunks',
		apply: 'build',
		buildEnd() {
			if (this.environment.name === 'client') sortByScreen(this, screenOf);
		},
		outputOptions(options) {
			if (this.environment.name !== 'client') return null;
			// A group takes along what its modules need: the screen that all others build on comes first.
			const screens = SCREENS.map(({ name }, index) => ({
				name,
				test: (id: string) => screenOf.get(id) === name,
				priority: SCREENS.length - index
			}));
			const groups = [
				...screens,
				{ name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: LEAST_BYTES }
			];
			return { ...options, codeSplitting: { groups }, sanitizeFileName: toFileName };
		},
		writeBundle: {
			order: 'post',
			handler({ dir }) {
				if (this.environment.name === 'client' && dir !== undefined) forgetLater(join(dir, '.vite/manifest.json'));
			}
		}
	};
}

/**
 * Kit looks up in the manifest which styles and scripts a page starts with, and counts each file once, for whatever leads
 * to it first. Home's file lists all screens, so that what screens share would count as loaded later by home, and pages
 * would come without the styles of what they show. Nothing that is loaded later is part of a prerendered page here.
 */
function forgetLater(path: string): void {
	const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { dynamicImports?: string[] }>;
	for (const chunk of Object.values(manifest)) delete chunk.dynamicImports;
	writeFileSync(path, JSON.stringify(manifest));
}

/** Shared files are named after the modules that begin them, virtual ones too: nothing but letters may get into an address. */
function toFileName(name: string): string {
	return name.replace(/[^\w.~/-]/g, '_');
}

function sortByScreen(build: Rolldown.PluginContext, screenOf: Map<string, string>): void {
	const ids = [...build.getModuleIds()];
	const messages = new Map(ids.map((id) => [MESSAGE.exec(id)?.[1], id]));
	screenOf.clear();
	for (const { name, roots } of SCREENS) {
		const waiting = ids.filter((id) => roots.some((root) => root.test(id)));
		for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
			const module = screenOf.has(id) ? null : build.getModuleInfo(id);
			if (module === null) continue;
			screenOf.set(id, name);
			if (!BARREL.test(id)) waiting.push(...module.importedIds);
			if (!module.importedIds.some((imported) => MESSAGES.test(imported))) continue;
			for (const [, key] of (module.code ?? '').matchAll(/\bm\.(\w+)/g)) waiting.push(messages.get(key) ?? id);
		}
	}
}
