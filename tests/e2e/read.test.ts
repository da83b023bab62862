import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';

test('a statement’s mark opens its note and closes it again', async ({ page }) => {
	await page.goto('read/#p1');
	const mark = page.locator('#p1').getByRole('button', { name: 'Who says so?' }).first();
	const note = page.locator('#p1 aside.note');
	await expect(note).toHaveCount(0);
	await mark.click();
	await expect(mark).toHaveAttribute('aria-expanded', 'true');
	await expect(note).toContainText(/, as of .*Sources: /s);
	await expect(page.locator(`[id="${(await mark.getAttribute('aria-controls')) ?? ''}"]`)).toBeVisible();
	await mark.click();
	await expect(note).toHaveCount(0);
});

test('a glossary term is explained on tap, or beside the text where there is room', async ({ page, viewport }) => {
	await page.goto('read/#p1');
	const term = page.locator('#p1 button.term').first();
	await term.click();
	await expect(term).toHaveAttribute('aria-expanded', 'true');
	const hasMargin = (viewport?.width ?? 0) >= 960;
	const explained = page.locator(hasMargin ? '#p1 .margin .note' : '#p1 aside.note.term').first();
	await expect(explained).toBeVisible();
	await expect(explained).not.toBeEmpty();
});

test('the way leads from the contents to a paragraph, its cards and back from an answered card', async ({ page }) => {
	await page.goto('read/');
	await expect(page.locator('#p3')).toBeHidden();
	await page.locator('.contents').locator('a[href="#p3"]').click();
	await expect(page.locator('#p3')).toBeVisible();
	await expect(page.locator('.contents')).toBeHidden();
	await expect(page.locator('#p4')).toBeHidden();
	await page.getByRole('link', { name: /^Study its .*cards?$/ }).click();
	const study = new StudyScreen(page);
	await study.reveal.click();
	await page.locator('.note').getByRole('link', { name: 'paragraph 3' }).click();
	await expect(page).toHaveURL(/\/read\/#p3$/);
	await expect(page.locator('#p3')).toBeVisible();
	await page.getByRole('link', { name: 'Next paragraph' }).click();
	await expect(page.locator('#p4')).toBeVisible();
	await page.getByRole('link', { name: 'Previous paragraph' }).click();
	await expect(page.locator('#p3')).toBeVisible();
	await page.getByRole('link', { name: /^Paragraph 3 of/ }).click();
	await expect(page.locator('.contents')).toBeVisible();
});

test('a paragraph that was read is marked in the contents, also after a reload', async ({ page }) => {
	await page.goto('read/#p1');
	await page.getByRole('link', { name: 'Next paragraph' }).click();
	await expect(page.locator('#p2')).toBeVisible();
	for (const visit of ['now', 'reloaded']) {
		await page.goto('read/');
		if (visit === 'reloaded') await page.reload();
		await expect(page.locator('.contents a[href="#p1"]')).toContainText('Read');
	}
});

test('the companion is there without JavaScript and its anchors work', async ({ newProfile }) => {
	const page = await (await newProfile({ javaScriptEnabled: false })).newPage();
	await page.goto('read/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.locator('.contents a[href="#p2"]').click();
	await expect(page.locator('#p2 .read').first()).toBeVisible();
	await expect(page.locator('.contents')).toBeHidden();
	await page.goto('read/timeline/');
	await expect(page.locator('#events li').last()).toBeVisible();
	await page.getByRole('link', { name: 'Who is who' }).click();
	await expect(page.locator('#relations td').first()).toBeVisible();
});

test('home and about stand in the HTML for whoever has no JavaScript', async ({ newProfile }) => {
	const page = await (await newProfile({ javaScriptEnabled: false })).newPage();
	await page.goto('');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The background to the news, for good.');
	await page.goto('about/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('on paper every paragraph stands with all its notes', async ({ page }) => {
	await page.goto('read/');
	await expect(page.locator('.app > fieldset')).not.toHaveAttribute('disabled');
	const marks = await page
		.locator('.sections')
		.getByRole('button', { name: 'Who says so?', includeHidden: true })
		.count();
	expect(marks).toBeGreaterThan(20);
	// The page itself counts while the browser prints: afterwards the notes are gone again.
	await page.evaluate(() => {
		addEventListener('beforeprint', () => {
			const notes = document.querySelectorAll('.sections aside.note:not(.term)').length;
			document.documentElement.dataset['printedNotes'] = String(notes);
		});
	});
	await page.pdf();
	await expect(page.locator('html')).toHaveAttribute('data-printed-notes', String(marks));
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect(page.locator('#p1')).toBeVisible();
	await expect(page.locator('#p7')).toBeVisible();
	await expect(page.locator('.sections aside.note:not(.term)').last()).toBeVisible();
	await expect(page.locator('.sections aside.note.term').last()).toBeVisible();
	await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('the last line comes out from under the bar, and no room is lost below it', async ({ page }) => {
	const betweenMainAndBar = () =>
		page.evaluate(() => {
			scrollTo(0, document.documentElement.scrollHeight);
			const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
			return Math.abs((edge('main')?.bottom ?? 0) - (edge('footer')?.top ?? 0));
		});
	for (const address of ['read/', 'read/#p5']) {
		await page.goto(address);
		await expect.poll(betweenMainAndBar).toBeLessThanOrEqual(1);
	}
});
