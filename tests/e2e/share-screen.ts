import type { Locator, Page } from 'playwright/test';
import type { Item } from '../../src/lib/domain/item';
import type { SharedContent, SharedSet } from '../../src/lib/domain/share-model';
import { deflateRaw } from '../../src/lib/share/deflate';
import { sealBody } from '../../src/lib/share/envelope';
import { encodeLink } from '../../src/lib/share/link';
import { readStores } from './stores';

/** What a browser notes when the server is gone. */
export const UNREACHABLE =
	/net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|FAILED|INTERNET_DISCONNECTED)|An unknown error occurred when fetching the script/;

/** The screen that sends: its link, its code, its file. */
export class ShareScreen {
	readonly code: Locator;
	readonly meter: Locator;

	constructor(readonly page: Page) {
		this.code = page.getByRole('img', { name: 'QR code for this link' });
		this.meter = page.getByRole('img', { name: /^Length of the link/ });
	}

	/** @returns the whole address on the screen, which shows it without its protocol */
	async address(): Promise<string> {
		const shown = this.page.locator('[translate="no"]').filter({ hasText: '#1d.' });
		return `${new URL(this.page.url()).protocol}//${(await shown.innerText()).trim()}`;
	}

	/** @returns the version of the code on the screen: 21 modules a side and 4 more for each version after the first */
	async codeVersion(): Promise<number> {
		const [, , side = 0] = ((await this.code.getAttribute('viewBox')) ?? '').split(' ').map(Number);
		return (side - 2 * 4 - 17) / 4;
	}
}

/** The screen that receives: what was sent, before anything of it is kept. */
export class OpenScreen {
	readonly problem: Locator;

	constructor(readonly page: Page) {
		this.problem = page.locator('[data-problem]');
	}

	async open(address: string): Promise<void> {
		// Also when only the fragment differs from where the page is, as with a link followed inside the app.
		await this.page.goto('about:blank');
		await this.page.goto(address);
	}

	async openFragment(fragment: string): Promise<void> {
		await this.open('about:blank');
		await this.page.goto(`open/#${fragment}`);
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}
}

/** @returns everything in the database: nothing at all before something was kept */
export async function storedRows(page: Page): Promise<unknown[]> {
	return Object.values(await readStores(page)).flat();
}

/** Waits until everything needed offline is here and this page is served from it. */
export async function whenOfflineReady(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller !== null) return;
		await new Promise((resolve) => {
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
		});
	});
}

export function basicItem(number: number, stem: string, answer: string, revision = 1): Item {
	return { type: 'basic', number, id: String(number), revision, stem, answer };
}

/** A set as a teacher would send it. */
export function ownSet(some: Partial<SharedSet> = {}): SharedContent {
	const items = [
		basicItem(1, 'Which river flows through Baghdad?', 'The Tigris'),
		basicItem(2, 'And through Cairo?', 'The Nile')
	];
	const set = { id: 'k3Xw9_vT-2a', revision: 1, title: 'Rivers', lang: 'en', topics: [], items };
	return { kind: 'set', set: { ...set, ...some } };
}

export function fragmentOf(content: SharedContent): Promise<string> {
	return encodeLink(content);
}

/** Seals any text at all as a link with a right length and checksum, as only somebody who wants to do harm would. */
export async function sealPlain(plain: string): Promise<string> {
	return `1d.${await sealBody(await deflateRaw(new TextEncoder().encode(plain)))}`;
}
