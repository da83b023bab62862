import { parseGlossaryTerms, type TermPart } from './glossary-terms';

/** Glossary entries by id, as far as their names are asked for. */
export type TermNames = ReadonlyMap<string, { readonly term: string }>;

/** A bare `[[id]]` shows the term itself, in small letters unless it is a name. */
export function withLabels(parts: readonly TermPart[], terms: TermNames): TermPart[] {
	return parts.map((part) =>
		part.kind === 'term' && part.label === null ? { ...part, label: labelOf(part.id, terms) } : part
	);
}

/** @returns companion text as it reads, its glossary terms unmarked */
export function plainTerms(text: string, terms: TermNames): string {
	return textOfParts(withLabels(parseGlossaryTerms(text), terms));
}

/** @returns parts whose terms have their labels as one text */
export function textOfParts(parts: readonly TermPart[]): string {
	return parts.map((part) => (part.kind === 'text' ? part.text : (part.label ?? part.id))).join('');
}

function labelOf(id: string, terms: TermNames): string {
	const term = terms.get(id)?.term ?? id;
	// Ids are lower case throughout, so they cannot tell; a name keeps a capital after its first word, or is an abbreviation.
	const isName = /[A-Z]/.test(term.slice(1));
	return isName ? term : term.toLowerCase();
}
