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
const ANSWERS = 15;
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
	add(`${label}: due cards read from storage`, all['backstory-due'], 5);
	add(`${label}: today's queue built from them`, all['backstory-queue'], 5);
	add(`${label}: counters on Home`, all['backstory-counters'], 5);
	add(`${label}: opening the app to the first card`, all['first card'], 'growth 1.2');
	add(`${label}: memory of the page`, all.memory, 80, 'MB');
	add(`${label}: rating to the next card in the document, saved`, await rate(page), 8);
	const rounds = [];
	for (let round = 0; round < ROUNDS; round += 1) rounds.push(await statistics(page, address));
	const durations = rounds.map(({ duration }) => duration);
	add(`${label}: all statistics, from the address to the last picture`, durations, 500);
	const tasks = rounds.map(({ longest }) => longest);
	add(`${label}: longest task on the page meanwhile`, tasks, 50);
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
	await page.waitForTimeout(REST_MS);
	return { duration, longest: await page.evaluate(() => Math.max(...globalThis.tasks)) };
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
