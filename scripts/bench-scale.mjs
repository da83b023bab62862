// npm run bench -- --only=scale: the same screens with a thousand cards and with a hundred thousand, and work on the whole log.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { ROOT } from './ensure-installed.mjs';
import { serve } from './serve.mjs';

const SIZES = [1000, 100_000];
/** Answers to each card, learning steps not counted: about a million in all for the larger log. */
const ANSWERS = 19;
const ROUNDS = 9;
/** Rest between two rounds: what the app does when idle must not be measured with the next start. */
const REST_MS = 1500;

/**
 * @param {(name: string, values: number[], bar: number | string, unit?: string) => void} add takes a row of the table
 * @param {string} folder for seeds and profiles
 */
export async function scale(add, folder) {
	for (const cards of SIZES) {
		const site = await serve();
		const profile = join(folder, `profile-${cards}`);
		const context = await launch(profile);
		const page = await context.newPage();
		page.setDefaultTimeout(600_000);
		const label = `${cards.toLocaleString('en')} cards`;
		const seeds = ['benchmark', 'second'].map((device) => seed(cards, device, folder));
		const restored = await restore(page, site.address, seeds[0]);
		add(`${label}: a backup read in a worker`, [restored.read], 'none');
		add(`${label}: all of it restored`, [restored.duration], 'none');
		await measureScreens(page, site.address, label, add);
		await page.goto(`${site.address}settings/`);
		add(`${label}: everything worked out anew in a worker`, [await refold(page)], cards > 1000 ? 3000 : 'none');
		add(`${label}: disk, one log`, [sizeOf(join(profile, 'Default', 'IndexedDB')) / 1e6], 60, 'MB');
		const merged = await restore(page, site.address, seeds[1]);
		add(`${label}: a second log read that shares half, in a worker`, [merged.read], 'none');
		add(`${label}: merged and folded, in a worker`, [merged.duration], cards > 1000 ? 8000 : 'none');
		add(`${label}: longest task on the page meanwhile`, [merged.longest], 50);
		await context.close();
		await settle(profile, site.address);
		add(`${label}: disk, both logs`, [sizeOf(join(profile, 'Default', 'IndexedDB')) / 1e6], 60, 'MB');
		await site.close();
	}
}

function seed(cards, device, folder) {
	const file = join(folder, `seed-${cards}-${device}.json`);
	const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=8000' };
	execFileSync('npx', ['tsx', 'scripts/bench-seed.ts', String(cards), file, String(ANSWERS), device], {
		cwd: ROOT,
		env
	});
	return file;
}

/** Chooses a backup file and restores it. Tasks of less than 50 ms are none to speak of and count as 0. */
async function restore(page, address, file) {
	await page.goto(`${address}settings/`);
	await page.waitForSelector('#backup input[type=file]:enabled');
	await page.evaluate(() => {
		globalThis.tasks = [0];
		new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
			type: 'longtask'
		});
	});
	const chosen = Date.now();
	await page.setInputFiles('#backup input[type=file]', file);
	const button = page.locator('#backup .note .text-btn').first();
	await button.waitFor();
	const begun = Date.now();
	await button.click();
	await page.waitForFunction(() => document.querySelector('#backup [role=status] .note') !== null);
	const duration = Date.now() - begun;
	await page.waitForTimeout(REST_MS);
	return { read: begun - chosen, duration, longest: await page.evaluate(() => Math.max(...globalThis.tasks)) };
}

/** Starts the browser once more on a profile and leaves it alone: what was replaced is cleared away at leisure. */
async function settle(profile, address) {
	const context = await launch(profile);
	const page = await context.newPage();
	await page.goto(address);
	await page.waitForTimeout(5 * REST_MS);
	await context.close();
}

function launch(profile) {
	return chromium.launchPersistentContext(profile, {
		executablePath: findChromium(),
		args: ['--no-sandbox', '--disable-dev-shm-usage', '--enable-precise-memory-info'],
		serviceWorkers: 'block'
	});
}

async function measureScreens(page, address, label, add) {
	const fresh = await statistics(page, address);
	add(`${label}: all statistics, nothing summed up before`, [fresh.duration], 'none');
	const all = { 'first card': [], 'backstory-due': [], 'backstory-queue': [], 'backstory-counters': [], memory: [] };
	await page.goto(address);
	await page.waitForFunction(() => localStorage.getItem('backstory.home') !== null);
	const note = async () => {
		const measures = await page.evaluate(() =>
			performance.getEntriesByType('measure').map((m) => [m.name, m.duration])
		);
		for (const [name, duration] of measures) all[name]?.push(duration);
	};
	for (let round = 0; round < ROUNDS; round += 1) {
		// What the page before leaves behind is not to be cleared away while this one starts.
		await page.goto('about:blank');
		await page.waitForTimeout(REST_MS);
		await page.goto(address);
		await page.waitForTimeout(REST_MS);
		await note();
		await page.goto('about:blank');
		const begun = Date.now();
		await page.goto(`${address}study/`);
		await page.waitForSelector('[data-stem]');
		all['first card'].push(Date.now() - begun);
		await page.waitForTimeout(REST_MS);
		await note();
		all.memory.push(await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6));
	}
	const rated = await rate(page);
	const raw = await rawReads(page);
	add(`${label}: due cards read as the app starts with them`, all['backstory-due'], 'none');
	const tapped = await tapStudy(page, address);
	add(`${label}: due cards read when the app is open`, tapped.due, 5);
	add(`${label}: the same rows by IndexedDB itself`, raw, 'none');
	add(`${label}: today's queue built from them`, [...all['backstory-queue'], ...tapped.queue], 5);
	add(`${label}: counters on Home`, all['backstory-counters'], 5);
	add(`${label}: opening the app to the first card`, all['first card'], 'growth 1.2');
	add(`${label}: memory of the page`, all.memory, 80, 'MB');
	add(`${label}: rating to the next card in the document, saved`, rated, 8);
	const rounds = [];
	for (let round = 0; round < ROUNDS; round += 1) rounds.push(await statistics(page, address));
	const durations = rounds.map(({ duration }) => duration);
	add(
		`${label}: all statistics, from being asked for to the last picture`,
		rounds.map(({ asked }) => asked),
		500
	);
	add(`${label}: the same from the address, the app's start included`, durations, 'none');
	const tasks = rounds.map(({ longest }) => longest);
	add(`${label}: longest task on the page meanwhile`, tasks, 50);
}

