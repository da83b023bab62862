import * as v from 'valibot';
import type { ContentError } from '../../src/lib/content/content-error';
import { parseWith } from '../../src/lib/content/parse-with';
import { textSchema, titleSchema } from '../../src/lib/content/text-schema';
import type { Result } from '../../src/lib/domain/result';

const styleSchema = v.strictObject({
	/** Words the bank does not use in its own voice, and what it says instead. */
	avoid: v.array(v.strictObject({ words: v.array(titleSchema), use: textSchema })),
	/** Phrases no option may hold. */
	avoidInOptions: v.array(titleSchema)
});

/** The words a bank avoids: its `style.yaml`. */
export type Style = v.InferOutput<typeof styleSchema>;

/** Reads `style.yaml`. */
export function parseStyle(value: unknown): Result<Style, ContentError> {
	return parseWith(styleSchema, value);
}

/** @returns whether `phrase` stands in `text` as whole words, whatever its case, spacing or kind of hyphen */
export function hasPhrase(text: string, phrase: string): boolean {
	const words = phrase.split(/[\s\-‐‑]+/u).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
	return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s\\-‐‑]+')}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
