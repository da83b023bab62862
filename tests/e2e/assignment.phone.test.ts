import { expect, test } from './fixtures';
import { BANK } from './quiz-bank';
import { QuizScreen } from './quiz-screen';
import { OpenScreen, ShareScreen, UNREACHABLE, whenOfflineReady } from './share-screen';
import { readStores } from './stores';

test.use({ serviceWorkers: 'allow' });

const PICKED = BANK.items.filter(({ type }) => type === 'single-choice' || type === 'true-false').slice(0, 2);

test('a teacher gives an assignment, and a learner takes it offline and hands it in sealed', async ({
	page,
	newProfile,
	watch,
	site
}) => {
	watch.tolerate(UNREACHABLE);
	await page.goto(`class/new/?set=collision-course&items=${PICKED.map(({ number }) => number).join(',')}`);
	await page.getByRole('textbox', { name: 'Title' }).fill('For Monday');
	await page.getByLabel('Your name, as learners see it').fill('Ms Khan');
	await page.reload();
	await expect(page.getByText('This is what you had begun.')).toBeVisible();
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('For Monday');
	const address = await new ShareScreen(page).address();
	const { given = [] } = await readStores(page);
	expect(given).toHaveLength(1);

	const learner = await (await newProfile()).newPage();
	await learner.goto('');
	await whenOfflineReady(learner);
	await site.stop();
	const opened = new OpenScreen(learner);
	await opened.open(address);
	await expect(learner.getByText('From Ms Khan.')).toBeVisible();
	await expect(learner.getByText('2 questions.')).toBeVisible();
	await opened.button('Start').click();
	const quiz = new QuizScreen(learner);
	const [first, second] = PICKED;
	if (first === undefined || second === undefined) throw new Error('The bank has no such questions');
	await quiz.expectItem(first);
	await quiz.answerRightly(first);
	await quiz.goOn();
	await quiz.answerRightly(second);
	await quiz.finish();

	await learner.getByRole('link', { name: 'Hand in' }).click();
	await learner.getByLabel('Your name').fill('Amina Gul');
	await learner.getByRole('button', { name: 'Make the result' }).click();
	await expect(learner.getByRole('img', { name: 'QR code of your result' })).toBeVisible();
	expect(await new ShareScreen(learner).address()).toContain('/result/#1d.');
	await learner.getByRole('button', { name: 'It was scanned' }).click();
	await expect(learner.getByText('Noted as sent.')).toBeVisible();
	await opened.open(address);
	await expect(learner.getByText('All sittings are taken.')).toBeVisible();
});
