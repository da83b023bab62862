import { toSourcesView } from '$lib/content/sources-view';
import { writeSelection } from '$lib/state/share-query';
import type { PageLoad } from './$types';

// The page is written at build time. In the browser it is laid out again from the bank, which is stored for offline use in any
// case: kept with the page as well, the register would be the largest file of all.
export const load: PageLoad = async () => {
	const bank = import.meta.env.SSR
		? (await import('virtual:bank/collision-course')).default
		: await (await import('$lib/state/fetch-bank')).fetchBank('collision-course');
	return {
		title: bank.title,
		lang: bank.lang,
		paragraphs: bank.companion.map(({ number, title }) => ({ number, title })),
		groups: toSourcesView(bank).map(({ letter, entries }) => ({
			letter,
			entries: entries.map(({ publisher, sources }) => ({
				publisher,
				sources: sources.map(({ items, ...source }) => ({
					...source,
					questions: items.length,
					selection: writeSelection(bank.id, items)
				}))
			}))
		}))
	};
};
