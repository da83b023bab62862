import { toTimelineView } from '$lib/content/timeline-view';
import type { PageLoad } from './$types';

// Written at build time; in the browser laid out again from the bank, which is stored for offline use in any case.
export const load: PageLoad = async () => {
	const bank = import.meta.env.SSR
		? (await import('virtual:bank/collision-course')).default
		: await (await import('$lib/state/fetch-bank')).fetchBank('collision-course');
	return { timeline: toTimelineView(bank) };
};
