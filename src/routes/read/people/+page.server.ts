import { drawRelations } from '$lib/components/read/relation-picture';
import { toPeopleView } from '$lib/content/people-view';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// The picture is drawn at build time from the rows of the table: the page carries numbers, not the drawing code.
export const load: PageServerLoad = () => {
	const people = toPeopleView(bank);
	return { people, picture: drawRelations(people.actors, people.relations) };
};
