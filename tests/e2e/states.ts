import { expect, type Page } from 'playwright/test';
import { giveAssignment, handIn, storeGiven } from './class-given';
import { pastStudy } from './past-study';
import { ROUTES } from './routes';
import { prefer } from './stores';
import { StudyScreen } from './study-screen';

type State = { readonly name: string; readonly open: (page: Page) => Promise<void> };

const visit = (route: string): State => ({
	name: `/${route}`,
	open: async (page) => {
		await page.goto(route);
		await expect(page.locator('#content').getByRole('heading').first()).toBeAttached();
		// What is written before the app runs is disabled; Playwright takes every fieldset for enabled, the selector does not.
		await expect(page.locator('fieldset:has(#content):enabled')).toHaveCount(1);
	}
});

/** Every screen, and what the most used ones look like in use. */
export const STATES: readonly State[] = [
	// The register and the list of questions repeat one kind of row a hundred times and more: some stand for all, below.
	...ROUTES.filter((route) => !['study/', 'read/sources/', 'browse/', 'class/new/'].includes(route)).map(visit),
	{
		name: '/class/new/',
		open: async (page) => {
			await page.goto('class/new/');
			await expect(page.getByRole('button', { name: 'Make the assignment' })).toBeEnabled();
		}
	},
	{ name: 'study, question', open: (page) => new StudyScreen(page).open('?set=collision-course') },
	{
		name: 'study, answer',
		open: async (page) => {
			const study = new StudyScreen(page);
			await study.open('?set=collision-course');
			await study.reveal.click();
			await expect(study.ratings).toHaveCount(2);
		}
	},
	{
		name: 'study, four buttons',
		open: async (page) => {
			await prefer(page, { fourButtons: true });
			const study = new StudyScreen(page);
			await study.open('?set=collision-course');
			await study.reveal.click();
			await expect(study.ratings).toHaveCount(4);
		}
	},
	{
		name: 'study, end',
		open: async (page) => {
			await prefer(page, { newPerDay: 1 });
			const study = new StudyScreen(page);
			await study.open('?set=collision-course');
			await study.rate(1);
			await study.finish();
		}
	},
	{
		name: 'gradebook, with results',
		open: async (page) => {
			const given = await giveAssignment();
			const right = { type: 'choice', chosen: [0] } as const;
			const amina = await handIn(given, 'Amina Gul', [right, null, null, right]);
			const other = await handIn(given, 'W'.repeat(60), [null, null, null, right], { lateMs: 60_000 });
			await storeGiven(page, given);
			await page.getByLabel(/Paste what came back/).fill(`${amina.fragment} ${other.fragment} 1d.AAAA`);
			await page.getByRole('button', { name: 'Take in', exact: true }).click();
			await page.getByRole('link', { name: 'For Monday: see the results' }).click();
			await page.getByText('Which river is the longest?').click();
			await expect(page.getByRole('button', { name: 'B: Helmand' })).toBeVisible();
		}
	},
	{
		name: 'quiz, more choices',
		open: async (page) => {
			await page.goto('quiz/');
			await page.getByText('More choices').click();
			await page.getByText('By blueprint').click();
			await page.getByText('See the questions').click();
			await page.getByText('Rules of the quiz').click();
			await expect(page.getByRole('group', { name: 'When an answer is told' })).toBeVisible();
		}
	},
	{
		name: 'home, returning',
		open: async (page) => {
			const study = new StudyScreen(page);
			await study.open('?set=collision-course');
			await study.rate(3);
			await page.getByRole('link', { name: /End session/ }).click();
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByRole('img')).toBeVisible();
		}
	},
	{
		name: 'browse, filters and a selection',
		open: async (page) => {
			await page.goto('browse/?set=collision-course&paragraph=5');
			await page.getByRole('checkbox', { name: 'Select all shown' }).check();
			await page.getByRole('button', { name: 'Suspend' }).click();
			await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
			await page.locator('#content li').getByRole('checkbox').first().check();
			await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
		}
	},
	{ name: 'read, a paragraph', open: (page) => openParagraph(page) },
	{
		name: 'read, an open note',
		open: async (page) => {
			await openParagraph(page);
			await page.locator('#p1 button.mark').first().click();
			await expect(page.locator('#p1 aside.note')).toBeVisible();
		}
	},
	{
		name: 'sources, some found and one opened',
		open: async (page) => {
			await page.goto('read/sources/#S24');
			await page.getByRole('searchbox').fill('nation');
			await page.locator('#S24 summary').click();
			await expect(page.locator('#S24 .uses')).toBeVisible();
		}
	},
	{
		name: 'sort, a verdict',
		open: async (page) => {
			await page.goto('sort/');
			await page.locator('[data-option]').first().click();
			await expect(page.locator('.verdict')).toBeVisible();
		}
	},
	{
		name: 'sort, the end of a round',
		open: async (page) => {
			await page.goto('sort/');
			await expect(page.locator('[data-stem]')).toBeVisible();
			for (let count = 0; count < 10; count += 1) {
				await page.keyboard.press(String(1 + (count % 4)));
				await page.keyboard.press('Enter');
			}
			await expect(page.getByRole('table')).toBeVisible();
		}
	},
	{
		name: 'stats, with the numbers behind a picture',
		open: async (page) => {
			await pastStudy(page);
			await page.goto('stats/');
			await page.locator('summary').first().click();
			await expect(page.getByRole('table').first()).toBeVisible();
		}
	},
	{
		name: 'stats, the history of a card',
		open: async (page) => {
			await pastStudy(page);
			await page.goto('stats/card/?card=collision-course.1.1');
			await expect(page.getByRole('img')).toBeVisible();
		}
	},
	{
		name: 'no such page',
		open: async (page) => {
			await page.goto('no-such-page/');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page.');
		}
	}
];

async function openParagraph(page: Page): Promise<void> {
	await page.goto('read/#p1');
	await expect(page.locator('#p1')).toBeVisible();
}
