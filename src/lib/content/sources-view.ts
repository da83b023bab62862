import { cardsOfItem } from '../domain/card';
import type { StatementKind } from '../domain/item';
import type { IsoDate } from '../domain/units';
import type { ActorRelation, Bank, BankSource } from './bank';
import { makeTermFinder } from './find-terms';
import { groupByLetter, type LetterGroup } from './letter-groups';
import { toReadingView } from './reading-view';
import { textOfParts } from './term-labels';

/** A statement of the companion, and the paragraph it stands in. */
export type SourcedStatement = {
	readonly key: string;
	readonly paragraph: number;
	readonly kind: StatementKind;
	readonly text: string;
};
export type SourcedEvent = { readonly date: IsoDate; readonly title: string };
/** How one actor stands to another, by their names. */
export type SourcedRelation = {
	readonly from: string;
	readonly to: string;
	readonly relation: string;
	readonly kind: ActorRelation['kind'];
};
export type SourcedTerm = { readonly id: string; readonly term: string; readonly aliases: readonly string[] };

/** A source of the register and everything that rests on it. */
export type SourceView = {
	readonly key: string;
	readonly title: string;
	readonly date: IsoDate | null;
	readonly url: string;
	/** The site's name, such as `dawn.com`. */
	readonly host: string;
	readonly statements: readonly SourcedStatement[];
	readonly events: readonly SourcedEvent[];
	readonly relations: readonly SourcedRelation[];
	/** Glossary terms that its title or what rests on it mentions. */
	readonly terms: readonly SourcedTerm[];
	/** Numbers of items. */
	readonly items: readonly number[];
	/** How many cards those items make. */
	readonly cards: number;
};

/** What one publisher has published, oldest first; what has no date comes last. */
export type PublisherView = { readonly publisher: string; readonly sources: readonly SourceView[] };

/** @returns the sources that something rests on, by the publisher's letter; sources that nobody cites are left out */
export function toSourcesView(bank: Bank): LetterGroup<PublisherView>[] {
	const support = collectSupport(bank);
	const cited = bank.sources.map((source) => ({ source, view: toSourceView(source, support) })).filter(isUsed);
	const publishers = [...new Set(cited.map(({ source }) => source.publisher))].map((publisher) => ({
		publisher,
		sources: cited
			.filter(({ source }) => source.publisher === publisher)
			.map(({ view }) => view)
			.sort(byDate)
	}));
	return groupByLetter(publishers, ({ publisher }) => publisher);
}

/** Something that names its sources; the value is shared by all of them, so that a page holds it once. */
type Cited<T> = { readonly sources: readonly string[]; readonly value: T };

type Support = {
	readonly statements: readonly Cited<SourcedStatement>[];
	readonly events: readonly Cited<SourcedEvent>[];
	readonly relations: readonly Cited<SourcedRelation>[];
	readonly items: readonly Cited<{ readonly number: number; readonly cards: number }>[];
	readonly termsIn: (texts: readonly string[]) => readonly SourcedTerm[];
};

function collectSupport(bank: Bank): Support {
	const names = new Map(bank.actors.map(({ id, name }) => [id, name]));
	const find = makeTermFinder(bank.glossary);
	const terms = bank.glossary.map(({ id, term, aliases = [] }) => ({ id, term, aliases }));
	return {
		statements: toReadingView(bank).sections.flatMap(({ number: paragraph, blocks }) =>
			blocks.flat().map(({ key, kind, parts, sources }) => {
				return { sources, value: { key, paragraph, kind, text: textOfParts(parts) } };
			})
		),
		termsIn: (texts) => {
			const found = new Set(texts.flatMap((text) => [...find(text)]));
			return terms.filter(({ id }) => found.has(id));
		},
		events: bank.timeline.map(({ date, title, sources }) => ({ sources, value: { date, title } })),
		relations: bank.relations.map(({ from, to, relation, kind, sources }) => ({
			sources,
			value: { from: names.get(from) ?? from, to: names.get(to) ?? to, relation, kind }
		})),
		items: bank.items.map((item) => ({
			sources: item.provenance?.sources ?? [],
			value: { number: item.number, cards: cardsOfItem(bank.id, item).length }
		}))
	};
}

function toSourceView({ key, title, date, url }: BankSource, support: Support): SourceView {
	const items = citing(support.items, key);
	const statements = citing(support.statements, key);
	const events = citing(support.events, key);
	return {
		key,
		title,
		date: date ?? null,
		url,
		host: new URL(url).hostname.replace(/^www\./, ''),
		statements,
		events,
		relations: citing(support.relations, key),
		terms: support.termsIn([title, ...statements.map(({ text }) => text), ...events.map((event) => event.title)]),
		items: items.map(({ number }) => number),
		cards: items.reduce((sum, { cards }) => sum + cards, 0)
	};
}

function citing<T>(entries: readonly Cited<T>[], key: string): T[] {
	return entries.filter(({ sources }) => sources.includes(key)).map(({ value }) => value);
}

function isUsed({ view }: { readonly view: SourceView }): boolean {
	const { statements, events, relations, items } = view;
	return statements.length + events.length + relations.length + items.length > 0;
}

function byDate(a: SourceView, b: SourceView): number {
	const [first, second] = [a.date ?? '9999', b.date ?? '9999'];
	return first < second ? -1 : first > second ? 1 : 0;
}
