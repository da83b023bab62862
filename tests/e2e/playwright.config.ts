import { defineConfig } from 'playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';

const chromium = findChromium();

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
			testIgnore: '*.desktop.test.ts',
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
		},
		{ name: 'desktop', testIgnore: '*.phone.test.ts', use: { viewport: { width: 1280, height: 800 } } }
	]
});
