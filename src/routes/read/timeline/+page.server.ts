import { toTimelineView } from '$lib/content/timeline-view';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ timeline: toTimelineView(bank) });
