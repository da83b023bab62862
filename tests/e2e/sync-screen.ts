import { expect, type Locator, type Page } from 'playwright/test';

/** The screen on which devices are compared and brought together. */
export class SyncScreen {
	readonly code: Locator;

	constructor(readonly page: Page) {
		this.code = page.locator('#content').getByRole('img', { name: /code/i });
	}

	/** Opens the screen. @returns the words of the log */
	async words(): Promise<string> {
		await this.page.goto('sync/');
		await expect(this.page.locator('[data-words]')).toHaveText(/^\w+ \w+ \w+$/);
		return this.shownWords();
	}

	shownWords(): Promise<string> {
		return this.page.locator('[data-words]').innerText();
	}

	async press(name: string): Promise<void> {
		await this.page.getByRole('button', { name, exact: true }).click();
	}

	async unfold(name: string): Promise<void> {
		await this.page.locator('summary').getByText(name, { exact: true }).click();
	}
}
