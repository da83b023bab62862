import { toSourcesView } from '$lib/content/sources-view';
import { writeSelection } from '$lib/state/share-query';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// What rests on a source is gathered at build time; of its questions the page carries their number and the way to them.
export const load: PageServerLoad = () => ({
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
});
