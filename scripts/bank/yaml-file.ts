import { LineCounter, isCollection, isNode, isScalar, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { ContentIssue } from '../../src/lib/content/content-error';
import type { Violation } from './violation';

export type YamlPath = readonly (string | number)[];
/** A text in a YAML file; `keys` are the field names and indices that lead to it. */
export type YamlText = { readonly text: string; readonly keys: YamlPath; readonly line: number };

/** A YAML file read once: its plain value, and the line of everything in it. */
export type YamlFile = {
	readonly path: string;
	readonly value: unknown;
	readonly texts: readonly YamlText[];
	/** What is not YAML at all, such as a tab or a key given twice. */
	readonly violations: readonly Violation[];
	/** @returns the line of the nearest thing that exists on the way along `keys` */
	readonly lineOf: (keys: YamlPath) => number;
};

/** Reads YAML (or JSON, which is YAML too) and remembers where everything stands. */
export function parseYamlFile(path: string, source: string): YamlFile {
	const lines = new LineCounter();
	const document = parseDocument(source, { lineCounter: lines });
	const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
	const problems = [...document.errors, ...document.warnings].map((problem) => ({
		file: path,
		line: lineAt(problem.pos[0]),
		message: problem.message.split('\n')[0] ?? problem.message
	}));
	return {
		path,
		value: document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 }),
		texts: textsOf(document, lineAt),
		violations: problems,
		lineOf: (keys) => lineAt(offsetOf(document, keys))
	};
}

/** @returns the violation of `file` for an issue found below `base` */
export function issueAt(file: YamlFile, base: YamlPath, issue: ContentIssue): Violation {
	const keys = issue.path === '' ? [] : issue.path.split('.');
	return { file: file.path, line: file.lineOf([...base, ...keys]), message: issue.message };
}

function offsetOf(document: Document, keys: YamlPath): number {
	for (let length = keys.length; length >= 0; length--) {
		const node: unknown = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
}

function textsOf(document: Document, lineAt: (offset: number) => number): YamlText[] {
	const texts: YamlText[] = [];
	visit(document, {
		Scalar(key, node, ancestors) {
			if (key === 'key' || typeof node.value !== 'string') return;
			texts.push({ text: node.value, keys: keysOf(ancestors, node), line: lineAt(node.range?.[0] ?? 0) });
		}
	});
	return texts;
}

/** Field names and indices from the root to `node`, read off its chain of ancestors. */
function keysOf(ancestors: readonly unknown[], node: unknown): YamlPath {
	const chain = [...ancestors, node];
	const keys: (string | number)[] = [];
	chain.forEach((ancestor, i) => {
		const child = chain[i + 1];
		if (!isCollection(ancestor) || child === undefined) return;
		const index = ancestor.items.findIndex((entry) => entry === child);
		const pair: unknown = ancestor.items[index];
		keys.push(
			typeof pair === 'object' && pair !== null && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : index
		);
	});
	return keys;
}
