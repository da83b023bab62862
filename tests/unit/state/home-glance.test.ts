import { expect, it, vi } from 'vitest';
import { DAY_MS, MINUTE_MS } from '$lib/domain/units';
import { nextDayStart, nextMidnight, studyDayOf } from '$lib/state/clock';
import { glanceAhead } from '$lib/state/home-glance';
import { NO_PLAN, type HomeSummary } from '$lib/storage/home-summary';
import { memoryStore } from '../../storage/support';
import { appOver, stubPage } from './fake-app';

/** Sunday noon, wherever the test runs. */
const NOON = new Date(2026, 10, 22, 12).getTime();

stubPage();

const summary: HomeSummary = {
	format: 1,
	...NO_PLAN,
	dueByDay: [[studyDayOf(NOON), 2]],
	learningDueAt: [],
	doneDay: studyDayOf(NOON),
	newDone: 20,
	reviewsDone: 0,
	sets: [{ id: 'a-set', title: 'A set', cards: 25, introduced: 22 }],
	otherSets: 0,
	otherFresh: 0
};

async function glance(some: Partial<HomeSummary> = {}, settings: Record<string, unknown> = {}) {
	const { preferences } = (await appOver()).app;
	preferences.adopt(settings);
	return glanceAhead({ ...summary, ...some }, preferences, NOON);
}

it('tells today’s cards until midnight, and those of the next study day once it has begun', async () => {
	const { from, told } = await glance();
	expect(from).toBe(NOON);
	expect(told.slice(0, 4)).toEqual([
		[nextMidnight(NOON), 'Sunday 22 November', 'Two cards are due.', 'Study 2 cards'],
		[nextDayStart(NOON), 'Monday 23 November', 'Two cards are due.', 'Study 2 cards'],
		[nextMidnight(NOON + DAY_MS), 'Monday 23 November', 'Five cards are due.', 'Study 5 cards'],
		[nextMidnight(NOON + 2 * DAY_MS), 'Tuesday 24 November', 'Five cards are due.', 'Study 5 cards']
	]);
	expect(told.at(-1)?.[0]).toBe(NOON + 7 * DAY_MS);
});

it('counts a learning card from the moment on at which it may come', async () => {
	const { told } = await glance({ dueByDay: [], learningDueAt: [NOON + 30 * MINUTE_MS] }, { learnAheadMinutes: 20 });
	expect(told.slice(0, 2)).toEqual([
		[NOON + 10 * MINUTE_MS, 'Sunday 22 November', 'Nothing is due.', ''],
		[nextMidnight(NOON), 'Sunday 22 November', 'One card is due.', 'Study 1 card']
	]);
});

it('names the settings it follows from as they are kept', async () => {
	const { basis } = await glance({}, { newPerDay: 5 });
	expect(basis).toContainEqual(['newPerDay', 5]);
	expect(basis).toContainEqual(['plan', null]);
	vi.stubGlobal('localStorage', memoryStore());
	const { preferences } = (await appOver()).app;
	expect(glanceAhead(summary, preferences, NOON).basis).toContainEqual(['newPerDay', null]);
});
