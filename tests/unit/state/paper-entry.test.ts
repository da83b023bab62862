import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PaperEntry } from '$lib/state/paper-entry.svelte';
import { saveGiven } from '$lib/storage/given-store';
import { listResults } from '$lib/storage/results-store';
import { given } from '../../storage/assignments';
import { valueOf } from '../../storage/support';
import { appOver, stubLocks, stubTabStorage } from './fake-app';

let time = 1;

beforeEach(() => {
	stubTabStorage();
	stubLocks();
	vi.spyOn(Date, 'now').mockImplementation(() => (time += 1));
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

async function twoWindows() {
	const first = await appOver();
	const second = await appOver(first.db);
	const row = given();
	valueOf(await saveGiven(first.db, row));
	const entries = [new PaperEntry(first.app.database), new PaperEntry(second.app.database)] as const;
	for (const entry of entries) await entry.load(row.id);
	const names = async () => valueOf(await listResults(first.db, row.id)).map(({ result }) => result.name);
	return { entries, names };
}

it('papers typed in in two windows are all in the gradebook, and one saved twice at once is in once', async () => {
	const { entries, names } = await twoWindows();
	for (const [index, name] of ['Amina', 'Bilal', 'Zara'].entries()) {
		const entry = entries[index % 2 === 0 ? 0 : 1];
		entry.name = name;
		entry.line = '+';
		expect(await Promise.all([entry.save(), entry.save()])).toEqual([true, false]);
	}
	expect((await names()).sort()).toEqual(['Amina', 'Bilal', 'Zara']);
});

it('a paper that is corrected takes its own place', async () => {
	const { entries, names } = await twoWindows();
	const [entry] = entries;
	for (const line of ['+', '-']) {
		entry.name = 'Amina';
		entry.line = line;
		expect(await entry.save()).toBe(true);
	}
	expect(await names()).toEqual(['Amina']);
});
