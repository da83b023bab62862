import { expect, test } from './fixtures';
import { prefer, readStores, storedEvents } from './stores';
import { StudyScreen } from './study-screen';

test('a card follows the memory settings that another tab changes while it is on the screen', async ({
	page,
	context
}) => {
	await prefer(page, { fourButtons: true });
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(1);
	await study.reveal.click();
	const easy = study.rating(4);
	await expect(easy).toContainText('days');
	const before = (await easy.textContent()) ?? '';
	const other = await context.newPage();
	await other.goto('settings/memory/');
	await other.getByText('80', { exact: true }).click();
	await other.getByRole('button', { name: 'Schedule for 80 in 100' }).click();
	await expect(other.getByText('cards are scheduled for 80 in 100')).toBeVisible();
	await expect(easy).not.toHaveText(before);
	const days = Number(/(\d+) days/.exec((await easy.textContent()) ?? '')?.[1]);
	await easy.click();
	await expect.poll(async () => (await storedEvents(page)).length).toBe(2);
	const cards = (await readStores(page))['cards'] as { phase: string; dueDay: number; lastDay: number }[];
	const learnt = cards.filter(({ phase }) => phase === 'review');
	expect(learnt.map(({ dueDay, lastDay }) => dueDay - lastDay)).toEqual([days]);
});
