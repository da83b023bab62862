// npm run bench: the speed of the built site in a real browser, on a profile on disk. Medians; the table goes to docs/measurements.md.
// npm run bench -- --lighthouse adds Lighthouse (about six minutes), --scale a hundred thousand cards (about ten);
// --visit what a first visit costs in bytes;
// --only=paint, ratings, offline, class, scale, visit or lighthouse takes one part.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { classroom } from './bench-class-screen.mjs';
import { scale } from './bench-scale.mjs';
import { visit } from './bench-visit.mjs';
import { findChromium, FLAGS } from './chromium.mjs';
import { ROOT } from './ensure-installed.mjs';
import { serve } from './serve.mjs';

const CARDS = 1000;
/** Six series of them, with reviews and new cards, stay below what a day holds. */
const RATINGS = 35;
const ROUNDS = 5;
/** Processor slowdown, and the median in ms that a rating may take then. */
const RATING_BARS = [
	[1, 8],
	[4, 30]
];
/** Nobody rates an answer in the very frame that shows it: by then the page has done what showing it left to do. */
const READING_MS = 400;
/** Longer than a browser takes to write down what a page stored, or to paint one. */
const WRITING_MS = 3000;
/** Slow 4G as Lighthouse applies it at the request level. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 };

/** One session a page: the throttle of a second one would stand beside that of the first. */
const sessions = new WeakMap();
const folder = mkdtempSync(join(tmpdir(), 'backstory-bench-'));
const rows = [];
try {
	const site = await serve();
	if (isWanted('paint')) await firstPaint(site.address);
	if (isWanted('ratings')) await ratings(site.address);
	await site.close();
	if (isWanted('offline')) await offlineStart();
	if (isWanted('class')) await classroom(add, folder);
	if (isWanted('scale', process.argv.includes('--scale'))) await scale(add, folder);
	if (isWanted('visit', process.argv.includes('--visit'))) await visit();
	if (isWanted('lighthouse', process.argv.includes('--lighthouse'))) await lighthouse();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
if (rows.length > 0) console.log(`\n| what | median | bar | min to max |\n|---|--:|--:|--:|`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

/** Whether a part of the bench is taken: the one asked for, or else every part that is not left out. */
function isWanted(part, otherwise = true) {
	const only = process.argv.find((argument) => argument.startsWith('--only='));
	return only === undefined ? otherwise : only === `--only=${part}`;
}

function add(name, values, bar, unit = 'ms') {
	const sorted = [...values].sort((a, b) => a - b);
	const median = sorted[Math.floor(sorted.length / 2)];
	const digits = median < 100 ? 1 : 0;
	rows.push([
		name,
		`${median.toFixed(digits)} ${unit}`,
		`${bar} ${unit}`,
		`${sorted[0].toFixed(digits)} to ${sorted.at(-1).toFixed(digits)}`
	]);
	console.log(name, median.toFixed(digits), unit);
}

/** First contentful paint of home on slow 4G with a four times slower processor and nothing cached. */
async function firstPaint(address) {
	const paints = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
		const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
		await throttle(page, 4, SLOW_4G);
		await page.goto(address, { waitUntil: 'load' });
		await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
		paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
		await browser.close();
	}
	add('first paint of home, slow 4G, 4x CPU, nothing cached', paints, 1000);
}

/** From the rating key to the next card painted. The answer is in IndexedDB before the next card shows. */
async function ratings(address) {
	const seed = join(folder, 'seed.json');
	execFileSync('npx', ['tsx', 'scripts/bench-seed.ts', String(CARDS), seed], {
		cwd: ROOT,
		stdio: ['ignore', 'ignore', 'ignore']
	});
	const context = await launch();
	const page = await context.newPage();
	await page.goto(`${address}settings/`);
	// Before the app runs nobody hears that a file was chosen.
	await page.waitForSelector('#backup input[type=file]:enabled');
	await page.setInputFiles('#backup input[type=file]', seed);
	await page.locator('#backup .note .text-btn').first().click();
	await page.waitForFunction(() => document.querySelector('#backup [role=status] .note') !== null);
	for (const [rate, bar] of RATING_BARS) {
		const { shown, painted } = await rateMany(page, address, rate, READING_MS);
		add(`rating key to next card in the document, saved first, ${CARDS} cards, ${rate}x CPU`, shown, bar);
		add(`the same, to painted at the screen's next refresh, 60 Hz, ${rate}x CPU`, painted, bar);
		const hasty = await rateMany(page, address, rate, 0);
		add(`the same, pressed in the frame that shows the answer, ${rate}x CPU`, hasty.painted, 'none');
	}
	await context.close();
	// What the app itself needs to the picture: the browser need not wait for the screen.
	const unlimited = await launch(['--disable-gpu-vsync', '--disable-frame-rate-limit']);
	for (const [rate, bar] of RATING_BARS) {
		const { painted } = await rateMany(await unlimited.newPage(), address, rate, READING_MS);
		add(`the same, to painted, no waiting for a refresh, ${rate}x CPU`, painted, bar);
	}
	await unlimited.close();
}

/** Rates card after card, each so long after its answer was shown. @returns ms of each rating, the first five left out */
async function rateMany(page, address, rate, waitMs) {
	await page.goto(`${address}study/`);
	await page.waitForSelector('[data-reveal]:not([disabled])');
	await throttle(page, rate);
	const times = [];
	for (let n = 0; n < RATINGS; n += 1) {
		await page.keyboard.press('Space');
		await page.waitForSelector('[data-rating]');
		await page.waitForTimeout(waitMs);
		times.push(await rateAndPaint(page));
	}
	await throttle(page, 1);
	const counted = times.slice(5);
	return { shown: counted.map(({ shown }) => shown), painted: counted.map(({ painted }) => painted) };
}

async function rateAndPaint(page) {
	await page.evaluate(() => {
		const stem = document.querySelector('[data-stem]').textContent;
		globalThis.painted = new Promise((resolve, reject) => {
			// A rating that is not taken would otherwise leave the bench waiting for ever.
			setTimeout(() => reject(new Error(`No next card: ${document.body.innerText}`)), 20_000);
			let pressed = 0;
			addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
			const observer = new MutationObserver(() => {
				const now = document.querySelector('[data-stem]');
				if (now === null || now.textContent === stem) return;
				observer.disconnect();
				const shown = performance.now() - pressed;
				requestAnimationFrame(() => {
					const channel = new MessageChannel();
					channel.port1.onmessage = () => resolve({ shown, painted: performance.now() - pressed });
					channel.port2.postMessage(null);
				});
			});
			observer.observe(document.body, { subtree: true, childList: true, characterData: true });
		});
	});
	await page.keyboard.press('3');
	return page.evaluate(() => globalThis.painted);
}

/** The installed app started with the server gone: a fresh browser process each time, four times slower processor. */
async function offlineStart() {
	const site = await serve();
	const { port } = new URL(site.address);
	const first = await launch();
	const page = await first.newPage();
	await page.goto(site.address);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.goto(`${site.address}study/`);
	await page.click('[data-reveal]');
	await page.click('[data-rating="3"]');
	await page.waitForSelector('[data-reveal]');
	await page.goto(site.address);
	await page.waitForFunction(() => localStorage.getItem('backstory.home') !== null);
	// A browser writes localStorage down a moment later.
	await page.waitForTimeout(WRITING_MS);
	await first.close();
	await site.close();
	const start = { started: [], whole: [], cards: [], bare: [] };
	const running = { started: [], whole: [], cards: [] };
	for (let round = 0; round < ROUNDS; round += 1) {
		const context = await launch();
		const [page] = context.pages();
		await throttle(page, 4);
		await watchShown(page);
		for (const times of [start, running]) {
			const home = await shownAt(page, `http://localhost:${port}/`, ['lede', 'mix']);
			times.started.push(home.lede);
			times.whole.push(home.mix);
			times.cards.push((await shownAt(page, `http://localhost:${port}/study/`, ['stem'])).stem);
		}
		await context.close();
		start.bare.push(await paintWithoutScripts(`http://localhost:${port}/`));
	}
	add('offline start, 4x CPU, new browser process: home says what is due', start.started, 300);
	add('the same page without any script: painted', start.bare, 'none');
	add('the same: all of home', start.whole, 'none');
	add('offline start, 4x CPU, then: first card', start.cards, 400);
	add('offline start, 4x CPU, browser running: home says what is due', running.started, 300);
	add('the same: all of home', running.whole, 'none');
	add('offline start, 4x CPU, browser running: first card', running.cards, 400);
}

/** What a new browser process needs to paint the stored page by itself: no app can be quicker. */
async function paintWithoutScripts(address) {
	const context = await launch([], { javaScriptEnabled: false });
	const [page] = context.pages();
	await throttle(page, 4);
	await page.goto(address);
	// To ask earlier would be in its way.
	await page.waitForTimeout(WRITING_MS);
	const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
	await context.close();
	return paint;
}

/**
 * Has every page of the tab tell when it has painted what is looked for. It tells by the console: a page that is asked again
 * and again has to run the questions, which takes a tenth of a second at a quarter of the speed.
 */
async function watchShown(page) {
	await page.addInitScript(() => {
		const wanted = new Map([
			['lede', '.lead .lede'],
			['mix', '.lead .mix'],
			['stem', '[data-stem]']
		]);
		const observer = new MutationObserver(() => {
			for (const [name, selector] of wanted) {
				if (document.querySelector(selector) === null) continue;
				wanted.delete(name);
				tellOncePainted(name, selector);
			}
		});
		observer.observe(document, { subtree: true, childList: true });

		function tellOncePainted(name, selector) {
			requestAnimationFrame(() => {
				const all = [...document.querySelectorAll(selector)];
				const isThere = all.some((one) => one.textContent !== '' && one.checkVisibility({ visibilityProperty: true }));
				if (!isThere) return tellOncePainted(name, selector);
				const channel = new MessageChannel();
				channel.port1.onmessage = () => console.debug(`shown ${name} ${performance.now()}`);
				channel.port2.postMessage(null);
			});
		}
	});
}

/** @returns ms from the start of the navigation until each of what is named was painted */
async function shownAt(page, url, names) {
	const told = names.map(async (name) => {
		const message = await page.waitForEvent('console', (one) => one.text().startsWith(`shown ${name} `));
		return [name, Number(message.text().split(' ')[2])];
	});
	await page.goto(url, { waitUntil: 'commit' });
	return Object.fromEntries(await Promise.all(told));
}

function launch(more = [], options = {}) {
	return chromium.launchPersistentContext(join(folder, 'profile'), {
		...options,
		executablePath: findChromium(),
		args: [...FLAGS, ...more],
		viewport: { width: 412, height: 823 }
	});
}

async function throttle(page, rate, network) {
	const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
	sessions.set(page, session);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
	if (network === undefined) return;
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', network);
}

/** Lighthouse, mobile, served compressed; the median of three runs for each score. */
async function lighthouse() {
	const site = await serve();
	const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
	for (const route of ['', 'read/', 'study/', 'quiz/', 'share/']) {
		const scores = [];
		for (const run of [1, 2, 3]) {
			const output = join(folder, `lighthouse-${run}.json`);
			await lighthouseOnce(site.address + route, output);
			const report = JSON.parse(readFileSync(output, 'utf8'));
			for (const audit of Object.values(report.audits)) {
				if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
					console.log(`  /${route} ${audit.id}: ${audit.displayValue ?? audit.title}`);
			}
			scores.push(categories.map((name) => Math.round(report.categories[name].score * 100)));
		}
		const medians = categories.map((_, index) => scores.map((run) => run[index]).sort((a, b) => a - b)[1]);
		rows.push([
			`Lighthouse mobile /${route}`,
			medians.join('/'),
			'100/100/100/100',
			scores.map((run) => run[0]).join(', ')
		]);
		console.log(`/${route}`, medians.join('/'));
	}
	await site.close();
}

/** In a process of its own and not waited for in this one's only thread: this one serves the site meanwhile. */
function lighthouseOnce(url, output) {
	const flags = '--chrome-flags=--headless=new --no-sandbox --disable-background-networking';
	const args = ['--yes', 'lighthouse@12.8.2', url, '--quiet', '--output=json', `--output-path=${output}`, flags];
	return new Promise((resolve) => {
		const env = { ...process.env, CHROME_PATH: findChromium() };
		spawn('npx', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env }).on('close', resolve);
	});
}
