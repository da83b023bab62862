import type { IsoDate } from '../domain/units';
import type { Bank, BankArticle } from './bank';
import { toSourceRegister, type SourceLink } from './source-register';

export type TimelineEvent = {
	/** Unique on the page. */
	readonly key: string;
	readonly date: IsoDate;
	readonly title: string;
	readonly text: string | null;
	/** Keys into the page's register. */
	readonly sources: readonly string[];
	/** Ids of the actors that take part. */
	readonly actors: readonly string[];
	readonly afterArticle: boolean;
};

export type TimelineYear = { readonly year: string; readonly events: readonly TimelineEvent[] };

export type TimelineView = {
	readonly bankId: string;
	readonly title: string;
	readonly article: Pick<BankArticle, 'title' | 'publisher' | 'published'>;
	/** Years up to the article, then those after it: the article's own year may stand in both. */
	readonly before: readonly TimelineYear[];
	readonly after: readonly TimelineYear[];
	/** Actors that take part in any event, with how many. */
	readonly actors: readonly { readonly id: string; readonly name: string; readonly events: number }[];
	readonly sources: Readonly<Record<string, SourceLink>>;
	/** Numbers of the bank's items that ask for an order of events. */
	readonly orderings: readonly number[];
};

/** @returns the bank's timeline as its page shows it: in the bank's order, by year, each event with its sources */
export function toTimelineView(bank: Bank): TimelineView {
	const events = bank.timeline.map((entry, index) => ({
		key: `e${String(index + 1)}`,
		date: entry.date,
		title: entry.title,
		text: entry.text ?? null,
		sources: entry.sources,
		actors: entry.actors ?? [],
		afterArticle: entry.afterArticle === true
	}));
	const actors = bank.actors.map(({ id, name }) => ({
		id,
		name,
		events: events.filter((event) => event.actors.includes(id)).length
	}));
	const { title, publisher, published } = bank.article;
	return {
		bankId: bank.id,
		title: bank.title,
		article: { title, publisher, published },
		before: byYear(events.filter((event) => !event.afterArticle)),
		after: byYear(events.filter((event) => event.afterArticle)),
		actors: actors.filter((actor) => actor.events > 0),
		sources: toSourceRegister(bank, bank.timeline),
		orderings: bank.items.flatMap((item) => (item.type === 'ordering' ? [item.number] : []))
	};
}

function byYear(events: readonly TimelineEvent[]): TimelineYear[] {
	const years = [...new Set(events.map(({ date }) => date.slice(0, 4)))];
	return years.map((year) => ({ year, events: events.filter(({ date }) => date.startsWith(year)) }));
}
