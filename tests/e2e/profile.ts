import {
	chromium,
	type BrowserContext,
	type PlaywrightTestOptions,
	type PlaywrightWorkerOptions
} from 'playwright/test';

type ProfileOptions = {
	launchOptions: PlaywrightWorkerOptions['launchOptions'];
	baseURL: PlaywrightTestOptions['baseURL'];
	viewport: PlaywrightTestOptions['viewport'];
};

/** A browser of its own whose profile outlives it: it can be killed and started again on the same folder. */
export class Profile {
	private constructor(
		readonly context: BrowserContext,
		private readonly pid: number
	) {}

	static async launch(folder: string, { launchOptions, baseURL, viewport }: ProfileOptions): Promise<Profile> {
		const context = await chromium.launchPersistentContext(folder, {
			...launchOptions,
			viewport,
			...(baseURL === undefined ? {} : { baseURL })
		});
		const session = await context.browser()?.newBrowserCDPSession();
		const processes = await session?.send('SystemInfo.getProcessInfo');
		const pid = processes?.processInfo.find(({ type }) => type === 'browser')?.id;
		if (pid === undefined) throw new Error('The browser does not say which process it is');
		return new Profile(context, pid);
	}

	/** Kills the browser as the system would, in the middle of whatever it does. */
	async kill(): Promise<void> {
		const closed = this.context.waitForEvent('close');
		process.kill(this.pid, 'SIGKILL');
		await closed;
	}
}