/** From Home to the first card by the link that a learner presses, time after time in one page. */
async function tapStudy(page, address) {
	const due = [];
	const queue = [];
	await page.goto(address);
	for (let round = 0; round < ROUNDS; round += 1) {
		await page.waitForTimeout(REST_MS);
		await page.evaluate(() => performance.clearMeasures());
		await page.locator('main a[href$="/study"], main a[href$="/study/"]').locator('visible=true').first().click();
		await page.waitForSelector('[data-stem]');
		const last = (name) => page.evaluate((wanted) => performance.getEntriesByName(wanted).at(-1).duration, name);
		due.push(await last('backstory-due'));
		queue.push(await last('backstory-queue'));
		await page.goBack();
	}
	return { due, queue };
}

/** What a session asks of the database, asked without the app, in its page. */
function rawReads(page) {
	return page.evaluate(async (rounds) => {
		const asked = (request) =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await asked(indexedDB.open('backstory'));
		const today = Math.floor(Date.now() / 86_400_000);
		const times = [];
		for (let round = 0; round < rounds; round += 1) {
			const begun = performance.now();
			const reading = db.transaction(['cards', 'duePages', 'counters', 'events', 'summaries'], 'readonly');
			const cards = reading.objectStore('cards');
			const counters = reading.objectStore('counters');
			await Promise.all([
				...['seq', 'shelved', `new:${today}`, `reviews:${today}`].map((key) => asked(counters.get(key))),
				asked(reading.objectStore('summaries').get('shelf')),
				asked(cards.index('readyAt').getAll(null, 1000)),
				asked(cards.index('readyDay').getAll(IDBKeyRange.upperBound(today), 220)),
				asked(reading.objectStore('duePages').getAll(null, 4)),
				asked(reading.objectStore('events').getAll(IDBKeyRange.lowerBound('z'), 100))
			]);
			times.push(performance.now() - begun);
		}
		db.close();
		return times;
	}, ROUNDS);
}

/** The whole screen, each time in a page that was left. Tasks of less than 50 ms are none to speak of and count as 0. */
async function statistics(page, address) {
	await page.goto('about:blank');
	const begun = Date.now();
	await page.goto(`${address}stats/`, { waitUntil: 'commit' });
	await page.evaluate(() => {
		globalThis.tasks = [0];
		new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
			type: 'longtask',
			buffered: true
		});
	});
	await page.waitForFunction(() => performance.getEntriesByName('backstory-statistics').length > 0);
	const duration = Date.now() - begun;
	const asked = await page.evaluate(
		() =>
			performance.getEntriesByName('backstory-statistics')[0].startTime -
			performance.getEntriesByName('backstory-statistics-asked')[0].startTime
	);
	await page.waitForTimeout(REST_MS);
	return { duration, asked, longest: await page.evaluate(() => Math.max(...globalThis.tasks)) };
}

async function rate(page) {
	const times = [];
	for (let count = 0; count < 25; count += 1) {
		await page.keyboard.press('Space');
		await page.waitForSelector('[data-rating="3"]');
		times.push(
			await page.evaluate(async () => {
				const stem = document.querySelector('[data-stem]').textContent;
				const begun = performance.now();
				document.querySelector('[data-rating="3"]').click();
				await new Promise((resolve) => {
					new MutationObserver((_, observer) => {
						const now = document.querySelector('[data-stem]');
						if (now === null || now.textContent === stem) return;
						observer.disconnect();
						resolve();
					}).observe(document.body, { subtree: true, childList: true, characterData: true });
				});
				return performance.now() - begun;
			})
		);
	}
	return times.slice(5);
}

async function refold(page) {
	const begun = Date.now();
	await page.locator('#refold-title ~ button').click();
	await page.waitForFunction(() =>
		/\d/.test(document.querySelector('#refold-title ~ [role=status]')?.textContent ?? '')
	);
	return Date.now() - begun;
}

function sizeOf(path) {
	if (!statSync(path).isDirectory()) return statSync(path).size;
	return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
