// A real WebKit: WebKitGTK's MiniBrowser, by its WebDriver, on a screen that nobody sees.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const BROWSERS = ['4.1', '4.0', '6.0'].map((api) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${api}/MiniBrowser`);
const PORT = 4567;
const DISPLAY = ':97';

/** @returns a page of a new profile, or null where there is no WebKit */
export async function openWebKit() {
	const binary = BROWSERS.find((path) => existsSync(path));
	if (binary === undefined || !existsSync(DRIVER) || !existsSync('/usr/bin/Xvfb')) return null;
	const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
	// As root the sandbox cannot be had; what is opened is our own site alone.
	const env = { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
	const driver = spawn(DRIVER, [`--port=${PORT}`], { stdio: 'ignore', env });
	const quit = () => {
		driver.kill();
		screen.kill();
	};
	try {
		const { sessionId, capabilities } = await untilItAnswers(() =>
			ask('POST', '/session', {
				capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } }
			})
		);
		const session = `/session/${sessionId}`;
		await ask('POST', `${session}/timeouts`, { script: 120_000, pageLoad: 120_000 });
		return {
			name: `WebKitGTK ${capabilities.browserVersion}`,
			// The driver tells of no errors of the page.
			troubles: [],
			goto: (address) => ask('POST', `${session}/url`, { url: address }),
			run: (work, ...args) =>
				ask('POST', `${session}/execute/async`, { script: `${inPage}\nreturn inPage(${work}, arguments)`, args }).then(
					({ value, error }) => {
						if (error !== undefined) throw new Error(error);
						return value;
					}
				),
			close: async () => {
				await ask('DELETE', session);
				quit();
			}
		};
	} catch (thrown) {
		quit();
		throw thrown;
	}
}

/** Runs in the page. */
function inPage(work, all) {
	const done = all[all.length - 1];
	Promise.resolve()
		.then(() => work(...[...all].slice(0, -1)))
		.then(
			(value) => done({ value: value ?? null }),
			(thrown) => done({ error: String(thrown) })
		);
}

async function ask(method, path, body) {
	const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
		method,
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	});
	const { value } = await response.json();
	if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
	return value;
}

/** The driver needs a moment before it listens. */
async function untilItAnswers(work) {
	for (let tries = 0; ; tries += 1) {
		try {
			return await work();
		} catch (thrown) {
			if (tries === 40) throw thrown;
			await new Promise((resolve) => setTimeout(resolve, 250));
		}
	}
}
