import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';
import { SyncScreen } from './sync-screen';

test('codes carry one log to another phone, by picture or as text, and a phone without a camera says what to do', async ({
	page,
	newProfile
}) => {
	const other = await (await newProfile()).newPage();
	const [here, there] = [new SyncScreen(page), new SyncScreen(other)];
	for (const on of [page, other]) {
		const study = new StudyScreen(on);
		await study.open();
		await study.rate(3);
	}

	await here.words();
	await here.press('Show codes');
	await expect(page.getByText('Code 1 of 1')).toBeVisible();
	const picture = await here.code.screenshot();

	await there.words();
	await there.press('Read codes');
	await there.press('Start the camera');
	await expect(other.getByText('There is no camera here.')).toBeVisible();
	await there.unfold('Without a camera');
	await other.getByLabel('Text of the codes').fill('WIFI:T:WPA;;');
	await there.press('Read the text');
	await expect(other.getByText('This is no code of Backstory’s log.')).toBeVisible();
	await other
		.getByLabel('Choose pictures of codes')
		.setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
	await expect(other.getByText('1 answer or change was new here.')).toBeVisible();
	await expect(other.getByText(/2 answers, from 2 devices\.\s+Last brought together by codes, /)).toBeVisible();

	await there.press('Stop');
	await there.press('Show codes');
	await there.unfold('Codes as text');
	const text = await other.getByRole('textbox', { name: 'Codes as text' }).inputValue();
	await here.press('Stop');
	await here.press('Read codes');
	await here.unfold('Without a camera');
	await page.getByLabel('Text of the codes').fill(text);
	await here.press('Read the text');
	await expect(page.getByText('1 answer or change was new here.')).toBeVisible();
	await expect.poll(() => here.shownWords()).toBe(await there.shownWords());
});
