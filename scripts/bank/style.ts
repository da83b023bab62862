import * as v from 'valibot';
import type { ContentError } from '../../src/lib/content/content-error';
import { parseWith } from '../../src/lib/content/parse-with';
import { textSchema, titleSchema } from '../../src/lib/content/text-schema';
import type { Result } from '../../src/lib/domain/result';

/** What has a meaning in a regular expression. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

const styleSchema = v.strictObject({
	/** Words the bank does not use in its own voice, and what it says instead. */
	avoid: v.array(v.strictObject({ words: v.array(titleSchema), use: textSchema })),
	/** Phrases no option may hold. */
	avoidInOptions: v.array(titleSchema),
	/** Words such as "always" that give an option or a true-false statement away. */
	absolutes: v.array(titleSchema),
	/** Words that turn a question round; in a stem they stand in capitals. */
	negatives: v.array(titleSchema)
});

/** The words a bank avoids: its `style.yaml`. */
export type Style = v.InferOutput<typeof styleSchema>;

/** Reads `style.yaml`. */
export function parseStyle(value: unknown): Result<Style, ContentError> {
	return parseWith(styleSchema, value);
}

/** @returns whether `phrase` stands in `text` as whole words, whatever its case, spacing, hyphens or apostrophes */
export function hasPhrase(text: string, phrase: string): boolean {
	return findPhrase(text, phrase).length > 0;
}

/** @returns every place where `phrase` stands in `text`, by the rules of `hasPhrase`, as it is written there */
export function findPhrase(text: string, phrase: string): string[] {
	const words = phrase.split(/[\s\-‐‑]+/u).map((word) => word.replace(SYNTAX, '\\$&').replace(/['’]/g, "['’]"));
	const pattern = `(?<![\\p{L}\\p{N}])${words.join('[\\s\\-‐‑]+')}(?![\\p{L}\\p{N}])`;
	return text.match(new RegExp(pattern, 'giu')) ?? [];
}
