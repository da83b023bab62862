import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { parseWith } from '../../src/lib/content/parse-with';
import type { ContentError } from '../../src/lib/content/content-error';
import type { Result } from '../../src/lib/domain/result';

/** A run of this many words shared with the article is too long. */
export const SHINGLE_WORDS = 6;

const shinglesSchema = v.strictObject({
	words: v.literal(SHINGLE_WORDS),
	hashes: v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/, 'A hash of 12 hex digits is expected here.'))),
		v.minLength(1, 'There is no hash here.')
	)
});

/** Hashes of every six-word run of the article: enough to find a copied run, too little to read the article from. */
export type Shingles = v.InferOutput<typeof shinglesSchema>;

/** Reads `article-shingles.json`. */
export function parseShingles(value: unknown): Result<Shingles, ContentError> {
	return parseWith(shinglesSchema, value);
}

/** @returns the hashes of a text's six-word runs, sorted, so that they do not tell its order */
export function makeShingles(text: string): Shingles {
	return { words: SHINGLE_WORDS, hashes: [...new Set(runsOf(text).map(hashRun))].sort() };
}

/** @returns the first six-word run of `text` that is among `hashes`, or null */
export function findSharedRun(text: string, hashes: ReadonlySet<string>): string | null {
	return runsOf(text).find((run) => hashes.has(hashRun(run))) ?? null;
}

/** Takes the paragraphs `## P1`, `## P2` and so on from the article's Markdown; its heading and notes are not the article. */
export function bodyOfArticle(markdown: string): string {
	const sections = markdown.split(/^## /m).slice(1);
	return sections.flatMap((section) => /^P\d+\s*\n([\s\S]*)$/.exec(section)?.[1] ?? []).join('\n');
}

/** Lower-case letters and digits only. Hyphens and apostrophes part words, which makes more runs and so a stricter check. */
function runsOf(text: string): string[] {
	const words =
		text
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.slice(SHINGLE_WORDS - 1).map((_, i) => words.slice(i, i + SHINGLE_WORDS).join(' '));
}

function hashRun(run: string): string {
	return createHash('sha256').update(run).digest('hex').slice(0, 12);
}
