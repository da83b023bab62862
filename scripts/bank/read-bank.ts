import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseYamlFile } from './yaml-file';
import type { YamlFile } from './yaml-file';

type Name = 'bank' | 'sources' | 'glossary' | 'timeline' | 'actors' | 'places' | 'companion' | 'style';

/** Everything in one folder below `questions/`, read but not yet understood. */
export type BankFolder = Readonly<Record<Name, YamlFile>> & {
	/** The folder's name, which is the bank's id. */
	readonly id: string;
	/** `topic` is the file name. */
	readonly itemFiles: readonly { readonly topic: string; readonly file: YamlFile }[];
	/** `lock.json`; an empty object when there is none yet. */
	readonly lock: YamlFile;
	/** `weaknesses.yaml`; an empty list for a bank that has none. */
	readonly weaknesses: YamlFile;
	/** `article-shingles.json`. */
	readonly shingles: YamlFile;
	/** `blueprint.yaml`; null for a bank that has none. */
	readonly blueprint: YamlFile | null;
};

/** @returns the ids of all banks: the folders below `questions/` that hold a `bank.yaml` */
export function listBanks(root: string): string[] {
	const questions = join(root, 'questions');
	if (!existsSync(questions)) return [];
	return readdirSync(questions)
		.filter((name) => existsSync(join(questions, name, 'bank.yaml')))
		.sort();
}

/**
 * Reads `questions/<id>` below `root`. A missing file is not an error here but a violation of that file.
 * @param root the folder that holds `questions/`; violations name their files from there
 */
export function readBankFolder(root: string, id: string): BankFolder {
	const folder = `questions/${id}`;
	const read = (name: string): YamlFile => readFile(root, `${folder}/${name}`);
	const lock = `${folder}/lock.json`;
	const blueprint = `${folder}/blueprint.yaml`;
	const weaknesses = `${folder}/weaknesses.yaml`;
	return {
		id,
		bank: read('bank.yaml'),
		sources: read('sources.yaml'),
		glossary: read('glossary.yaml'),
		timeline: read('timeline.yaml'),
		actors: read('actors.yaml'),
		places: read('places.yaml'),
		companion: read('companion.yaml'),
		style: read('style.yaml'),
		itemFiles: listYaml(join(root, folder, 'items')).map((name) => ({
			topic: name.replace(/\.yaml$/, ''),
			file: read(`items/${name}`)
		})),
		lock: existsSync(join(root, lock)) ? readFile(root, lock) : parseYamlFile(lock, '{}'),
		weaknesses: existsSync(join(root, weaknesses)) ? readFile(root, weaknesses) : parseYamlFile(weaknesses, '[]'),
		shingles: read('article-shingles.json'),
		blueprint: existsSync(join(root, blueprint)) ? readFile(root, blueprint) : null
	};
}

/** @returns every file of the folder with text that a learner may see */
export function proseFiles(folder: BankFolder): YamlFile[] {
	const { bank, sources, glossary, timeline, actors, places, companion, weaknesses, itemFiles } = folder;
	return [
		bank,
		sources,
		glossary,
		timeline,
		actors,
		places,
		companion,
		weaknesses,
		...itemFiles.map(({ file }) => file)
	];
}

function listYaml(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.sort();
}

function readFile(root: string, path: string): YamlFile {
	const absolute = join(root, path);
	if (existsSync(absolute)) return parseYamlFile(path, readFileSync(absolute, 'utf8'));
	const missing = { file: path, line: 1, message: 'This file is missing.' };
	return { ...parseYamlFile(path, ''), violations: [missing] };
}
