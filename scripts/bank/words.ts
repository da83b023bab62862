import { parseGlossaryTerms } from '../../src/lib/content/glossary-terms';
import { parseCloze } from '../../src/lib/domain/cloze';
import type { YamlPath } from './yaml-file';

/** Fields that hold ids, keys, dates or addresses: no prose of ours. */
const NOT_PROSE = new Set([
	...['id', 'key', 'url', 'date', 'asOf', 'defaultAsOf', 'published', 'lang', 'type', 'kind', 'bloom', 'difficulty'],
	...['objective', 'place', 'from', 'to', 'facts', 'sources', 'tags', 'supersedes', 'position', 'blind']
]);

/** @returns whether a field holds words that a learner reads */
export function isProse(keys: YamlPath): boolean {
	const field = keys.findLast((key) => typeof key === 'string');
	return field === undefined || !NOT_PROSE.has(field);
}

/** @returns the text as a learner reads it: without the marks of clozes and of glossary terms */
export function toPlainText(text: string): string {
	const cloze = parseCloze(text).map((part) => part.text);
	const terms = parseGlossaryTerms(cloze.join(''));
	return terms
		.map((part) => (part.kind === 'text' ? part.text : (part.label ?? part.id.replaceAll('-', ' '))))
		.join('');
}

/** @returns the words as anyone would count them: runs between spaces that hold a letter or digit */
export function countWords(text: string): number {
	return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** @returns the text without what stands in quotation marks, curly, straight, single or angled */
export function withoutQuotations(text: string): string {
	return text
		.replace(/“[^”]*”|"[^"]*"|«[^»]*»/gu, ' ')
		.replace(/‘[^’]*’(?!\p{L})|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, ' ');
}
