// npm run bench -- --only=class: from the address of an analysis to its findings, results marked and counted in a worker.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { ROOT } from './ensure-installed.mjs';
import { serve } from './serve.mjs';

const QUESTIONS = 20;
/** Results, and how long their analysis may take. */
const BARS = [
	[1000, 1000],
	[10_000, 8000]
];
const ROUNDS = 5;
/** Rows handed to the page at once. */
const ROWS = 500;

/**
 * @param {(name: string, values: number[], bar: number | string, unit?: string) => void} add takes a row of the table
 * @param {string} folder for seeds
 */
export async function classroom(add, folder) {
	const site = await serve();
	for (const [learners, bar] of BARS) {
		const file = join(folder, `class-${learners}.json`);
		execFileSync('npx', ['tsx', 'scripts/bench-class-seed.ts', String(learners), String(QUESTIONS), file], {
			cwd: ROOT
		});
		const browser = await chromium.launch({
			executablePath: findChromium(),
			args: ['--no-sandbox', '--disable-dev-shm-usage']
		});
		const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
		page.setDefaultTimeout(600_000);
		// Looking for an assignment that is not there makes the tables.
		await page.goto(`${site.address}class/analysis/?id=none`);
		await page.locator('main h1:not(.sr)').waitFor();
		const { given, results } = JSON.parse(readFileSync(file, 'utf8'));
		for (let from = 0; from < results.length; from += ROWS) {
			await page.evaluate(put, { given, results: results.slice(from, from + ROWS) });
		}
		const times = [];
		const inWorker = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			await page.goto('about:blank');
			const start = performance.now();
			await page.goto(`${site.address}class/analysis/?id=${given.id}`, { waitUntil: 'commit' });
			await page.locator('main ol li').first().waitFor();
			times.push(performance.now() - start);
			inWorker.push(await page.evaluate(() => performance.getEntriesByName('backstory-analysis')[0].duration));
		}
		const label = `${learners.toLocaleString('en')} results of ${QUESTIONS} questions`;
		add(`${label}: read, marked and analysed in a worker, its start included`, inWorker, bar);
		add(`${label}: address to findings`, times, 'none');
		await browser.close();
	}
	await site.close();
}

/** Runs in the page. */
function put({ given, results }) {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('backstory');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const write = opening.result.transaction(['given', 'results'], 'readwrite');
			const keys = given.assignment.keys.map(({ curve, bytes }) => ({ curve, bytes: Uint8Array.from(bytes) }));
			write.objectStore('given').put({ ...given, assignment: { ...given.assignment, keys } });
			for (const result of results) write.objectStore('results').put(result);
			write.onerror = () => reject(write.error);
			write.oncomplete = () => {
				opening.result.close();
				resolve();
			};
		};
	});
}
