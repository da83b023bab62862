import { describe, expect, it, vi } from 'vitest';
import { readSettings } from '$lib/storage/settings-store';
import { memoryStore } from '../../storage/support';
import { appOver, stubPage } from './fake-app';

stubPage();

const newTab = async () => (await appOver()).app.preferences;

describe('settings that localStorage lost with a killed browser', () => {
	it('come back from the database', async () => {
		const store = memoryStore();
		vi.stubGlobal('localStorage', store);
		const { app, db } = await appOver();
		await app.preferences.change({ newPerDay: 5 });
		const before = store.getItem('backstory.look') ?? '';
		await app.preferences.change({ learnerName: 'Amina', theme: 'dark' });
		store.setItem('backstory.look', before);
		const { preferences } = (await appOver(db)).app;
		expect(preferences.current.learnerName).toBe('');
		await preferences.takeUp(db);
		expect(preferences.current).toMatchObject({ newPerDay: 5, learnerName: 'Amina', theme: 'dark' });
		expect(JSON.parse(store.getItem('backstory.look') ?? '')).toMatchObject({ learnerName: 'Amina' });
	});

	it('do not take back what was set since, in a tab that keeps no database', async () => {
		const store = memoryStore();
		vi.stubGlobal('localStorage', store);
		const { app, db } = await appOver();
		await app.preferences.change({ newPerDay: 5 });
		app.preferences.adopt({ newPerDay: 7 });
		await app.preferences.takeUp(db);
		expect(app.preferences.current.newPerDay).toBe(7);
	});
});

describe('settings of a tab that was closed before there was a database', () => {
	it('are copied to it, from where backups take them', async () => {
		const { app, db } = await appOver();
		app.preferences.adopt({ newPerDay: 7 });
		await app.preferences.takeUp(db);
		expect(await readSettings(db)).toMatchObject({ ok: true, value: { newPerDay: 7 } });
		// Nothing has changed since, in either place.
		await app.preferences.takeUp(db);
		expect(app.preferences.current.newPerDay).toBe(7);
	});
});

describe('settings in two tabs', () => {
	it('are not taken back by a tab that was open before they were set', async () => {
		const [tab, other] = [await newTab(), await newTab()];
		await tab.change({ needs: ['pauses'], shortcuts: false });
		await other.change({ newPerDay: 5 });
		expect((await newTab()).current).toMatchObject({ needs: ['pauses'], shortcuts: false, newPerDay: 5 });
		expect(other.current.needs).toEqual(['pauses']);
	});

	it('join the paragraphs that were read in each', async () => {
		const [tab, other] = [await newTab(), await newTab()];
		tab.markRead(2);
		other.markRead(1);
		expect((await newTab()).current.readParagraphs).toEqual([1, 2]);
	});

	it('live as long as the tab where the browser keeps nothing', async () => {
		vi.stubGlobal('localStorage', {
			getItem: () => null,
			setItem: () => {
				throw new Error('QuotaExceededError');
			}
		});
		const tab = await newTab();
		await tab.change({ newPerDay: 5 });
		await tab.change({ shortcuts: false });
		expect(tab.current).toMatchObject({ newPerDay: 5, shortcuts: false });
	});
});
