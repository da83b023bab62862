import { toReadingView } from '$lib/content/reading-view';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// Everything on this page is content: it is laid out at build time and stands in the HTML.
export const load: PageServerLoad = () => ({ reading: toReadingView(bank) });
