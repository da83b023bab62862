import { toGlossaryView } from '$lib/content/glossary-view';
import { writeSelection } from '$lib/state/share-query';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// Which cards belong to a word is found out at build time; the page carries nothing but the way to them.
export const load: PageServerLoad = () => ({
	title: bank.title,
	lang: bank.lang,
	groups: toGlossaryView(bank).map(({ letter, entries }) => ({
		letter,
		entries: entries.map(({ items, ...entry }) => ({ ...entry, selection: writeSelection(bank.id, items) }))
	}))
});
