import type { Page } from 'playwright/test';
import type { Response } from '../../src/lib/domain/quiz';
import { encodeAssignment } from '../../src/lib/share/assignment-link';
import { giveAssignment, handIn, storeGiven } from './class-given';
import { expect, test } from './fixtures';
import { LearnerScreen } from './learner-screen';
import { OpenScreen, ShareScreen } from './share-screen';
import { readStores } from './stores';

const SAID = { 'Which river': 'Indus', 'The line': 'True', Who: 'Durand', 'Which are': ['Sindh', 'Balochistan'] };
const choice = (...chosen: number[]): Response => ({ type: 'choice', chosen });

test('a second result takes the place of the first, the first does not come back, and what was changed says so', async ({
	page
}) => {
	const given = await giveAssignment();
	const first = await handIn(given, 'Amina', [choice(1), null, null, null]);
	const second = await handIn(given, 'Amina', [choice(0), null, null, null], { tookMs: 400_000 }, first.sender);
	await storeGiven(page, given);
	await page.reload();
	const take = async (fragment: string) => {
		await page.getByLabel(/Paste what came back/).fill(`https://example.org/result#${fragment}`);
		await page.getByRole('button', { name: 'Take in', exact: true }).click();
	};
	await take(first.fragment);
	await expect(page.getByText('1 added.')).toBeVisible();
	await take(second.fragment);
	await expect(page.getByText('1 replaced.')).toBeVisible();
	await take(first.fragment);
	await expect(page.getByText('1 here already.')).toBeVisible();
	const at = second.fragment.length - 40;
	const other = second.fragment.charAt(at) === 'A' ? 'B' : 'A';
	await take(second.fragment.slice(0, at) + other + second.fragment.slice(at + 1));
	await expect(page.getByText('1 altered.')).toBeVisible();
	await expect(page.getByText('It was altered on its way. Ask for it to be sent once more.')).toBeVisible();
	await page
		.getByRole('link', { name: /For Monday/ })
		.first()
		.click();
	await expect(page.getByRole('link', { name: /^Amina/ })).toHaveCount(1);
	await expect(page.getByRole('link', { name: /^Amina/ })).toContainText('1 of 4');
});

test('with its key lost a result cannot be opened; the backup that the screen names brings key and result back', async ({
	page
}) => {
	const given = await giveAssignment();
	const { fragment } = await handIn(given, 'Amina', [choice(0), null, null, null]);
	await storeGiven(page, given);
	await page.goto('settings/');
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	const backup = await (await saving).path();

	await page.goto(`class/results/?id=${given.assignment.id}`);
	await page.getByRole('button', { name: 'Delete the assignment with its key' }).click();
	await page.getByRole('button', { name: 'Delete', exact: true }).click();
	await expect(page.getByRole('heading', { name: /are deleted\.$/ })).toBeVisible();
	const opened = new OpenScreen(page);
	await page.goto(`result/#${fragment}`);
	await expect(page.getByText(/restore its last backup/)).toBeVisible();
	await page.getByRole('link', { name: 'Restore a backup' }).click();
	await page.locator('input[type=file]').setInputFiles(backup);
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(page.getByText('It also brought 1 assignment and 0 results.')).toBeVisible();
	await opened.open('about:blank');
	await page.goto(`result/#${fragment}`);
	await expect(page.getByRole('heading', { name: 'Amina is in the gradebook.' })).toBeVisible();
});

test('where a browser has no X25519, assignment, result and feedback go by P-256', async ({ page, newProfile }) => {
	await lackCurves(page, ['X25519']);
	await page.goto('class/new/?set=collision-course&items=1');
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	const address = await new ShareScreen(page).address();
	const { given = [] } = await readStores(page);
	expect(given).toMatchObject([{ keyPairs: [{ publicKey: { curve: 'P-256' } }] }]);

	const learner = new LearnerScreen(await (await newProfile()).newPage());
	await new OpenScreen(learner.page).open(address);
	await learner.start();
	await learner.quiz.next.click();
	await learner.quiz.stillOpen.getByRole('button', { name: 'Finish now' }).click();
	const result = await learner.handIn('Amina');
	await new OpenScreen(page).open(result);
	await page.getByRole('link', { name: 'See the results' }).click();
	await page.getByRole('link', { name: /^Amina/ }).click();
	await page.getByRole('button', { name: 'Make the link' }).click();
	await new OpenScreen(learner.page).open(await new ShareScreen(page).address());
	await expect(learner.page.getByRole('heading', { name: '0 of 1 mark', exact: true })).toBeVisible();
});

test('without any curve everybody is told what is still possible', async ({ page, newProfile }) => {
	await lackCurves(page, ['X25519', 'ECDH']);
	await page.goto('class/new/?set=collision-course&items=1');
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	await expect(page.getByText(/This browser cannot make the keys/)).toBeVisible();

	const given = await giveAssignment();
	const learner = new LearnerScreen(await (await newProfile()).newPage());
	await lackCurves(learner.page, ['X25519', 'ECDH']);
	await learner.open(given.assignment);
	await expect(learner.page.getByText(/This browser cannot seal a result/)).toBeVisible();
	await learner.start();
	await learner.take(SAID, 4);
	await learner.page.getByRole('link', { name: 'Hand in' }).click();
	await learner.page.getByLabel('Your name').fill('Amina');
	await learner.page.getByRole('button', { name: 'Make the result' }).click();
	await expect(learner.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();

	const { fragment } = await handIn(given, 'Amina', [null, null, null, null]);
	await storeGiven(page, given);
	await page.goto(`result/#${fragment}`);
	await expect(page.getByText(/This browser cannot open sealed results/)).toBeVisible();

	// As from an address without encryption.
	const plain = new OpenScreen(await (await newProfile()).newPage());
	await plain.page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'subtle'));
	await plain.openFragment(await encodeAssignment(given.assignment));
	await expect(plain.problem).toContainText('This page came without encryption');
	await plain.page.goto(`result/#${fragment}`);
	await expect(plain.problem).toContainText('an address that begins with https');
});

/** Makes a browser one that lacks some curves. To be called before its page is opened. */
async function lackCurves(page: Page, names: readonly string[]): Promise<void> {
	await page.addInitScript((lacking) => {
		if (!isSecureContext) return;
		for (const method of ['generateKey', 'importKey'] as const) {
			const original = Reflect.get(SubtleCrypto.prototype, method) as (...given: unknown[]) => Promise<unknown>;
			const place = method === 'generateKey' ? 0 : 2;
			Object.defineProperty(SubtleCrypto.prototype, method, {
				value: function (this: SubtleCrypto, ...given: unknown[]) {
					const algorithm = given[place];
					const name = typeof algorithm === 'string' ? algorithm : (algorithm as { name: string }).name;
					if (lacking.includes(name)) return Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError'));
					return original.apply(this, given);
				}
			});
		}
	}, names);
}
