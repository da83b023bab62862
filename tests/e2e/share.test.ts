import { expect, test } from './fixtures';
import { BANK } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';
import { fragmentOf, OpenScreen, ownSet, ShareScreen, storedRows, UNREACHABLE, whenOfflineReady } from './share-screen';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

const [TOPIC] = BANK.topics;
const IN_TOPIC = BANK.items.filter(({ topic }) => topic === TOPIC?.id).length;

test('a topic is shared from the list of questions, and opens and is studied in another profile', async ({
	page,
	newProfile
}) => {
	await page.goto(`browse/?set=collision-course&topics=${TOPIC?.id ?? ''}`);
	await expect(page.getByLabel('Topic')).toHaveValue(TOPIC?.id ?? '');
	await page.getByRole('checkbox', { name: 'Select all shown' }).check();
	await page.getByRole('link', { name: 'Share', exact: true }).click();
	const share = new ShareScreen(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${BANK.title}, ${String(IN_TOPIC)} questions`);
	await page.getByLabel('Name it, if you like').fill('Who is who, for Monday');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is who, for Monday');
	const address = await share.address();

	const other = await (await newProfile()).newPage();
	const opened = new OpenScreen(other);
	await opened.open(address);
	await expect(other.getByRole('heading', { name: 'Who is who, for Monday' })).toBeVisible();
	await expect(other.getByText(`${String(IN_TOPIC)} questions, in English.`)).toBeVisible();
	expect(await storedRows(other)).toEqual([]);
	await opened.button('Study').click();
	const study = new StudyScreen(other);
	await expect(study.stem).toBeVisible();
	await study.rate(3);
	await expect(other.getByText(/^2 of \d+$/)).toBeVisible();
});

test('a hand-picked selection is shared as a quiz with its settings and taken in another profile, offline', async ({
	page,
	newProfile,
	watch,
	site
}) => {
	watch.tolerate(UNREACHABLE);
	await page.goto('browse/?set=collision-course');
	const picked = BANK.items.filter(({ type }) => type === 'single-choice' || type === 'true-false').slice(0, 3);
	const rows = page.locator('#content li').getByRole('checkbox');
	for (const { number } of picked) await rows.nth(BANK.items.findIndex((item) => item.number === number)).check();
	await expect(page.getByText('3 selected')).toBeVisible();
	await page.getByRole('link', { name: 'Share', exact: true }).click();
	await page.getByRole('group', { name: 'Send it as' }).getByText('A quiz').click();
	await page.getByRole('spinbutton', { name: 'Minutes' }).fill('7');
	await expect(page.getByText('Quiz, 7 minutes in all. No account needed to open it.')).toBeVisible();
	const address = await new ShareScreen(page).address();

	const other = await (await newProfile()).newPage();
	await other.goto('');
	await whenOfflineReady(other);
	await site.stop();
	const opened = new OpenScreen(other);
	await opened.open(address);
	await expect(other.getByText('A quiz of 3 questions, 7 minutes in all.')).toBeVisible();
	expect(await storedRows(other)).toEqual([]);
	await opened.button('Take the quiz').click();
	const quiz = new QuizScreen(other);
	await expect(quiz.timeLeft).toHaveText(/^[67]:\d\d$/);
	for (const [index, item] of picked.entries()) {
		await quiz.expectItem(item);
		await quiz.answerRightly(item);
		if (index < 2) await quiz.goOn();
	}
	await quiz.finish();
	await expect(other.getByRole('heading', { name: 'All 3 right.' })).toBeVisible();
	expect(await storedAttempts(other)).toMatchObject([{ spec: { time: { kind: 'quiz', limitMs: 420_000 }, count: 3 } }]);
});

test('a set of somebody’s own is kept only when asked, then studied and quizzed offline', async ({
	page,
	watch,
	site
}) => {
	watch.tolerate(UNREACHABLE);
	const fragment = await fragmentOf(ownSet());
	await page.goto('');
	await whenOfflineReady(page);
	await site.stop();
	const opened = new OpenScreen(page);
	await opened.openFragment(fragment);
	await expect(page.getByRole('heading', { name: 'Rivers' })).toBeVisible();
	await expect(page.getByText('The author is unknown.')).toBeVisible();
	await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
	await expect(page.getByText('The Tigris')).toHaveCount(0);
	expect(await storedRows(page)).toEqual([]);
	await page.reload();
	await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
	expect(await storedRows(page)).toEqual([]);

	await opened.button('Keep and study').click();
	const study = new StudyScreen(page);
	await expect(study.stem).toHaveText('Which river flows through Baghdad?');
	await study.rate(3);
	await page.goto('sets/');
	await page.getByRole('link', { name: 'Quiz: Rivers' }).click();
	await expect(page.getByRole('button', { name: 'Start, 2 questions' })).toBeEnabled();
	const quiz = new QuizScreen(page);
	await quiz.start();
	await page.locator('[data-reveal]').click();
	await quiz.pick('knew');
	await quiz.goOn();
	await page.locator('[data-reveal]').click();
	await quiz.pick('did-not');
	await quiz.finish();
	await expect(page.getByRole('heading', { name: '1 of 2 questions right.' })).toBeVisible();
});
