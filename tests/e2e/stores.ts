import type { Page } from 'playwright/test';

/** An event as far as these tests look at it. */
export type StoredEvent = {
	id: string;
	kind: string;
	card: string;
	at: number;
	day: number;
	seq: number;
	rating?: number;
	tookMs?: number;
	voids?: string;
};

export type Stores = Record<string, unknown[]>;

/** @returns the rows of every table, read past the app; empty when there is no database */
export function readStores(page: Page): Promise<Stores> {
	return page.evaluate(async () => {
		const known = await indexedDB.databases();
		if (!known.some(({ name }) => name === 'backstory')) return {};
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('backstory');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(new Error('The database does not open'));
		});
		const names = [...db.objectStoreNames];
		const reading = db.transaction(names);
		const rows = await Promise.all(
			names.map(
				(name) =>
					new Promise<unknown[]>((resolve, reject) => {
						const all = reading.objectStore(name).getAll();
						all.onsuccess = () => resolve(all.result);
						all.onerror = () => reject(new Error(`${name} cannot be read`));
					})
			)
		);
		db.close();
		return Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]));
	});
}

export async function storedEvents(page: Page): Promise<StoredEvent[]> {
	return ((await readStores(page))['events'] ?? []) as StoredEvent[];
}

export async function storedReviews(page: Page): Promise<StoredEvent[]> {
	return (await storedEvents(page)).filter(({ kind }) => kind === 'review');
}

/** @returns the texts of events that wait in localStorage for the database */
export function journalled(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		Object.entries(localStorage).flatMap(([key, value]) =>
			key.startsWith('backstory.journal.') ? [String(value)] : []
		)
	);
}

/** Sets preferences before the app is first loaded. */
export async function prefer(page: Page, settings: Record<string, unknown>): Promise<void> {
	await page.addInitScript((text) => {
		if (localStorage.getItem('backstory.look') === null) localStorage.setItem('backstory.look', text);
	}, JSON.stringify(settings));
}
