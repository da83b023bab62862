import { deflateRaw } from '../../src/lib/share/deflate';
import { sealBody } from '../../src/lib/share/envelope';
import { toPlainText } from '../../src/lib/share/positional';
import { expect, test } from './fixtures';
import { basicItem, fragmentOf, OpenScreen, ownSet, sealPlain, storedRows } from './share-screen';
import { StudyScreen } from './study-screen';

const CUT_OFF = 'The link was cut off on its way. Ask the sender for the whole link, or for the file.';
const ALTERED = 'The link was altered on its way: some characters are not those that were sent.';
const NEWER = 'This was made with a newer version of Backstory.';
const TOO_LARGE = 'This is larger than any set Backstory makes, so it was not opened.';
const NOT_A_LINK = 'There is no Backstory link in this text.';
const BREAKS_RULES = 'The link is complete, but what is in it breaks the rules of a set';

/** Any dialog would mean that a script in a link ran. */
let dialogs: string[] = [];

test.beforeEach(({ page }) => {
	dialogs = [];
	page.on('dialog', (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
});

test.afterEach(() => {
	expect(dialogs).toEqual([]);
});

test('each link that cannot be opened says why, and nothing of it is stored', async ({ page }) => {
	const good = await fragmentOf(ownSet());
	const plain = toPlainText(ownSet());
	const middle = good.charAt(40) === 'A' ? 'B' : 'A';
	const bad: readonly (readonly [what: string, fragment: string, sentence: string])[] = [
		['cut off', good.slice(0, -8), CUT_OFF],
		['cut off after a few characters', good.slice(0, 6), CUT_OFF],
		['altered', `${good.slice(0, 40)}${middle}${good.slice(41)}`, ALTERED],
		['not base64', `${good.slice(0, 30)}*${good.slice(31)}`, ALTERED],
		['a newer version', `2d.${good.slice(3)}`, NEWER],
		['another way of compressing', `1z.${good.slice(3)}`, NEWER],
		['other text', 'section-2', NOT_A_LINK],
		['too long', `1d.${'A'.repeat(33_000)}`, TOO_LARGE],
		['inflating without end', `1d.${await sealBody(await deflateRaw(new Uint8Array(4_000_000)))}`, TOO_LARGE],
		['100,000 questions', await sealPlain(`[0,0,1,[${'0,'.repeat(99_999)}0]]`), TOO_LARGE],
		['deeply nested', await sealPlain(`${'['.repeat(5000)}${']'.repeat(5000)}`), BREAKS_RULES],
		['wrong types', await sealPlain(plain.replace('[0,0,1', '[0,0,"1"')), BREAKS_RULES],
		['an object with __proto__', await sealPlain('{"__proto__":{"polluted":true}}'), BREAKS_RULES],
		[
			'a bank that is not here',
			await fragmentOf({ kind: 'bank-items', bank: 'no-such-bank', bankRevision: 1, title: '', items: [1] }),
			'The link names a question bank that your copy of the app does not have.'
		]
	];
	const opened = new OpenScreen(page);
	await page.goto('open/');
	for (const [what, fragment, sentence] of bad) {
		await test.step(what, async () => {
			await page.evaluate((hash) => {
				location.hash = hash;
			}, fragment);
			await expect(opened.problem).toContainText(sentence);
			await expect(page.getByLabel('Paste a link')).toBeVisible();
			await page.evaluate(() => {
				location.hash = '';
			});
			await expect(opened.problem).toHaveCount(0);
		});
	}
	expect(await storedRows(page)).toEqual([]);
	expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('text that is no link and a file that is no set each say so', async ({ page }) => {
	const opened = new OpenScreen(page);
	await page.goto('open/');
	const paste = async (text: string, sentence: string) => {
		await expect(async () => {
			await page.getByLabel('Paste a link').fill(text);
			await page.getByRole('button', { name: 'Open the link' }).click();
			await expect(opened.problem).toContainText(sentence, { timeout: 2000 });
		}).toPass();
	};
	await paste('   ', 'There was nothing to open.');
	await paste('See you on Monday, https://example.org/open#top', NOT_A_LINK);
	const files = [
		[
			'backup.json',
			'{"format":"backstory-backup"}',
			'This is a JSON file, not a set. A backup is restored in Settings.'
		],
		['deck.apkg', 'PK\u0003\u0004rest', 'This is a zip or a package of another program.'],
		['page.html', '<!doctype html><title>x</title>', 'This is a web page that was saved, not a set.'],
		['photo.jpg', '\u0000\u0001\u0002', 'This is another kind of file.'],
		['notes.txt', 'Bring the map.', 'There is no set in this text file.'],
		['half.backstory', (await fragmentOf(ownSet())).slice(0, -5), CUT_OFF]
	] as const;
	for (const [name, text, sentence] of files) {
		const [choosing] = await Promise.all([page.waitForEvent('filechooser'), opened.button('Choose a file').click()]);
		await choosing.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
		await expect(opened.problem, name).toContainText(sentence);
	}
	expect(await storedRows(page)).toEqual([]);
});

test('a set with markup, addresses of scripts, hidden characters and __proto__ is shown and studied as plain text', async ({
	page
}) => {
	const stem = '<img src=x onerror=alert(1)> [press](javascript:alert(2)) HIDDEN{}';
	const content = ownSet({
		title: '__proto__ HIDDEN <script>alert(3)</script>',
		topics: [{ id: 'constructor', title: '__proto__' }],
		items: [
			{ ...basicItem(1, stem, 'javascript:alert(4)'), topic: 'constructor' },
			basicItem(2, 'data:text/html,<script>alert(5)</script>', '**bold** <b>not bold</b>')
		]
	});
	// What a careful sender takes out: an override that turns text round, an isolate, a control character.
	const plain = toPlainText(content).replaceAll('HIDDEN', 'ab\u202Ecd\u2066ef\u0007');
	const opened = new OpenScreen(page);
	await opened.openFragment(await sealPlain(plain));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('__proto__ abcdef <script>alert(3)</script>');
	await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
	expect(await storedRows(page)).toEqual([]);
	await expectHarmless();
	await opened.button('Keep and study').click();
	const study = new StudyScreen(page);
	await expect(study.stem).toContainText('<img src=x onerror=alert(1)>');
	await expectHarmless();
	await study.reveal.click();
	await expect(page.locator('.answer').first()).toContainText('javascript:alert(4)');
	await expectHarmless();
	await page.goto('sets/');
	await expect(page.getByRole('heading', { name: '__proto__ abcdef' })).toBeVisible();
	await expectHarmless();

	async function expectHarmless() {
		await expect(page.locator('#content').locator('img, script, [href^="javascript:"], [onerror]')).toHaveCount(0);
		expect(await page.evaluate(() => /\p{Bidi_Control}/u.test(document.documentElement.outerHTML))).toBe(false);
	}
});
