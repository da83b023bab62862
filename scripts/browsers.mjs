// npm run test:browsers: the flows that no learner may lose, in a real Firefox and a real WebKit, server stopped and all.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFirefox } from './browsers/firefox.mjs';
import { openWebKit } from './browsers/webkit.mjs';
import { ROOT, run } from './ensure-installed.mjs';
import { serve } from './serve.mjs';

/** However slow the machine: nothing here is about time. */
const PATIENCE_MS = 60_000;

if (!existsSync(join(ROOT, 'build'))) run('npm', ['run', '--silent', 'build']);
const counts = { passed: 0, failed: 0 };
for (const [name, open] of [
	['Firefox', openFirefox],
	['WebKit', openWebKit]
]) {
	const page = await open();
	if (page === null) {
		console.error(`${name} was not found: on Debian, apt-get install firefox-esr webkit2gtk-driver xvfb.`);
		counts.failed += 1;
		continue;
	}
	console.log(page.name);
	const site = await serve();
	let isServing = true;
	const stop = async () => {
		if (isServing) await site.close();
		isServing = false;
	};
	for (const [sentence, work] of steps(page, site.address, stop)) await check(sentence, work);
	await stop();
	await page.close();
}
// For `npm test`, which adds it to the other suites where time allows.
mkdirSync(join(ROOT, 'test-results'), { recursive: true });
writeFileSync(join(ROOT, 'test-results', 'browsers.json'), JSON.stringify(counts));
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);

async function check(sentence, work) {
	try {
		await work();
		counts.passed += 1;
		console.log(`  ✓ ${sentence}`);
	} catch (thrown) {
		counts.failed += 1;
		console.log(`  ✘ ${sentence}\n    ${thrown instanceof Error ? thrown.message : String(thrown)}`);
	}
}

/** What a learner does, in order: each step goes on from the one before. */
function steps(page, address, stop) {
	const open = (path) => page.goto(address + path);
	const kept = { stem: '', link: '' };
	return [
		[
			'a first visit has a card at once; its rating is stored before the next card shows',
			async () => {
				await open('study/');
				await see(page, '[data-reveal]:enabled');
				kept.stem = await textOf(page, '[data-stem]');
				await press(page, '[data-reveal]');
				await press(page, '[data-rating="3"]');
				await until(page, (before) => document.querySelector('[data-stem]')?.textContent !== before, kept.stem);
				equal(await countRows(page, 'events'), 1);
			}
		],
		[
			'undo takes it back, redo does it again, and a reload has it still',
			async () => {
				await key(page, 'u');
				await until(page, (before) => document.querySelector('[data-stem]')?.textContent === before, kept.stem);
				await press(page, '[data-reveal]');
				await press(page, '[data-rating="3"]');
				await until(page, (before) => document.querySelector('[data-stem]')?.textContent !== before, kept.stem);
				await open('study/');
				await see(page, '[data-reveal]:enabled');
				equal((await textOf(page, '[data-stem]')) === kept.stem, false);
			}
		],
		['the app is stored for offline use', () => until(page, () => navigator.serviceWorker?.controller != null)],
		[
			'with the server gone every screen opens',
			async () => {
				await stop();
				for (const path of ['', 'read/', 'quiz/', 'browse/', 'stats/', 'settings/', 'share/', 'class/', 'sync/']) {
					await open(path);
					await see(page, 'main h1');
				}
			}
		],
		[
			'offline, a quiz is answered, and a reload comes back to the same question with the answer kept',
			async () => {
				await open('quiz/?set=collision-course&items=1,2,3');
				await press(page, 'button.act:enabled, .dock button:enabled');
				await see(page, '[data-stem]');
				await until(page, () => location.search.includes('attempt='));
				const run = await page.run(() => location.pathname.slice(1) + location.search);
				const stem = await textOf(page, '[data-stem]');
				await press(page, '[data-next]');
				await until(page, (before) => document.querySelector('[data-stem]')?.textContent !== before, stem);
				const second = await textOf(page, '[data-stem]');
				await open(run);
				await see(page, '[data-stem]');
				equal(await textOf(page, '[data-stem]'), second);
			}
		],
		[
			'offline, a set leaves as a link, and the link shows what is in it before anything is stored',
			async () => {
				await open('share/?set=collision-course&items=1,2,3');
				await until(page, () => document.querySelector('main [translate="no"]')?.textContent.includes('#1d.'));
				kept.link = `#${(await textOf(page, 'main [translate="no"]')).trim().split('#')[1]}`;
				const before = await countRows(page, 'sets');
				await open(`open/${kept.link}`);
				await see(page, 'main h1');
				equal(await countRows(page, 'sets'), before);
			}
		],
		[
			'a link that was cut off says so',
			async () => {
				await open('read/');
				await see(page, 'main h1');
				await open(`open/${kept.link.slice(0, -4)}`);
				await until(page, () => document.querySelector('main').textContent.includes('cut off on its way'));
			}
		],
		[
			'the worker that works everything out anew starts, and finds nothing to change',
			async () => {
				await open('settings/');
				await press(page, '#refold-title ~ button:enabled');
				await until(page, () => /\d/.test(document.querySelector('#refold-title ~ [role=status]')?.textContent ?? ''));
			}
		],
		['the browser had nothing to complain of', () => equal(page.troubles.join('\n'), '')]
	];
}

async function see(page, selector) {
	await until(
		page,
		(wanted) => {
			const found = document.querySelector(wanted);
			return found !== null && found.getClientRects().length > 0;
		},
		selector
	);
}

async function press(page, selector) {
	await see(page, selector);
	await page.run((wanted) => document.querySelector(wanted).click(), selector);
}

function key(page, name) {
	return page.run((pressed) => {
		document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
	}, name);
}

async function textOf(page, selector) {
	await see(page, selector);
	return page.run((wanted) => document.querySelector(wanted).textContent, selector);
}

/** Asks the page again and again: it may be loading, and then the question itself fails. */
async function until(page, question, ...values) {
	const end = Date.now() + PATIENCE_MS;
	for (;;) {
		const answer = await page.run(question, ...values).catch(() => false);
		if (answer) return;
		if (Date.now() > end) {
			const shown = await page.run(() => `${location.pathname}: ${document.body.innerText.slice(0, 200)}`);
			throw new Error(`Not seen: ${question} ${values.join(' ')}\n    ${shown}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

function countRows(page, store) {
	return page.run(async (name) => {
		const asked = (request) =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await asked(indexedDB.open('backstory'));
		const count = await asked(db.transaction(name).objectStore(name).count());
		db.close();
		return count;
	}, store);
}

function equal(found, expected) {
	if (found !== expected) throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}
