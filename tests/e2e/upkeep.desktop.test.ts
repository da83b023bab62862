import { expect, test } from './fixtures';
import { readStores } from './stores';
import { StudyScreen } from './study-screen';

test('what is derived from the answers can be worked out anew, and says what was put right', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await study.rate(1);
	const before = (await readStores(page))['cards'];
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('backstory');
				opening.onsuccess = () => {
					const cards = opening.result.transaction('cards', 'readwrite').objectStore('cards');
					cards.clear().onsuccess = () => {
						opening.result.close();
						resolve();
					};
				};
			})
	);
	await page.goto('settings/');
	await page.getByRole('button', { name: 'Work everything out anew' }).click();
	await expect(page.getByText('2 entries, 2 cards; 2 cards were put right.')).toBeVisible();
	expect((await readStores(page))['cards']).toEqual(before);
	await page.getByRole('button', { name: 'Work everything out anew' }).click();
	await expect(page.getByText('2 entries, 2 cards; 0 cards were put right.')).toBeVisible();
});
