import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Screen = { readonly name: string; readonly roots: readonly RegExp[]; readonly isWhole: boolean };

/**
 * The screens that somebody may come to first, each from one file of its own: what it needs beyond those before it. A whole
 * one holds what no other needs, too.
 */
const SCREENS: readonly Screen[] = [
	{
		name: 'home',
		roots: [
			/runtime\/client\/entry\.js$/,
			/client-optimized\/(?:app|nodes\/[01])\.js$/,
			/src\/routes\/\+page\.svelte$/
		],
		isWhole: true
	},
	{ name: 'card', roots: [/src\/routes\/study\/\+page\.svelte$/], isWhole: true },
	{ name: 'quiz', roots: [/src\/routes\/quiz\/\+page\.svelte$/], isWhole: false },
	{
		name: 'opened',
		roots: [
			/src\/routes\/open\/\+page\.svelte$/,
			/src\/lib\/share\/link\.ts$/,
			/src\/lib\/share\/key-pairs\.ts$/,
			/src\/lib\/content\/item-schema\.ts$/
		],
		isWhole: false
	},
	{
		name: 'taken',
		roots: [
			/src\/routes\/quiz\/run\/\+page\.svelte$/,
			/src\/lib\/storage\/open-database\.ts$/,
			/src\/lib\/state\/(?:quiz-store|taken-shelf)\.ts$/
		],
		isWhole: false
	}
];

/** What only the companion's pages need, they share. */
const COMPANION = /src\/routes\/read\/(?:.*\/)?\+page\.(?:svelte|ts)$/;
const ELSEWHERE = /src\/routes\/(?!read\/)(?:.*\/)?\+(?:page|layout|error)\.(?:svelte|ts)$/;

/** These run without a page, where a script that draws would fail: what they need stands apart from all such. */
const WORKERS = [/\/workers\/\w+\.worker\.ts$/];

/**
 * What other screens share. Layers that build on nothing above them are a file each, whoever needs them; of the rest, smaller
 * pieces than `LEAST_BYTES` join another.
 */
const LAYERS = [
	/\/src\/lib\/domain\//,
	/\/src\/lib\/(?:content|share|storage|interop)\//,
	/\/src\/lib\/i18n\//,
	/\/src\/lib\/state\//,
	/\/src\/lib\/components\//
];
const LEAST_BYTES = 60_000;

/**
 * Home lists the files of all screens. A style is named after every screen that shows it: the hash says enough; and of a
 * hash, 36 bits tell a file from the one that it replaces. Of scripts the bundler needs seven characters for so many.
 */
const FILE_NAMES = {
	assetFileNames: '_app/immutable/assets/[hash:6][extname]',
	chunkFileNames: '_app/immutable/chunks/[hash:7].js'
};

/** These import everything there is, of which a screen needs little: the bundler sorts out what. */
const BARREL = /paraglide\/messages(?:\/_index)?\.js$|svelte\/src\/internal\/client\/index\.js$/;
const MESSAGES = /paraglide\/messages\.js$/;
const MESSAGE = /paraglide\/messages\/(\w+)\.js$/;

/** The bundler's own helpers. */
const RUNTIME = /rolldown\/runtime/;

/**
 * Builds few, large scripts. Left alone, the bundler makes one for every set of screens that share something: about
 * ninety, twenty-five of them for home, and a service worker on a phone hands them out one by one.
 */
