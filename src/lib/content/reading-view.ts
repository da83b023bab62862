import { cardsOfItem } from '../domain/card';
import type { StatementKind } from '../domain/item';
import type { IsoDate } from '../domain/units';
import type { Bank, BankArticle, BankPlace } from './bank';
import { parseGlossaryTerms, type TermPart } from './glossary-terms';
import { toSourceRegister, type SourceLink } from './source-register';
import { withLabels } from './term-labels';

/** A statement laid out for reading: its terms found, its sources resolved. */
export type ReadingStatement = {
	/** Unique on the page, such as `p5-2-1`. */
	readonly key: string;
	readonly kind: StatementKind;
	readonly parts: readonly TermPart[];
	readonly note: readonly TermPart[];
	readonly asOf: IsoDate;
	/** Keys into the page's register. */
	readonly sources: readonly string[];
};

export type ReadingTerm = { readonly id: string; readonly term: string; readonly text: string };

export type ReadingSection = {
	readonly number: number;
	readonly title: string;
	readonly teaser: string;
	readonly blocks: readonly (readonly ReadingStatement[])[];
	/** The glossary entries its texts mention, in order of mention. */
	readonly terms: readonly ReadingTerm[];
	/** How many cards lead back to this paragraph. */
	readonly cards: number;
};

export type ReadingView = {
	readonly bankId: string;
	readonly title: string;
	readonly article: BankArticle;
	readonly sections: readonly ReadingSection[];
	/** The sources its statements cite, by key. */
	readonly sources: Readonly<Record<string, SourceLink>>;
	readonly places: readonly BankPlace[];
};

/** @returns the bank's companion as the reading page shows it */
export function toReadingView(bank: Bank): ReadingView {
	const terms = new Map(bank.glossary.map(({ id, term, text }) => [id, { id, term, text }]));
	const sections = bank.companion.map((paragraph) => {
		const blocks = paragraph.blocks.map((block, i) =>
			block.map((statement, j) => ({
				key: `p${String(paragraph.number)}-${String(i + 1)}-${String(j + 1)}`,
				kind: statement.kind,
				parts: withLabels(parseGlossaryTerms(statement.text), terms),
				note: withLabels(parseGlossaryTerms(statement.note ?? ''), terms),
				asOf: statement.asOf ?? bank.defaultAsOf,
				sources: statement.sources
			}))
		);
		const mentioned = blocks
			.flat()
			.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'term' ? [part.id] : [])));
		return {
			number: paragraph.number,
			title: paragraph.title,
			teaser: paragraph.teaser,
			blocks,
			terms: [...new Set(mentioned)].flatMap((id) => terms.get(id) ?? []),
			cards: countCards(bank, paragraph.number)
		};
	});
	const { id: bankId, title, article, places } = bank;
	return {
		bankId,
		title,
		article,
		sections,
		sources: toSourceRegister(
			bank,
			bank.companion.flatMap(({ blocks }) => blocks.flat())
		),
		places
	};
}

function countCards(bank: Bank, paragraph: number): number {
	const items = bank.items.filter((item) => item.provenance?.paragraphs.includes(paragraph) === true);
	return items.reduce((sum, item) => sum + cardsOfItem(bank.id, item).length, 0);
}
