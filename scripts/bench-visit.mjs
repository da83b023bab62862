// npm run bench -- --only=visit: what a learner's first visit costs who opens the link of an assignment, in requests and bytes on the wire.
// --files lists every file with its bytes.
import { createServer, request as ask } from 'node:http';
import { chromium } from 'playwright';
import { findChromium, FLAGS } from './chromium.mjs';
import { serve } from './serve.mjs';

const QUESTIONS = 20;
/** So long without a request is the end: an idle page looks for a new version after three seconds at the latest. */
const QUIET_MS = 3500;

/** Prints a table for docs/scale.md. */
export async function visit() {
	const site = await serve();
	const wire = await tap(Number(new URL(site.address).port));
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: FLAGS
	});
	const link = await giveAssignment(browser, wire.address);
	console.log('\n| step | requests | bodies | headers |\n|---|--:|--:|--:|');
	// Without a service worker first: what is fetched for the offline copy is not what the learner waits for.
	wire.take();
	const opened = await open(browser, link, { serviceWorkers: 'block' });
	await wire.settle();
	const shown = wire.take();
	tell('opening the link, until the assignment is shown', shown);
	await opened.start.click();
	await opened.page.locator('[data-stem]').waitFor();
	await wire.settle();
	tell('pressing Start at once, until the first question is shown', wire.take());
	await opened.page.context().close();

	const first = await open(browser, link, {});
	await first.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await wire.settle();
	const all = wire.take();
	tell('everything for offline, while the assignment is read', without(all, shown));
	tell('first visit in all', all);
	await first.start.click();
	await first.page.locator('[data-stem]').waitFor();
	await wire.settle();
	tell('pressing Start then', wire.take());
	await first.page.goto('about:blank');
	await first.page.goto(link);
	await wire.settle();
	tell('a later visit', wire.take());
	await browser.close();
	await wire.close();
	await site.close();
}

/** Makes an assignment on the bundled bank, as a teacher does. @returns its link */
async function giveAssignment(browser, address) {
	const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
	const items = Array.from({ length: QUESTIONS }, (_, index) => index + 1);
	await page.goto(`${address}class/new/?set=collision-course&items=${items.join(',')}`);
	await page.getByRole('textbox', { name: 'Title' }).fill('Practice day');
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	const shown = await page.locator('[translate="no"]').filter({ hasText: '#1d.' }).innerText();
	await page.context().close();
	return `http://${shown.trim()}`;
}

/** Opens the link in a profile where nothing is cached. */
async function open(browser, link, options) {
	const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })).newPage();
	await page.goto(link);
	const start = page.getByRole('button', { name: 'Start', exact: true });
	await start.waitFor();
	return { page, start };
}

/** Stands before the server and counts what passes, the service worker's requests too, which a page does not see. */
async function tap(port) {
	const log = [];
	let last = performance.now();
	const server = createServer((request, response) => {
		const { method, url, headers, socket } = request;
		last = performance.now();
		ask({ port, method, path: url, headers }, (answer) => {
			const before = socket.bytesWritten;
			let body = 0;
			response.writeHead(answer.statusCode, answer.headers);
			answer.on('data', (part) => (body += part.length));
			response.on('finish', () => {
				last = performance.now();
				log.push({ path: url, status: answer.statusCode, body, head: socket.bytesWritten - before - body });
			});
			answer.pipe(response);
		}).end();
	});
	await new Promise((resolve) => server.listen(0, resolve));
	const settle = async () => {
		last = performance.now();
		while (performance.now() - last < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 100));
	};
	return {
		address: `http://localhost:${server.address().port}/`,
		settle,
		take: () => log.splice(0),
		close: () =>
			new Promise((resolve) => {
				server.close(resolve);
				server.closeAllConnections();
			})
	};
}

/** @returns what is left of a log when each request of another is taken out once */
function without(log, other) {
	const left = [...log];
	for (const { path } of other) {
		const index = left.findIndex((entry) => entry.path === path);
		if (index >= 0) left.splice(index, 1);
	}
	return left;
}

function tell(step, log) {
	const kb = (key) => `${(log.reduce((sum, entry) => sum + entry[key], 0) / 1024).toFixed(1)} KB`;
	console.log(`| ${step} | ${log.length} | ${kb('body')} | ${kb('head')} |`);
	if (!process.argv.includes('--files')) return;
	for (const { path, status, body, head } of log.sort((a, b) => b.body - a.body))
		console.log(`    ${String(body).padStart(7)} ${String(head).padStart(5)} ${status} ${path}`);
}
