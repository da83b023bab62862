import { expect, type Page } from 'playwright/test';
import { ROUTES } from './routes';
import { prefer } from './stores';
import { StudyScreen } from './study-screen';

type State = { readonly name: string; readonly open: (page: Page) => Promise<void> };

const visit = (route: string): State => ({
	name: `/${route}`,
	open: async (page) => {
		await page.goto(route);
		await expect(page.locator('#content').getByRole('heading').first()).toBeAttached();
	}
});

/** Every screen, and what the most used ones look like in use. */
export const STATES: readonly State[] = [
	...ROUTES.filter((route) => route !== 'study/').map(visit),
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
