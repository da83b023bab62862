import { expect, type Page } from 'playwright/test';

/** How many answers `pastStudy` writes, on how many days and to how many cards. */
export const PAST = { answers: 120, days: 5, cards: 24 } as const;

/**
 * Writes a past into the app's database: 24 cards of the bundled bank, each answered every four days until today, the first
 * three of them wrong each time but the first.
 */
export async function pastStudy(page: Page): Promise<void> {
	// This screen opens the database, and then there is one to write to.
	await page.goto('sets/');
	await expect(page.locator('#content li.quiet')).toBeVisible();
	await page.evaluate(async ({ cards: cardCount, days: dayCount }) => {
		const DAY = 86_400_000;
		const now = Date.now();
		const today = Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / DAY - 4 / 24);
		const events: object[] = [];
		const cards: object[] = [];
		for (let number = 1; number <= cardCount; number += 1) {
			const card = `collision-course.${number > 15 ? number + 1 : number}.1`;
			const isHard = number <= 3;
			for (let round = 0; round < dayCount; round += 1) {
				const day = today - 4 * (dayCount - 1 - round);
				const at = day * DAY + 6 * 3_600_000 + number * 1000;
				const time = at.toString(16).padStart(12, '0');
				const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${(number * 100 + round).toString(16).padStart(12, '0')}`;
				const rating = isHard && round > 0 ? 1 : 3;
				events.push({ id, device: 'past', seq: events.length, at, day, card, kind: 'review', rating, tookMs: 6000 });
			}
			const due = {
				phase: 'review',
				step: 0,
				dueDay: today + (number % 9),
				dueAt: null,
				readyDay: today + (number % 9)
			};
			const memory = { stability: number, difficulty: isHard ? 9 : 5, reviews: dayCount, lapses: isHard ? 4 : 0 };
			const last = { lastDay: today, lastAt: today * DAY + 6 * 3_600_000, failedDay: isHard ? today : null };
			cards.push({ card, setId: 'collision-course', ...due, ...memory, ...last, suspended: false, buriedUntil: null });
		}
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('backstory');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(new Error('The database does not open'));
		});
		const writing = db.transaction(['events', 'cards'], 'readwrite');
		for (const event of events) writing.objectStore('events').put(event);
		for (const card of cards) writing.objectStore('cards').put(card);
		await new Promise((resolve, reject) => {
			writing.oncomplete = resolve;
			writing.onerror = () => reject(new Error('The past cannot be written'));
		});
		db.close();
	}, PAST);
}
