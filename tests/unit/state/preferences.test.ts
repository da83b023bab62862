import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '../../storage/support';
import { appOver } from './fake-app';

beforeEach(() => {
	vi.stubGlobal('localStorage', memoryStore());
	vi.stubGlobal('document', { documentElement: { dataset: {} } });
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const newTab = async () => (await appOver()).app.preferences;

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
