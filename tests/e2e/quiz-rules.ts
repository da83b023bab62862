import type { Page } from 'playwright/test';

const AFTERWARDS = ['after', 'later', 'closed'];
/** Those of a quiz taken for oneself. */
export const RULES = {
	feedback: { kind: 'end' },
	oneWay: false,
	confidence: false,
	penalty: 0,
	opensAt: null,
	closesAt: null,
	ending: { kind: 'submit' },
	review: { correctness: AFTERWARDS, marks: AFTERWARDS, explanation: AFTERWARDS, key: AFTERWARDS }
};

/** Gives the attempt under way rules that the composer need not offer. */
export async function changeSpec(page: Page, change: Record<string, unknown>): Promise<void> {
	await page.evaluate(
		(part) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('backstory');
				opening.onerror = () => reject(new Error('The database does not open'));
				opening.onsuccess = () => {
					const writing = opening.result.transaction('attempts', 'readwrite');
					const store = writing.objectStore('attempts');
					const reading = store.getAll();
					reading.onsuccess = () => {
						for (const row of reading.result as { spec: object }[])
							store.put({ ...row, spec: { ...row.spec, ...part } });
					};
					writing.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			}),
		change
	);
}
