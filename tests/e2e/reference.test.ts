import { expect, test } from './fixtures';

test('the timeline shows every event, then an actor’s only, and leads to the cards that ask for an order', async ({
	page
}) => {
	await page.goto('read/timeline/');
	const events = page.locator('#events li');
	const all = await events.count();
	expect(all).toBeGreaterThan(40);
	await expect(events.first()).toContainText('12 November');
	await expect(events.first().getByRole('link').first()).toHaveAttribute('href', /^https?:/);
	await expect(events.last()).toContainText('after the article');
	await page.getByLabel('Show events with').selectOption('Russia (1)');
	await expect(events).toHaveCount(1);
	await expect(page.getByRole('status')).toHaveText(`1 of ${all} events`);
	await page.getByRole('link', { name: 'Practise the order' }).click();
	await expect(page).toHaveURL(/study\/\?set=collision-course&items=\d+(,\d+)+$/);
	await expect(page.locator('[data-stem]')).toBeVisible();
});

test('an actor is chosen by its button or its name in the picture, and its relations alone remain', async ({
	page
}) => {
	await page.goto('read/people/');
	const rows = page.locator('#relations tbody tr');
	const all = await rows.count();
	expect(all).toBeGreaterThan(20);
	await page.getByText('Russia', { exact: true }).and(page.locator('label *')).click();
	await expect(rows).toHaveCount(1);
	await expect(page.getByRole('row', { name: /Russia.*formal recognition/ })).toBeVisible();
	await expect(page.locator('figure line.near')).toHaveCount(1);
	await page.locator('figure [data-actor="iskp"]').click();
	await expect(page.getByRole('radio', { name: 'ISKP' })).toBeChecked();
	await expect(rows).toHaveCount(2);
	await page.locator('figure [data-actor="iskp"]').click();
	await expect(rows).toHaveCount(all);
});

test('timeline and who is who lead to one another and keep the actor', async ({ page }) => {
	await page.goto('read/people/?actor=turkiye');
	await page.getByRole('link', { name: '3 events on the timeline' }).click();
	await expect(page.locator('#events li')).toHaveCount(3);
	await page.getByRole('link', { name: 'Who is this?' }).click();
	await expect(page.locator('#actors > div')).toHaveCount(1);
	await expect(page.locator('#actors dt')).toHaveText('Türkiye');
	await page.getByRole('navigation', { name: 'Background' }).getByRole('link', { name: 'Timeline' }).click();
	await expect(page.getByRole('link', { name: 'Timeline', exact: true })).toHaveAttribute('aria-current', 'page');
});