export function fewerChunks(): Plugin {
	/** By module, the first of the screens that needs it. */
	const screenOf = new Map<string, string>();
	const forCompanion = new Set<string>();
	const forWorkers = new Set<string>();
	const isForWorkers = (id: string) => forWorkers.has(id);
	/** Scripts in an order of their own, those left out that every page has anyway. */
	let preloaded: readonly string[] = [];
	return {
		name: 'backstory:fewer-chunks',
		apply: 'build',
		config: () => ({
			build: {
				modulePreload: {
					// Home carries these lists for all screens: short, and each in the same order, they take half the room.
					resolveDependencies: (file, deps) => [
						...preloaded.filter((name) => name !== file && deps.includes(name)),
						file
					]
				}
			}
		}),
		buildEnd() {
			if (this.environment.name !== 'client') return;
			sortByScreen(this, screenOf);
			forCompanion.clear();
			const elsewhere = modulesOf(this, [ELSEWHERE], 'ever');
			for (const id of modulesOf(this, [COMPANION], 'ever')) if (!elsewhere.has(id)) forCompanion.add(id);
			forWorkers.clear();
			for (const id of modulesOf(this, WORKERS)) forWorkers.add(id);
		},
		outputOptions(options) {
			if (this.environment.name !== 'client') return null;
			const shared = { minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: LEAST_BYTES };
			// A group takes along what its modules need: workers come first, then the screen that all others build on.
			const groups = [
				...SCREENS.map(({ name }) => ({
					name: `worker-${name}`,
					test: (id: string) => isForWorkers(id) && screenOf.get(id) === name
				})),
				...LAYERS.map((layer, index) => ({
					name: `worker-layer-${String(index)}`,
					test: (id: string) => isForWorkers(id) && layer.test(id)
				})),
				...LAYERS.map((layer, index) => ({
					name: `worker-layer-${String(index)}`,
					test: (id: string) => isForWorkers(id) && layer.test(id),
					minShareCount: 2
				})),
				{ name: 'worker-shared', test: isForWorkers, ...shared },
				...SCREENS.map(({ name, isWhole }) => ({
					name,
					test: (id: string) => screenOf.get(id) === name,
					minShareCount: isWhole ? 1 : 2
				})),
				{ name: 'companion', test: (id: string) => forCompanion.has(id), minShareCount: 2 },
				...LAYERS.map((test, index) => ({ name: `layer-${String(index)}`, test, minShareCount: 2 })),
				{ name: 'shared', ...shared }
			].map((group, index, all) => ({ ...group, priority: all.length - index }));
			return { ...options, codeSplitting: { groups }, sanitizeFileName: toFileName, ...FILE_NAMES };
		},
		generateBundle(_, bundle) {
			if (this.environment.name !== 'client') return;
			const files = Object.values(bundle).filter((file) => file.type === 'chunk');
			const started = startedBy(files, /entry\/app\./);
			preloaded = files
				.map(({ fileName }) => fileName)
				.filter((name) => !started.has(name))
				.sort();
			const problem = findStray(files, forWorkers) ?? findCircle(files);
			if (problem === undefined) return;
			// Said at once: of a build that fails here, Vite only says what a later plugin then misses.
			this.environment.logger.error(problem);
			this.error(problem);
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

/** @returns what is wrong when a worker would load a file with modules that are not for workers */
function findStray(files: readonly Rolldown.OutputChunk[], forWorkers: ReadonlySet<string>): string | undefined {
	const isWorker = (id: string | null) => id !== null && WORKERS.some((worker) => worker.test(id));
	const found = new Set(files.filter(({ facadeModuleId }) => isWorker(facadeModuleId)));
	// What is found is walked through too.
	for (const { fileName, moduleIds, imports } of found) {
		const stray = moduleIds.find((id) => !forWorkers.has(id) && !RUNTIME.test(id));
		if (stray !== undefined) return `${fileName} is loaded by a worker and holds ${stray}`;
		for (const file of files) if (imports.includes(file.fileName)) found.add(file);
	}
	return undefined;
}

/**
 * Of two files that import each other one runs first, and what it takes from the other at that moment is still undefined.
 * @returns what is wrong when files import each other, round any number of corners
 */
function findCircle(files: readonly Rolldown.OutputChunk[]): string | undefined {
	const importsOf = new Map(files.map(({ fileName, imports }) => [fileName, imports]));
	const sound = new Set<string>();
	const visit = (name: string, path: readonly string[]): string | undefined => {
		if (path.includes(name)) return `${[...path.slice(path.indexOf(name)), name].join(' imports ')}: a circle`;
		if (sound.has(name)) return undefined;
		for (const imported of importsOf.get(name) ?? []) {
			const circle = visit(imported, [...path, name]);
			if (circle !== undefined) return circle;
		}
		sound.add(name);
		return undefined;
	};
	for (const { fileName } of files) {
		const circle = visit(fileName, []);
		if (circle !== undefined) return circle;
	}
	return undefined;
}

/** @returns the files that an entry imports, directly or not, and its own */
function startedBy(files: readonly Rolldown.OutputChunk[], entry: RegExp): Set<string> {
	const found = new Set(files.map(({ fileName }) => fileName).filter((name) => entry.test(name)));
	for (const name of found)
		for (const imported of files.find(({ fileName }) => fileName === name)?.imports ?? []) found.add(imported);
	return found;
}

function sortByScreen(build: Rolldown.PluginContext, screenOf: Map<string, string>): void {
	screenOf.clear();
	for (const { name, roots } of SCREENS)
		for (const id of modulesOf(build, roots)) if (!screenOf.has(id)) screenOf.set(id, name);
}

/** Every module that is needed to begin with, from these on, or ever. */
function modulesOf(
	build: Rolldown.PluginContext,
	roots: readonly RegExp[],
	when: 'to begin with' | 'ever' = 'to begin with'
): Set<string> {
	const ids = [...build.getModuleIds()];
	const messages = new Map(ids.map((id) => [MESSAGE.exec(id)?.[1], id]));
	const found = new Set<string>();
	const waiting = ids.filter((id) => roots.some((root) => root.test(id)));
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		const module = found.has(id) ? null : build.getModuleInfo(id);
		if (module === null) continue;
		found.add(id);
		if (!BARREL.test(id)) waiting.push(...module.importedIds);
		if (when === 'ever') waiting.push(...module.dynamicallyImportedIds);
		if (!module.importedIds.some((imported) => MESSAGES.test(imported))) continue;
		for (const [, key] of (module.code ?? '').matchAll(/\bm\.(\w+)/g)) waiting.push(messages.get(key) ?? id);
	}
	return found;
}
