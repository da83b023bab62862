import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const USUAL_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** For a browser that is measured: on any machine, and with nothing to do but the page. */
export const FLAGS = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update'
];

/**
 * Looks for a Chromium to run the tests in: CHROMIUM_PATH, the usual places, then the one Playwright keeps.
 * @returns {string | undefined} path of the executable
 */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named) return named;
	return USUAL_PLACES.find((path) => existsSync(path)) ?? playwrightsOwn();
}

function playwrightsOwn() {
	try {
		const path = createRequire(import.meta.url)('playwright').chromium.executablePath();
		return existsSync(path) ? path : undefined;
	} catch {
		return undefined;
	}
}
