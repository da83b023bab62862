import { readFileSync } from 'node:fs';
import type { SharedSet } from '../../src/lib/domain/share-model';
import { encodeQr } from '../../src/lib/share/qr';
import { expect, test } from './fixtures';
import { BANK } from './quiz-bank';
import { basicItem, fragmentOf, OpenScreen, ownSet, ShareScreen, storedRows } from './share-screen';
import { readStores, storedReviews } from './stores';
import { StudyScreen } from './study-screen';

const TWENTY = JSON.parse(
	readFileSync(new URL('../fixtures/twenty-questions.json', import.meta.url), 'utf8')
) as SharedSet;

test('a link opened again says the set is there, and a newer edition keeps the progress and says what it changes', async ({
	page
}) => {
	const opened = new OpenScreen(page);
	const study = new StudyScreen(page);
	await opened.openFragment(await fragmentOf(ownSet()));
	await opened.button('Keep and study').click();
	await study.rate(3);
	const cards = (await readStores(page))['cards'];

	await opened.openFragment(await fragmentOf(ownSet()));
	await expect(page.getByText('You have this set.')).toBeVisible();
	await expect(page.getByText('Your progress is as you left it.')).toBeVisible();
	await opened.button('Study').click();
	await expect(study.stem).toHaveText('And through Cairo?');

	const items = [
		basicItem(1, 'Which river runs through Baghdad?', 'The Tigris', 2),
		basicItem(3, 'And through Vienna?', 'The Danube')
	];
	await opened.openFragment(await fragmentOf(ownSet({ revision: 2, items })));
	await expect(page.getByText('This is another edition of a set you have.')).toBeVisible();
	await expect(page.getByText('1 corrected, 1 new, 1 withdrawn; your progress stays.')).toBeVisible();
	const before = await storedRows(page);
	expect(before).toEqual(expect.arrayContaining([expect.objectContaining({ title: 'Rivers', revision: 1 })]));
	await opened.button('Update').click();
	await expect(opened.button('Update')).toHaveCount(0);
	expect((await readStores(page))['cards']).toEqual(cards);
	expect(await storedReviews(page)).toHaveLength(1);
	await page.goto('');
	await expect(page.getByText('2 cards, 1 begun.')).toBeVisible();

	await opened.openFragment(await fragmentOf(ownSet()));
	await expect(page.getByText('You have a newer edition of this set.')).toBeVisible();
});

test('ten questions of the bank fit a QR code of version 10 that holds exactly the link', async ({ page }) => {
	const last = BANK.items.length - 1;
	// As far apart as they can be, which makes the longest link.
	const numbers = Array.from({ length: 10 }, (_, place) => BANK.items[Math.floor((place * last) / 9)]?.number);
	await page.goto(`share/?set=collision-course&items=${numbers.join(',')}`);
	const share = new ShareScreen(page);
	await expect(share.code).toBeVisible();
	expect(await share.codeVersion()).toBeLessThanOrEqual(10);
	const code = encodeQr(await share.address());
	expect(await share.codeVersion()).toBe(code.version);
	await expect(share.code.locator('path')).toHaveAttribute('d', code.path);
	await expect(page.getByText(/^\d+ characters, short enough for a QR code\.$/)).toBeVisible();
});

test('a large set of one’s own has no QR code and says in a sentence how it travels', async ({ page }) => {
	const opened = new OpenScreen(page);
	const share = new ShareScreen(page);
	await opened.openFragment(await fragmentOf({ kind: 'set', set: TWENTY }));
	await opened.button('Keep for later').click();
	await expect(page.getByText('The set is on this device now.')).toBeVisible();
	await page.goto(`share/?set=${TWENTY.id}`);
	await expect(page.getByText(/too long for a QR code, short enough for a chat message\.$/)).toBeVisible();
	await expect(share.code).toHaveCount(0);
	expect((await share.address()).length).toBeLessThanOrEqual(4_100);

	const [first] = TWENTY.items;
	if (first === undefined) throw new Error('The fixture is empty');
	const many = { ...TWENTY, id: 'many-questions', items: manyItems(60) };
	await opened.openFragment(await fragmentOf({ kind: 'set', set: many }));
	await opened.button('Keep for later').click();
	await expect(page.getByText('The set is on this device now.')).toBeVisible();
	await page.goto('share/?set=many-questions');
	await expect(page.getByText(/more than chat programs carry safely\. Send it as a file\.$/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Send link' })).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Send file' })).toBeVisible();
});

test('a file is saved, and opened through the file picker in another profile', async ({ page, newProfile, folder }) => {
	await page.goto('share/?set=collision-course&items=6,4,1');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'File', exact: true }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/\.backstory$/);
	const file = `${folder}/${download.suggestedFilename()}`;
	await download.saveAs(file);
	await expect(page.getByText(`Saved as ${download.suggestedFilename()}.`)).toBeVisible();

	const other = await (await newProfile()).newPage();
	await other.goto('sets/');
	const opened = new OpenScreen(other);
	await expect(async () => {
		const [choosing] = await Promise.all([
			other.waitForEvent('filechooser', { timeout: 3000 }),
			opened.button('Choose a file').click()
		]);
		await choosing.setFiles(file);
	}).toPass();
	await expect(other).toHaveURL(/\/open\/?$/);
	await expect(other.getByText('3 questions, in English.')).toBeVisible();
	await opened.button('Study').click();
	await expect(new StudyScreen(other).stem).toBeVisible();
});

test('the paste field takes a message whose link is wrapped over lines', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('open/');
	const fragment = await fragmentOf(ownSet());
	const link = `${page.url()}#${fragment}`;
	const wrapped = (link.match(/.{1,60}/g) ?? []).join('\n');
	const field = page.getByLabel('Paste a link');
	await expect(async () => {
		await page.evaluate((text) => navigator.clipboard.writeText(text), `Hello all,\n\n${wrapped}\n\nSee you on Monday`);
		await field.fill('');
		await field.focus();
		await page.keyboard.press('ControlOrMeta+v');
		await page.getByRole('button', { name: 'Open the link' }).click();
		await expect(page.getByRole('heading', { name: 'Rivers' })).toBeVisible({ timeout: 3000 });
	}).toPass();
	expect(await storedRows(page)).toEqual([]);
});

/** Questions that compress badly, as different ones do. */
function manyItems(count: number) {
	return Array.from({ length: count }, (_, place) => {
		const words = Array.from({ length: 30 }, (__, word) =>
			((place * 7919 + word * 104_729) ** 2 % 1_000_003).toString(36)
		);
		return basicItem(place + 1, `${words.join(' ')}?`, words.slice(0, 6).reverse().join(''));
	});
}

test('where nothing was chosen yet, the page offers the sets there are, and back leads to the choice', async ({
	page
}) => {
	await page.goto('share/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would you like to share?');
	await page.getByRole('link', { name: BANK.title }).click();
	const share = new ShareScreen(page);
	await expect(share.code).toBeVisible();
	expect(await share.address()).toContain('/open/#1d.');
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would you like to share?');
	await expect(share.code).toBeHidden();
	await page.goForward();
	await expect(share.code).toBeVisible();
	await page.goto('share/?set=gone');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such set on this device.');
});
