import { expect, test } from './fixtures';
import { QuizScreen } from './quiz-screen';
import { OpenScreen, ShareScreen, storedRows, UNREACHABLE, whenOfflineReady } from './share-screen';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

test('a first visitor studies offline, takes a timed quiz, and the link they send is studied in another profile', async ({
	page,
	newProfile,
	watch,
	site
}) => {
	test.setTimeout(90_000);
	watch.tolerate(UNREACHABLE);
	await page.goto('');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The background to the news, for good.');
	await whenOfflineReady(page);
	await site.stop();
	await page.getByRole('link', { name: 'Start with the first cards' }).tap();
	const study = new StudyScreen(page);
	for (let card = 0; card < 3; card += 1) await study.rate(3);
	await page.getByRole('link', { name: /End session/ }).tap();
	await expect(page.getByText(/\d+ cards, 3 begun\./)).toBeVisible();

	const quiz = new QuizScreen(page, true);
	await page.getByRole('link', { name: 'Quiz', exact: true }).filter({ visible: true }).first().tap();
	await quiz.choose('How many', '5');
	await quiz.choose('Time', 'Whole quiz');
	await expect(page.getByText('5 minutes in all')).toBeVisible();
	await quiz.start();
	await expect(quiz.timeLeft).toHaveText(/^[45]:\d\d$/);
	for (let number = 1; number <= 5; number += 1) {
		await expect(page.getByText(`Question ${String(number)} of 5`).first()).toBeAttached();
		await quiz.answerRightly(await quiz.item());
		if (number < 5) await quiz.goOn();
	}
	await quiz.finish();
	await expect(page.getByRole('heading', { name: 'All 5 right.' })).toBeVisible();

	await page.goto('sets/');
	await page.getByRole('link', { name: /^Share: / }).tap();
	const share = new ShareScreen(page);
	await expect(share.code).toBeVisible();
	const address = await share.address();
	await site.restart();

	const other = await (await newProfile()).newPage();
	const opened = new OpenScreen(other);
	await opened.open(address);
	await expect(other.getByText(/\d+ questions, in English\./)).toBeVisible();
	expect(await storedRows(other)).toEqual([]);
	await opened.button('Study').tap();
	const theirs = new StudyScreen(other);
	await expect(theirs.stem).toBeVisible();
	await theirs.rate(3);
	await expect(other.getByText(/^2 of \d+$/)).toBeVisible();
});
