import { expect, test } from './fixtures';

test('the companion’s map comes to life when it is scrolled to, its paragraphs when they are turned to', async ({
	page
}) => {
	await page.goto('read/');
	await expect(page.locator('.app > fieldset')).not.toHaveAttribute('disabled');
	const parts = page.locator('.late');
	await expect(page.locator('.late[disabled]')).toHaveCount(await parts.count());
	const closer = page.getByRole('button', { name: 'Zoom in' });
	const ground = page.locator('figure.place-map svg').first();
	const whole = (await ground.getAttribute('viewBox')) ?? '';
	await closer.scrollIntoViewIfNeeded();
	await closer.click();
	await expect(ground).not.toHaveAttribute('viewBox', whole);
	const third = parts.filter({ has: page.locator('#p3') });
	await expect(third).toHaveAttribute('disabled');
	await page.locator('.contents a[href="#p3"]').click();
	await expect(third).not.toHaveAttribute('disabled');
	await expect(parts.filter({ has: page.locator('#p4') })).toHaveAttribute('disabled');
});
