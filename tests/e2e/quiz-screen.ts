import { expect, type Locator, type Page } from 'playwright/test';
import { correctOrder, isStemOf, itemWithStem, type BankItem } from './quiz-bank';
import { readStores } from './stores';

/** An attempt as far as these tests look at it. */
export type StoredAttempt = {
	id: string;
	spec: { count: number; topics: string[]; factor: number; time: { kind: string; limitMs?: number } };
	paper: { item: number; order: number[] }[];
	startedAt: number;
	deadline: number | null;
	current: number;
	answers: ({ response: unknown } | null)[];
	finishedAt: number | null;
	timedOut: boolean;
	title: string;
};

/** @returns all attempts, the one begun first first */
export async function storedAttempts(page: Page): Promise<StoredAttempt[]> {
	const attempts = ((await readStores(page))['attempts'] ?? []) as StoredAttempt[];
	return attempts.sort((a, b) => a.startedAt - b.startedAt);
}

/** Setting a quiz up, taking it and handing it in, as a person does with a finger or a mouse. */
export class QuizScreen {
	readonly stem: Locator;
	readonly next: Locator;
	readonly timeLeft: Locator;
	readonly leaving: Locator;
	readonly stillOpen: Locator;

	constructor(
		readonly page: Page,
		private readonly isTouch = false
	) {
		this.stem = page.locator('[data-stem]');
		this.next = page.locator('[data-next]');
		this.timeLeft = page.locator('[data-time-left]');
		this.leaving = page.getByRole('dialog', { name: 'Leave the quiz?' });
		this.stillOpen = page.getByRole('dialog', { name: /still open$/ });
	}

	/** Opens the composer and waits until it has looked for quizzes under way, and so reacts to what is chosen. */
	async compose(query = '?set=collision-course'): Promise<void> {
		await this.page.goto(`quiz/${query}`);
		await expect(this.page.getByRole('button', { name: /^Start, \d+ question/ })).toBeEnabled();
	}

	/** Chooses one of a row of choices on the composer. */
	async choose(legend: string, choice: string): Promise<void> {
		const group = this.page.getByRole('group', { name: legend, exact: true });
		await this.press(group.getByText(choice, { exact: true }));
		await expect(group.getByRole('radio', { name: choice, exact: true })).toBeChecked();
	}

	async start(): Promise<void> {
		await this.press(this.page.getByRole('button', { name: /^Start, \d+ question/ }));
		await expect(this.page).toHaveURL(/quiz\/run\/?\?attempt=/);
		await expect(this.stem).toBeVisible();
	}

	/** Sets up a quiz on hand-picked items and starts it. */
	async take(items: readonly number[], time: 'No limit' | 'Whole quiz' | 'Each question' = 'No limit'): Promise<void> {
		await this.compose(`?set=collision-course&items=${items.join(',')}`);
		await expect(this.page.getByText(/^This quiz asks the (one|\d+) questions? picked for it\.$/)).toBeVisible();
		await this.choose('Time', time);
		await this.start();
	}

	/** @returns the bank's item whose question is on the screen */
	async item(): Promise<BankItem> {
		return itemWithStem(await this.stem.innerText());
	}

	async expectItem(item: BankItem): Promise<void> {
		await expect.poll(async () => isStemOf(item, await this.stem.innerText()), { message: item.stem }).toBe(true);
	}

	/** The answer on the screen that stands for a value: an option's index, `true`, a label, a place. */
	option(value: string | number): Locator {
		return this.page.locator(`label[data-option]:has(input[value="${String(value)}"])`);
	}

	async pick(value: string | number): Promise<void> {
		await this.press(this.option(value));
		await expect(this.option(value).locator('input')).toBeChecked();
	}

	/** Goes on, and returns when the question after this one shows. */
	async goOn(): Promise<void> {
		const before = await this.stem.elementHandle();
		await this.press(this.next);
		await this.page.waitForFunction((old) => !old.isConnected, before);
	}

	async finish(): Promise<void> {
		await this.press(this.next);
		await expect(this.page).toHaveURL(/quiz\/review\/?\?attempt=/);
	}

	press(target: Locator): Promise<void> {
		return this.isTouch ? target.tap() : target.click();
	}

	/** Answers the question on the screen as its key says. */
	async answerRightly(item: BankItem): Promise<void> {
		switch (item.type) {
			case 'single-choice':
			case 'multiple-choice':
				for (const [index, { correct }] of item.options.entries()) if (correct) await this.pick(index);
				return;
			case 'true-false':
				return this.pick(String(item.answer));
			case 'classify':
				return this.pick(item.answer);
			case 'map':
				return this.pick(item.target.place);
			case 'short-answer':
				return this.type(this.page.getByLabel('Your answer'), item.answers[0] ?? '');
			case 'cloze':
				return this.fillGaps(item.stem);
			case 'basic':
				await this.press(this.page.locator('[data-reveal]'));
				return this.pick('knew');
			case 'ordering':
				return this.putInOrder(correctOrder(item));
			case 'matching':
				for (const [index, { left }] of item.pairs.entries()) {
					await this.page.getByRole('combobox', { name: left, exact: true }).selectOption(String(index));
				}
		}
	}

	private async type(field: Locator, text: string): Promise<void> {
		await this.press(field);
		await field.pressSequentially(text);
	}

	private async fillGaps(stem: string): Promise<void> {
		const gaps = [...stem.matchAll(/\{\{\d+::([^:}]*)/g)].map(([, answer]) => answer ?? '');
		for (const [index, answer] of gaps.entries()) {
			await this.type(this.page.getByRole('textbox', { name: `Gap ${String(index + 1)} of`, exact: false }), answer);
		}
	}

	/** Taps each entry and then the place where it belongs. */
	private async putInOrder(entries: readonly string[]): Promise<void> {
		const rows = this.page.locator('button[data-option]');
		for (const [place, entry] of entries.entries()) {
			if ((await rows.nth(place).innerText()).includes(entry)) continue;
			await this.press(rows.filter({ hasText: entry }));
			await this.press(rows.nth(place));
			await expect(rows.nth(place)).toContainText(entry);
		}
	}
}
