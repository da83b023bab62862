import type { Response } from '../../src/lib/domain/quiz';
import { encodeQr } from '../../src/lib/share/qr';
import { giveAssignment, handIn, storeGiven } from './class-given';
import { expect, test } from './fixtures';

const choice = (...chosen: number[]): Response => ({ type: 'choice', chosen });
const text = (value: string): Response => ({ type: 'text', values: [value] });
const yes: Response = { type: 'boolean', value: true };

test('a class hands in by pasted links and by a picture of a code; a wrong key is put right for all', async ({
	page,
	newProfile
}) => {
	const given = await giveAssignment();
	const other = await giveAssignment('Another teacher’s');
	const amina = await handIn(given, 'Amina Gul', [choice(0), yes, text('Durand'), choice(0, 1)]);
	const bilal = await handIn(given, 'Bilal <b>Shah</b>', [choice(1), yes, text('Durrand'), null]);
	const again = await handIn(given, 'Bilal Shah', [choice(1), yes, null, choice(0)], { tookMs: 400_000 }, bilal.sender);
	const stranger = await handIn(other, 'Zed', [null, null, null, null]);
	const zara = await handIn(given, 'Zara', [choice(1), null, null, null], { lateMs: 120_000 });

	await storeGiven(page, given);
	await page.reload();
	await expect(page.getByRole('link', { name: /For Monday/ })).toContainText('0 results');
	const chat = [amina.fragment, bilal.fragment, again.fragment, stranger.fragment, amina.fragment.slice(0, -20)];
	await page
		.getByLabel(/Paste what came back/)
		.fill(`Homework!\n${chat.map((one) => `https://example.org/result#${one} thanks`).join('\n')}`);
	await page.getByRole('button', { name: 'Take in', exact: true }).click();
	await expect(page.getByText('2 added, 1 replaced, 1 not for you, 1 cut off.')).toBeVisible();

	const drawing = await (await newProfile()).newPage();
	const { size, path } = encodeQr(`https://example.org/result#${zara.fragment}`);
	await drawing.setContent(
		`<svg viewBox="-4 -4 ${String(size + 8)} ${String(size + 8)}" width="380"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`
	);
	const picture = await drawing.locator('svg').screenshot();
	await page.locator('input[type=file]').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
	await expect(page.getByText('1 added.')).toBeVisible();

	await page.getByRole('link', { name: 'For Monday: see the results' }).click();
	await expect(page.getByText('3 results, typical score 38 %.')).toBeVisible();
	const row = (name: string) => page.getByRole('link').filter({ hasText: name });
	await expect(row('Amina Gul')).toContainText('4 of 4');
	await expect(row('Bilal Shah')).toContainText('1.5 of 4');
	await expect(row('Bilal Shah')).toContainText('sent again once');
	await expect(row('Zara')).toContainText('0 of 4');
	await expect(row('Zara')).toContainText('late by 2 minutes');

	await page.getByText('Which river is the longest?').click();
	await page.getByRole('button', { name: 'B: Helmand' }).click();
	await expect(page.getByText('Marked anew. Up: 2; down: 0; as before: 1.')).toBeVisible();
	await expect(row('Zara')).toContainText('1 of 4');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(row('Zara')).toContainText('0 of 4');

	await row('Bilal Shah').click();
	await expect(page.getByRole('heading', { name: 'Bilal Shah' })).toBeVisible();
	await page.getByRole('button', { name: 'Make the link' }).click();
	await expect(page.getByText(/\/result\/#1d\./)).toBeVisible();
	await page.getByRole('button', { name: 'Delete this result' }).click();
	await page.getByRole('button', { name: 'Delete', exact: true }).click();
	await expect(page.getByText('2 results, typical score 50 %.')).toBeVisible();

	await page.goto(`result/#${stranger.fragment}`);
	await expect(page.getByText(/sealed for another teacher/)).toBeVisible();
	await page.goto(`result/#${again.fragment}`);
	await expect(page.getByRole('heading', { name: /Bilal Shah (is in|was in) the gradebook/ })).toBeVisible();
});
