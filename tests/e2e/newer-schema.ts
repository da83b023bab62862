import type { Page } from 'playwright/test';

/** What the browser calls the version of a schema that is one further than today's. */
export const NEWER = 40;

/** Raises the schema as a later release might, from a page of this site that stores nothing. @returns whether any tab was in the way */
export function upgradeDatabase(page: Page): Promise<string> {
	return page.evaluate(
		(version) =>
			new Promise<string>((resolve, reject) => {
				const opening = indexedDB.open('backstory', version);
				opening.onblocked = () => resolve('blocked');
				opening.onerror = () => reject(new Error('The database does not open'));
				opening.onupgradeneeded = () => {
					opening.result.deleteObjectStore('quarantine');
					opening.transaction?.objectStore('cards').deleteIndex('readyAt');
					opening.result.createObjectStore('later', { keyPath: 'id' });
				};
				opening.onsuccess = () => {
					opening.result.close();
					resolve('upgraded');
				};
			}),
		NEWER
	);
}

export function versionOf(page: Page): Promise<number | undefined> {
	return page.evaluate(async () => {
		const known = await indexedDB.databases();
		return known.find(({ name }) => name === 'backstory')?.version;
	});
}

export function eraseDatabase(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const erasing = indexedDB.deleteDatabase('backstory');
				erasing.onsuccess = () => resolve();
				erasing.onblocked = erasing.onerror = () => reject(new Error('The database is still open'));
			})
	);
}
