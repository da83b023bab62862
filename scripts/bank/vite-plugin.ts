import type { Plugin, ViteDevServer } from 'vite';
import { BANK_SCHEMA } from '../../src/lib/content/bank';
import type { Bank } from '../../src/lib/content/bank';
import { compileBank, summariseBank } from './compile-bank';
import { bankJsonSchema } from './json-schema';
import { publishBank, publishParts } from './publish-bank';
import { listBanks, readBankFolder } from './read-bank';
import type { BankFolder } from './read-bank';
import { formatViolation } from './violation';
import type { YamlFile } from './yaml-file';

const INDEX = 'virtual:banks';
const ONE = 'virtual:bank/';

/**
 * Compiles every bank below `questions/` and offers each in three ways: as the file `banks/<id>.json` for others, as the files
 * `banks/<id>.questions.json` and `banks/<id>.register.json`, which the app fetches and keeps offline, and as the module
 * `virtual:bank/<id>` for pages rendered at build time. `virtual:banks` is the short list of all of them. A bank that does not
 * compile stops the build and names file and line.
 * @param root the folder that holds `questions/`
 */
export function backstoryBanks(root = process.cwd()): Plugin {
	let banks: readonly Bank[] = [];
	return {
		name: 'backstory-banks',
		buildStart() {
			const folders = listBanks(root).map((id) => readBankFolder(root, id));
			for (const file of folders.flatMap(filesOf)) this.addWatchFile(`${root}/${file.path}`);
			banks = compileAll(folders);
		},
		resolveId(source) {
			return source === INDEX || source.startsWith(ONE) ? `\0${source}` : undefined;
		},
		load(id) {
			if (id === `\0${INDEX}`) return toModule(banks.map(summariseBank));
			if (!id.startsWith(`\0${ONE}`)) return undefined;
			const bank = banks.find((candidate) => id === `\0${ONE}${candidate.id}`);
			if (bank === undefined) throw new Error(`There is no bank "${id.slice(ONE.length + 1)}" below questions/.`);
			return toModule(bank);
		},
		generateBundle() {
			// The server build would put the files where nothing serves them.
			if (this.environment.config.consumer !== 'client') return;
			for (const [name, content] of filesToServe(banks)) {
				this.emitFile({ type: 'asset', fileName: `banks/${name}`, source: JSON.stringify(content) });
			}
		},
		configureServer(server) {
			server.watcher.add(`${root}/questions`);
			server.watcher.on('all', (_, path) => {
				if (!path.startsWith(`${root}/questions/`)) return;
				try {
					banks = compileAll(listBanks(root).map((id) => readBankFolder(root, id)));
					reload(server);
				} catch (error) {
					// Half-written YAML is normal while editing: say so and go on with the last bank that compiled.
					server.config.logger.error(error instanceof Error ? error.message : String(error));
				}
			});
			server.middlewares.use((request, response, next) => {
				const name = /\/banks\/([A-Za-z0-9_.-]+)$/.exec(request.url?.split('?')[0] ?? '')?.[1];
				const content = name === undefined ? undefined : filesToServe(banks).get(name);
				if (content === undefined) {
					next();
					return;
				}
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify(content));
			});
		}
	};
}

function compileAll(folders: readonly BankFolder[]): Bank[] {
	return folders.map((folder) => {
		const compiled = compileBank(folder);
		if (compiled.ok) return compiled.value;
		const list = compiled.error.map(formatViolation).join('\n');
		throw new Error(`The bank "${folder.id}" does not compile:\n${list}\nSee all: npm run check:questions`);
	});
}

function filesToServe(banks: readonly Bank[]): Map<string, unknown> {
	return new Map<string, unknown>([...banks.flatMap(filesOfBank), [BANK_SCHEMA, bankJsonSchema()]]);
}

function filesOfBank(bank: Bank): [string, unknown][] {
	const { questions, register } = publishParts(bank);
	return [
		[`${bank.id}.json`, publishBank(bank)],
		[`${bank.id}.questions.json`, questions],
		[`${bank.id}.register.json`, register]
	];
}

function filesOf(folder: BankFolder): YamlFile[] {
	const { bank, sources, glossary, timeline, actors, places, companion, weaknesses, lock, itemFiles } = folder;
	const items = itemFiles.map(({ file }) => file);
	return [bank, sources, glossary, timeline, actors, places, companion, weaknesses, lock, ...items];
}

function toModule(value: unknown): string {
	return `export default ${JSON.stringify(value)};`;
}

function reload(server: ViteDevServer): void {
	for (const environment of Object.values(server.environments)) {
		for (const [id, module] of environment.moduleGraph.idToModuleMap) {
			if (id.startsWith('\0virtual:bank')) environment.moduleGraph.invalidateModule(module);
		}
	}
	server.ws.send({ type: 'full-reload' });
}
