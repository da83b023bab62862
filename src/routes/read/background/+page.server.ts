import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// Long lists to look things up in: plain HTML, no script, so that nothing is sent twice.
export const csr = false;

export const load: PageServerLoad = () => {
	const { title, timeline, glossary, actors, sources } = bank;
	return { title, timeline, glossary, actors, sources };
};
