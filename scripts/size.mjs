// npm run size: what a visitor downloads, in brotli bytes, measured by a real browser on the built site.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { ROOT } from './ensure-installed.mjs';
import { serve } from './serve.mjs';

const BUDGETS_KB = { home: 45, firstCard: 75, map: 60, precacheGzip: 700 };

const { address, close } = await serve();
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });

/** Sums the JavaScript a page fetches, by compressed body size, until `arrive` resolves. The service worker's own fetches are not the page's. */
async function scriptsOn(path, arrive) {
	const page = await (await browser.newContext()).newPage();
	const scripts = new Map();
	page.on('response', (response) => {
		if (response.request().resourceType() === 'script') scripts.set(new URL(response.url()).pathname, 0);
	});
	await page.goto(address + path, { waitUntil: 'load' });
	await arrive(page);
	for (const script of scripts.keys())
		scripts.set(script, brotliCompressSync(readFileSync(`${ROOT}build${script}`)).length);
	await page.context().close();
	return [...scripts.entries()].filter(([name]) => !name.endsWith('service-worker.js'));
}

// All of it, also what waits until the first screen stands.
const home = await scriptsOn('', (page) => page.waitForTimeout(5000));
const card = await scriptsOn('study/', (page) => page.waitForSelector('[data-reveal]:not([disabled])'));
await browser.close();
await close();

const chunks = `${ROOT}build/_app/immutable/chunks/`;
const map = readdirSync(chunks)
	.map((name) => readFileSync(chunks + name))
	.filter((chunk) => chunk.includes('"frames":{"region"'));

const worker = readFileSync(`${ROOT}build/service-worker.js`, 'utf8');
const precached = [...worker.matchAll(/["']?url["']?:\s*["']([^"']+)["']/g)].map((match) => match[1]);
const files = precached.map((url) => readFileSync(`${ROOT}build/${url.endsWith('/') ? `${url}index.html` : url}`));
const total = (sizes) => sizes.reduce((sum, size) => sum + size, 0) / 1024;

const rows = [
	['JavaScript, home on a first visit', total(home.map(([, size]) => size)), BUDGETS_KB.home, `${home.length} files`],
	[
		'JavaScript, all of it to the first card',
		total(card.map(([, size]) => size)),
		BUDGETS_KB.firstCard,
		`${card.length} files`
	],
	['map, loaded where it is shown', total(map.map((chunk) => brotliCompressSync(chunk).length)), BUDGETS_KB.map, ''],
	[
		'precache, gzip',
		total(files.map((file) => gzipSync(file, { level: 9 }).length)),
		BUDGETS_KB.precacheGzip,
		`${files.length} files`
	],
	['precache, raw', total(files.map((file) => file.length)), null, '']
];
for (const [name, kb, budget, note] of rows) {
	const verdict = budget === null ? '' : kb <= budget ? `within ${budget}` : `OVER ${budget}`;
	console.log(`${name.padEnd(42)} ${kb.toFixed(1).padStart(8)} KB  ${verdict.padEnd(12)} ${note}`);
}
if (process.argv.includes('--files')) {
	for (const [name, size] of home.sort((a, b) => b[1] - a[1])) console.log(`home ${String(size).padStart(8)} ${name}`);
	for (const [name, size] of card.sort((a, b) => b[1] - a[1])) console.log(`${String(size).padStart(8)} ${name}`);
}
if (map.length !== 1) throw new Error(`The map is in ${map.length} files, not in one`);
if (rows.some(([, kb, budget]) => budget !== null && kb > budget)) process.exit(1);
