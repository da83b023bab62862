import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSetting } from '$lib/storage/settings';
import { readSettings, writeSetting } from '$lib/storage/settings-store';
import { newFactory, openIn, valueOf } from './support';

describe('settings', () => {
	it('have their defaults until they are changed', async () => {
		const db = await openIn(newFactory());
		expect(valueOf(await readSettings(db))).toEqual(DEFAULT_SETTINGS);
		valueOf(await writeSetting(db, 'theme', 'dark'));
		valueOf(await writeSetting(db, 'readParagraphs', [1, 3]));
		expect(valueOf(await readSettings(db))).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', readParagraphs: [1, 3] });
	});

	it('that make no sense have their defaults, and the others stay', async () => {
		const db = await openIn(newFactory());
		valueOf(await writeSetting(db, 'newPerDay', 7));
		await db.settings.bulkPut([{ key: 'theme', value: 'sepia' }, { key: 'dayStartHour', value: 24 }]); // prettier-ignore
		expect(valueOf(await readSettings(db))).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 7 });
	});

	it.each([
		['newPerDay', -1],
		['reviewsPerDay', 2.5],
		['fourButtons', 'yes'],
		['timeFactor', 3],
		['lastBackupAt', 'today'],
		['readParagraphs', [1, '2']],
		['learnerName', 'x'.repeat(61)]
	] as const)('refuse %s = %s', (key, value) => {
		expect(parseSetting(key, value)).toBeUndefined();
	});
});
