import { toSortView } from '$lib/content/sort-view';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// The statements stand in the page, so that the first one needs no further request.
export const load: PageServerLoad = () => ({ view: toSortView(bank) });
