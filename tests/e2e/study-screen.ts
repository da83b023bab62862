import { expect, type Locator, type Page } from 'playwright/test';

/** The study screen as a person uses it. */
export class StudyScreen {
	readonly stem: Locator;
	readonly reveal: Locator;
	readonly ratings: Locator;
	readonly undo: Locator;
	readonly end: Locator;

	constructor(readonly page: Page) {
		this.stem = page.locator('[data-stem]');
		this.reveal = page.locator('[data-reveal]');
		this.ratings = page.locator('[data-rating]');
		this.undo = page.getByRole('button', { name: 'Undo last rating' });
		this.end = page.getByRole('heading', { name: 'Done for now.' });
	}

	async open(query = ''): Promise<void> {
		await this.page.goto(`study/${query}`);
		await expect(this.stem).toBeVisible();
	}

	rating(rating: 1 | 2 | 3 | 4): Locator {
		return this.page.locator(`[data-rating="${rating}"]`);
	}

	/** Reveals and rates; returns when the answer is saved, which is when its buttons are gone. */
	async rate(rating: 1 | 2 | 3 | 4): Promise<void> {
		await this.reveal.click();
		await this.rating(rating).click();
		await expect(this.ratings).toHaveCount(0);
	}

	async stemText(): Promise<string> {
		return ((await this.stem.textContent()) ?? '').replace(/\s+/g, ' ').trim();
	}

	/** Answers card after card until the session ends. */
	async finish(rating: 1 | 3 = 3): Promise<void> {
		await expect(async () => {
			while (await this.stem.isVisible()) await this.rate(rating);
			await expect(this.end).toBeVisible({ timeout: 100 });
		}).toPass();
	}
}
