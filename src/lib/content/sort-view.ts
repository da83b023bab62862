import { hashText } from '../domain/hash';
import type { ItemOf } from '../domain/item';
import type { SortStatement } from '../domain/sort-practice';
import type { Bank, BankArticle, CompanionStatement } from './bank';
import { toSourceRegister, type SourceLink } from './source-register';
import { plainTerms, type TermNames } from './term-labels';

/** A weakness of the article as the page lists it. */
export type ShownWeakness = {
	readonly id: string;
	readonly title: string;
	readonly text: string;
	readonly asOf: string | null;
	readonly paragraphs: readonly number[];
	/** Numbers of its items. */
	readonly items: readonly number[];
	readonly sources: readonly string[];
};

export type SortView = {
	readonly bankId: string;
	readonly lang: string;
	readonly article: BankArticle;
	readonly statements: readonly SortStatement[];
	readonly weaknesses: readonly ShownWeakness[];
	/** The sources that both cite, by key. */
	readonly sources: Readonly<Record<string, SourceLink>>;
};

/** @returns everything of a bank that can be sorted by kind: the bare statements of its companion, and its classify items */
export function toSortView(bank: Bank): SortView {
	const terms = new Map(bank.glossary.map((entry) => [entry.id, entry]));
	const numbers = new Map(bank.items.map(({ id, number }) => [id, number]));
	const statements = [
		...bank.companion.flatMap(({ number, blocks }) =>
			blocks.flat().flatMap((statement) => fromCompanion(statement, number, bank.defaultAsOf, terms))
		),
		...bank.items.flatMap((item) => (item.type === 'classify' ? fromItem(item) : []))
	];
	const weaknesses = bank.weaknesses.map(({ id, title, text, paragraphs, items, sources, asOf }) => ({
		id,
		title,
		text,
		asOf: asOf ?? null,
		paragraphs,
		items: items.flatMap((item) => numbers.get(item) ?? []),
		sources
	}));
	return {
		bankId: bank.id,
		lang: bank.lang,
		article: bank.article,
		statements,
		weaknesses,
		sources: toSourceRegister(bank, [...statements, ...weaknesses])
	};
}

/**
 * @returns the statement in a classify item's stem, which a request to sort it comes before: what follows the first colon
 * or question mark, without the quotation marks around the whole. A stem of another form is returned whole.
 */
export function statementOfStem(stem: string): string {
	const statement = /^[^:?.“”]+[:?]\s+(.+)$/s.exec(stem)?.[1] ?? stem;
	return /^“([^“”]+)”$/s.exec(statement)?.[1] ?? statement;
}

function fromCompanion(
	{ text, sort, kind, note, sources, asOf }: CompanionStatement,
	paragraph: number,
	defaultAsOf: string,
	terms: TermNames
): SortStatement[] {
	if (sort === undefined) return [];
	return [
		{
			...bare(sort),
			kind,
			// Of a fact nobody in particular says so; its note is enough, where it has one.
			said: kind === 'fact' && note !== undefined ? null : plainTerms(text, terms),
			note: note === undefined ? null : plainTerms(note, terms),
			asOf: asOf ?? defaultAsOf,
			sources,
			paragraphs: [paragraph]
		}
	];
}

function fromItem({ stem, explanation, provenance }: ItemOf<'classify'>): SortStatement[] {
	if (provenance === undefined) return [];
	const { kind, asOf, sources, paragraphs } = provenance;
	return [{ ...bare(statementOfStem(stem)), kind, said: null, note: explanation ?? null, asOf, sources, paragraphs }];
}

/** The screen puts every statement in quotation marks, so those within become the inner ones. */
function bare(statement: string): Pick<SortStatement, 'id' | 'text'> {
	return { id: hashText(statement).toString(36), text: statement.replaceAll('“', '‘').replaceAll('”', '’') };
}
