import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

/** Just enough of the companion to invite to its next paragraph. */
export const load: PageServerLoad = () => ({
	paragraphs: bank.companion.map(({ number, title, teaser }) => ({ number, title, teaser }))
});
