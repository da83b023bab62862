import { expect, test } from './fixtures';
import { BANK } from './quiz-bank';

type Described = { '@type': string; name: string; hasPart?: { text: string; acceptedAnswer: { text: string } }[] };

test('every question stands on one page, in sight and as structured data, and the policy lets it be', async ({
	page
}) => {
	await page.goto('read/questions/');
	const quiz = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as Described;
	expect(quiz['@type']).toBe('Quiz');
	expect(quiz.hasPart).toHaveLength(BANK.items.length);
	const shown = (texts: string[]) => texts.map((text) => text.trim()).sort();
	const said = (quiz.hasPart ?? []).map(({ text }) => text);
	expect(shown(await page.locator('main dt').allTextContents())).toEqual(shown(said));
	await page.goto('read/');
	const companion = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as Described;
	expect(companion).toMatchObject({ '@type': 'LearningResource', name: BANK.title });
});

test('the preview picture, the sitemap’s pages and the files that About names are there', async ({ page, request }) => {
	// Compressing takes the server long, and proves nothing here.
	const plain = { headers: { 'accept-encoding': 'identity' } };
	await page.goto('about/');
	const image = await page.locator('meta[property="og:image"]').getAttribute('content');
	const picture = await (await request.get(new URL(image ?? '?', page.url()).href)).body();
	// Width and height stand at bytes 16 and 20 of a PNG.
	expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);

	for (const name of ['Question bank (JSON)', 'Its schema (JSON Schema)']) {
		const href = await page.getByRole('link', { name }).getAttribute('href');
		const file = (await (await request.get(new URL(href ?? '?', page.url()).href, plain)).json()) as object;
		expect(Object.keys(file), name).toContain('$schema');
	}
	const sitemap = await (await request.get('sitemap.xml')).text();
	const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '?');
	expect(addresses).toContain('./read/questions/');
	for (const address of addresses) expect((await request.get(address, plain)).status(), address).toBe(200);
	expect(await (await request.get('robots.txt')).text()).toContain('User-agent: *');
});
