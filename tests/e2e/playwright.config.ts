import { defineConfig } from 'playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';

const chromium = findChromium();

/**
 * With E2E=short, as `.ci/run` sets it unless CI_LONG=1: what runs at both sizes runs at one, and browsers are killed in fewer tests.
 * `npm test` runs everything.
 */
const isShort = process.env['E2E'] === 'short';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results/playwright',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// A shared machine can be ten times slower than a quiet one; no test measures time by its limit.
	timeout: 80_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: '../../test-results/playwright.json' }]],
	use: {
		browserName: 'chromium',
		// It stores the whole app, for each test anew: where it matters, and where most people go, a test allows it.
		serviceWorkers: 'block',
		locale: 'en-GB',
		launchOptions: {
			...(chromium === undefined ? {} : { executablePath: chromium }),
			args: ['--no-sandbox', '--disable-dev-shm-usage']
		}
	},
	// What does not depend on the screen runs at one size: *.desktop.test.ts and *.phone.test.ts.
	projects: [
		{
			name: 'phone',
			testIgnore: ['*.desktop.test.ts', ...(isShort ? ['screens.test.ts'] : [])],
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
		},
		{
			name: 'desktop',
			testMatch: isShort ? ['*.desktop.test.ts', 'screens.test.ts'] : '*.test.ts',
			testIgnore: ['*.phone.test.ts', ...(isShort ? ['killed.desktop.test.ts'] : [])],
			use: { viewport: { width: 1280, height: 800 } }
		}
	]
});
