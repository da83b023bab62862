import { expect, test } from './fixtures';
import { journalled, readStores, storedReviews } from './stores';
import { Profile } from './profile';
import { StudyScreen } from './study-screen';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);
const ANSWERS_A_ROUND = 4;

test('a browser killed right after an answer was saved comes back with every answer', async ({
	folder,
	watch,
	launchOptions,
	baseURL,
	viewport
}) => {
	test.setTimeout(30_000 + ROUNDS * 15_000);
	const saved: { stem: string; rating: number }[] = [];
	for (let round = 1; round <= ROUNDS; round += 1) {
		const profile = await Profile.launch(folder, { launchOptions, baseURL, viewport });
		await watch.over(profile.context);
		const page = await profile.context.newPage();
		const study = new StudyScreen(page);
		await study.open();
		const reviews = (await storedReviews(page)).sort((a, b) => a.seq - b.seq);
		expect(reviews.map(({ rating }) => rating)).toEqual(saved.map(({ rating }) => rating));
		expect(new Set(reviews.map(({ id }) => id)).size).toBe(saved.length);
		expect(await journalled(page)).toEqual([]);
		for (let answer = 0; answer < ANSWERS_A_ROUND; answer += 1) {
			const stem = await study.stemText();
			const rating = (round + answer) % 3 === 0 ? 1 : 3;
			await study.reveal.click();
			await study.rating(rating).click();
			// The next stem is the sign that it is saved.
			await expect(study.ratings).toHaveCount(0);
			saved.push({ stem, rating });
		}
		await profile.kill();
	}
	const profile = await Profile.launch(folder, { launchOptions, baseURL, viewport });
	await watch.over(profile.context);
	const page = await profile.context.newPage();
	await new StudyScreen(page).open();
	expect(await storedReviews(page)).toHaveLength(ROUNDS * ANSWERS_A_ROUND);
	const cards = (await readStores(page))['cards'] ?? [];
	expect(cards).toHaveLength(new Set((await storedReviews(page)).map(({ card }) => card)).size);
	await profile.context.close();
});

test('a browser killed in the moment of the click loses at most what it never said was saved', async ({
	folder,
	watch,
	launchOptions,
	baseURL,
	viewport
}) => {
	test.setTimeout(30_000 + ROUNDS * 15_000);
	let least = 0;
	for (let round = 1; round <= ROUNDS; round += 1) {
		const profile = await Profile.launch(folder, { launchOptions, baseURL, viewport });
		await watch.over(profile.context);
		const page = await profile.context.newPage();
		const study = new StudyScreen(page);
		await study.open();
		const reviews = await storedReviews(page);
		expect(reviews.length).toBeGreaterThanOrEqual(least);
		expect(reviews.length).toBeLessThanOrEqual(least + 1);
		expect(new Set(reviews.map(({ id }) => id)).size).toBe(reviews.length);
		await study.rate(3);
		least = reviews.length + 1;
		await study.reveal.click();
		await expect(study.ratings).toHaveCount(2);
		const click = page.evaluate(() => document.querySelector<HTMLElement>('[data-rating="3"]')?.click());
		await Promise.all([click.catch(() => null), profile.kill()]);
	}
});
