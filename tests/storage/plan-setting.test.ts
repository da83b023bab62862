import { describe, expect, it } from 'vitest';
import { DEFAULT_COST } from '$lib/domain/plan/review-cost';
import type { StudyPlan } from '$lib/domain/plan/study-plan';
import { exportBackup } from '$lib/storage/backup';
import { parseSetting } from '$lib/storage/settings';
import { readSettings, writeSettings } from '$lib/storage/settings-store';
import { newFactory, NOON, openIn, valueOf } from './support';

const exam: StudyPlan = {
	kind: 'exam',
	setId: 'collision-course',
	items: [3, 7],
	examDay: 20_030,
	minutes: 15,
	cost: DEFAULT_COST,
	madeDay: 20_000,
	recall: 0.83
};
const backlog: StudyPlan = { kind: 'backlog', minutes: 20, cost: DEFAULT_COST, madeDay: 20_000, clearedDay: null };

describe('the plan setting', () => {
	it.each([exam, backlog, { ...backlog, clearedDay: 20_040 }, null])('is kept and read again: %j', async (plan) => {
		const db = await openIn(newFactory());
		valueOf(await writeSettings(db, { plan }, NOON));
		expect(valueOf(await readSettings(db)).plan).toEqual(plan);
	});

	it('travels in a backup', async () => {
		const db = await openIn(newFactory());
		valueOf(await writeSettings(db, { plan: exam }, NOON));
		const backup = JSON.parse(valueOf(await exportBackup(db, NOON))) as { settings: unknown };
		expect(backup.settings).toEqual({ plan: exam });
	});

	it.each([
		['another kind', { ...exam, kind: 'holiday' }],
		['an unknown name', { ...exam, colour: 'red' }],
		['a share above one', { ...exam, recall: 1.2 }],
		['minutes that no day has', { ...backlog, minutes: 1441 }],
		['a card that takes no time', { ...exam, cost: { ...DEFAULT_COST, passed: 0 } }],
		['half an item', { ...exam, items: [1.5] }],
		['a day that is none', { ...backlog, clearedDay: 'soon' }],
		['text', 'exam']
	])('is refused with %s', (_, value) => {
		expect(parseSetting('plan', value)).toBeUndefined();
	});
});
