import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext, type BrowserContextOptions } from 'playwright/test';
import { Profile } from './profile';
import { Site } from './site';
import { Watch } from './watch';

type TestFixtures = {
	/** Fails the test for every console message, policy violation or foreign request that it did not announce. */
	watch: Watch;
	/** Another server, for this test only. */
	startSite: (options?: Parameters<typeof Site.start>[0]) => Promise<Site>;
	/** Another browser profile at the same screen size, watched too. */
	newProfile: (options?: BrowserContextOptions) => Promise<BrowserContext>;
	/** An empty folder, for this test only. */
	folder: string;
	/** A browser of its own that can be killed, watched too; started again it has the same profile. */
	startBrowser: () => Promise<Profile>;
};

export const test = base.extend<TestFixtures, { site: Site }>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies from the pattern
		async ({}, use) => {
			const site = await Site.start();
			await use(site);
			await site.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ site }, use) => use(site.address),
	watch: [
		async ({ context, site, serviceWorkers }, use) => {
			const watch = new Watch();
			// Playwright says so itself at every page.
			if (serviceWorkers === 'block') watch.tolerate(/registration blocked by Playwright/);
			watch.allowOrigin(site.origin);
			await watch.over(context);
			await use(watch);
			await Promise.all(context.pages().map((page) => page.evaluate(() => null).catch(() => null)));
			await site.restart();
			expect(watch.problems).toEqual([]);
		},
		{ auto: true }
	],
	startSite: async ({ watch, context }, use) => {
		const sites: Site[] = [];
		await use(async (options) => {
			const site = await Site.start(options);
			watch.allowOrigin(site.origin);
			sites.push(site);
			return site;
		});
		// First the pages: a service worker that is still fetching would report the server gone.
		await context.close();
		await Promise.all(sites.map((site) => site.stop()));
	},
	newProfile: async ({ browser, watch, baseURL, viewport, hasTouch, isMobile }, use) => {
		const profiles: BrowserContext[] = [];
		const shape = { ...(baseURL === undefined ? {} : { baseURL }), viewport, hasTouch, isMobile };
		await use(async (options = {}) => {
			const profile = await browser.newContext({ ...shape, ...options });
			if (options.serviceWorkers === 'block') watch.tolerate(/registration blocked by Playwright/);
			await watch.over(profile);
			profiles.push(profile);
			return profile;
		});
		await Promise.all(profiles.map((profile) => profile.close()));
	},
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies from the pattern
	folder: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'backstory-'));
		await use(folder);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	},
	startBrowser: async ({ folder, watch, launchOptions, baseURL, viewport }, use) => {
		await use(async () => {
			const profile = await Profile.launch(folder, { launchOptions, baseURL, viewport });
			await watch.over(profile.context);
			return profile;
		});
	}
});

export { expect };
