// A real Firefox by WebDriver BiDi.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The last one that runs on Node 20. Fetched for the run alone: with all it needs it is 71 packages. */
const DRIVER = 'puppeteer-core@24.43.1';
const PLACES = [
	process.env.FIREFOX_PATH,
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
];

/** @returns a page of a new profile, or null where there is no Firefox */
export async function openFirefox() {
	const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
	if (executablePath === undefined) return null;
	const folder = mkdtempSync(join(tmpdir(), 'backstory-firefox-'));
	execFileSync('npm', ['install', '--silent', '--no-save', '--no-package-lock', '--prefix', folder, DRIVER]);
	const { default: puppeteer } = await import(createRequire(join(folder, 'x.js')).resolve('puppeteer-core'));
	const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
	const page = await browser.newPage();
	const troubles = [];
	page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error') troubles.push(message.text());
	});
	await page.evaluateOnNewDocument(() =>
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber, sample }) =>
			console.error(violatedDirective, sourceFile, lineNumber, sample)
		)
	);
	return {
		name: await browser.version(),
		troubles,
		goto: async (address) => {
			// A page that is left while it loads complains of scripts that never came, and asks for itself again.
			await page.waitForNetworkIdle({ idleTime: 1000, timeout: 60_000 });
			await page.goto(address, { waitUntil: 'domcontentloaded' });
		},
		run: (work, ...values) => page.evaluate(work, ...values),
		close: async () => {
			await browser.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
