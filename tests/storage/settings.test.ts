import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSetting, parseSettings, toPortable } from '$lib/storage/settings';
import { readSettings, writeSettings } from '$lib/storage/settings-store';
import { newFactory, NOON, openIn, valueOf } from './support';

describe('settings', () => {
	it('have their defaults until they are changed', async () => {
		const db = await openIn(newFactory());
		expect(valueOf(await readSettings(db))).toEqual(DEFAULT_SETTINGS);
		valueOf(await writeSettings(db, { theme: 'dark' }, NOON));
		valueOf(await writeSettings(db, { readParagraphs: [1, 3] }, NOON));
		expect(valueOf(await readSettings(db))).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', readParagraphs: [1, 3] });
	});

	it('that make no sense have their defaults, and the others stay', async () => {
		const db = await openIn(newFactory());
		valueOf(await writeSettings(db, { newPerDay: 7 }, NOON));
		await db.settings.bulkPut([{ key: 'theme', value: 'sepia' }, { key: 'dayStartHour', value: 24 }]); // prettier-ignore
		expect(valueOf(await readSettings(db))).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 7 });
	});

	it.each([
		['newPerDay', -1],
		['reviewsPerDay', 2.5],
		['fourButtons', 'yes'],
		['timeFactor', 3],
		['needs', null],
		['needs', ['pauses', 1]],
		['needs', Array.from({ length: 10 }, () => 'pauses')],
		['weeklyGoal', 0],
		['weeklyGoal', 8],
		['lastBackupAt', 'today'],
		['readParagraphs', [1, '2']],
		['learnerName', 'x'.repeat(61)],
		['dayStartHour', 24],
		['learnAheadMinutes', 1440],
		['setLimits', [{ setId: 'a', fresh: 5 }]],
		['setLimits', [{ setId: 'a', fresh: 5, reviews: null, more: 1 }]],
		['setLimits', [{ setId: 'a', fresh: 10_000, reviews: null }]],
		['setLimits', [{ setId: 'a', fresh: 5, reviews: null }, { setId: 'a', fresh: 6, reviews: null }]], // prettier-ignore
		['todayLimits', { day: 1.5, fresh: null, reviews: null }],
		['todayLimits', { day: 20_000, fresh: -1, reviews: null }],
		['reviewOrder', 'alphabetical'],
		['newOrder', 0],
		['newMix', 'between'],
		['buryNewSiblings', 1],
		['leechThreshold', 0],
		['leechThreshold', 100],
		['easyDays', [1, 1, 1, 1, 1, 1]],
		['easyDays', [1, 1, 1, 1, 1, 1, 0.7]],
		['balanceLoad', 'on']
	] as const)('refuse %s = %s', (key, value) => {
		expect(parseSetting(key, value)).toBeUndefined();
	});

	it.each([
		['setLimits', [{ setId: 'a', fresh: null, reviews: 0 }]],
		['needs', ['untimed', 'pauses']],
		['todayLimits', null],
		['todayLimits', { day: 20_000, fresh: 0, reviews: null }],
		['easyDays', [1, 0.5, 0, 1, 1, 1, 1]],
		['dayStartHour', 0],
		['learnAheadMinutes', 0]
	] as const)('take %s = %o', (key, value) => {
		expect(parseSetting(key, value)).toEqual(value);
	});

	it('of an older version are read as they are, and the newer ones have their defaults', () => {
		const old = { newPerDay: 5, reviewsPerDay: 50, dayStartHour: 6 };
		expect(parseSettings(old)).toEqual(old);
	});

	it('about scheduling travel to another device', () => {
		const scheduling = { reviewOrder: 'random', easyDays: [1, 1, 1, 1, 1, 0.5, 0], leechThreshold: 6 } as const;
		expect(toPortable({ ...scheduling, lastBackupAt: 5 })).toEqual(scheduling);
	});
});
