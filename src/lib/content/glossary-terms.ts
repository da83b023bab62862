/** A run of companion text: plain, or a glossary term with the words it shows (none: the term itself). */
export type TermPart =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'term'; readonly id: string; readonly label: string | null };

const TERM = /\[\[([^[\]|]+)(?:\|([^[\]|]+))?\]\]/g;

/** Splits `the [[durand-line|line of 1893]] runs` into its plain runs and glossary terms, in order. */
export function parseGlossaryTerms(text: string): TermPart[] {
	const parts: TermPart[] = [];
	let end = 0;
	for (const match of text.matchAll(TERM)) {
		if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
		parts.push({ kind: 'term', id: match[1] ?? '', label: match[2] ?? null });
		end = match.index + match[0].length;
	}
	if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
	return parts;
}
