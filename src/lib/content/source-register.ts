import type { Bank } from './bank';

/** A source as a page links it. */
export type SourceLink = { readonly title: string; readonly publisher: string; readonly url: string };

/** @returns the bank's sources that some of the entries cite, by key: what a page needs, and no more */
export function toSourceRegister(
	bank: Pick<Bank, 'sources'>,
	entries: readonly { readonly sources: readonly string[] }[]
): Readonly<Record<string, SourceLink>> {
	const cited = new Set(entries.flatMap(({ sources }) => sources));
	return Object.fromEntries(
		bank.sources
			.filter(({ key }) => cited.has(key))
			.map(({ key, title, publisher, url }) => [key, { title, publisher, url }])
	);
}
