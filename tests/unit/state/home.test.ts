import { afterEach, expect, it, vi } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import { deleteOldWork, listWork, writeWork } from '$lib/storage/work-store';
import { valueOf } from '../../storage/support';
import { appOver } from './fake-app';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

it('work that nobody went on with for a term is given up also where nobody ever studied', async () => {
	vi.stubGlobal('window', { requestIdleCallback: true });
	vi.stubGlobal('requestIdleCallback', (work: () => void) => {
		work();
	});
	const { app, db } = await appOver();
	for (const [id, days] of [
		['old', 100],
		['young', 89]
	] as const)
		valueOf(await writeWork(db, 'assignment', { id, at: Date.now() - days * DAY_MS, text: '{}' }, []));
	// It was found old on a day before.
	valueOf(await deleteOldWork(db, Date.now() - 8 * DAY_MS));
	app.home.start();
	await vi.waitFor(async () => {
		expect(valueOf(await listWork(db, 'assignment')).map(({ id }) => id)).toEqual(['young']);
	});
});
