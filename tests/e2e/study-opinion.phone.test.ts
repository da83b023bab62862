import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';

test('the first session of a bank on an opinion piece opens by saying so, until its first rating', async ({ page }) => {
	const label = page.getByText('Based on an opinion piece; questions about the author’s views are marked.');
	const study = new StudyScreen(page);
	await study.open('?set=collision-course');
	await expect(label).toBeVisible();
	const top = (await study.stem.boundingBox())?.y;
	await study.reveal.click();
	await expect(study.ratings).toHaveCount(2);
	await expect(label).toBeVisible();
	expect((await study.stem.boundingBox())?.y).toBe(top);
	await study.rating(1).click();
	await expect(study.ratings).toHaveCount(0);
	await expect(label).toHaveCount(0);
	await page.goto('study/?set=collision-course&paragraph=6');
	await expect(study.stem).toBeVisible();
	await expect(label).toHaveCount(0);
});
