import { expect, type Page } from 'playwright/test';
import type { Assignment } from '../../src/lib/domain/assignment';
import { encodeAssignment } from '../../src/lib/share/assignment-link';
import { QuizScreen } from './quiz-screen';
import { OpenScreen, ShareScreen } from './share-screen';

/** For each question, by how it begins, the words of the answer: an option, several, what is typed; null leaves it open. */
export type Said = Readonly<Record<string, string | readonly string[] | null>>;

/** What a learner does with an assignment of `SET`, from its link to that of the result. */
export class LearnerScreen {
	readonly quiz: QuizScreen;

	constructor(readonly page: Page) {
		this.quiz = new QuizScreen(page);
	}

	async open(assignment: Assignment): Promise<void> {
		await new OpenScreen(this.page).openFragment(await encodeAssignment(assignment));
		await expect(this.page.getByRole('heading', { name: assignment.title })).toBeVisible();
	}

	async start(): Promise<void> {
		await this.page.getByRole('button', { name: /^(Start|Take it again)$/ }).click();
		await expect(this.quiz.stem).toBeVisible();
	}

	/** Answers the question on the screen. @returns how it begins */
	async answer(said: Said): Promise<string> {
		const stem = await this.quiz.stem.innerText();
		const [begins, words] = Object.entries(said).find(([begins]) => stem.startsWith(begins)) ?? [];
		if (begins === undefined || words === undefined) throw new Error(`Nobody said an answer to: ${stem}`);
		const typed = this.page.getByLabel('Your answer');
		for (const word of typeof words === 'string' ? [words] : (words ?? [])) {
			if ((await typed.count()) > 0) await typed.fill(word);
			else await this.page.locator('label[data-option]').filter({ hasText: word }).click();
		}
		return begins;
	}

	/** Answers so many questions and hands the quiz in. @returns how they begin, in the order of the paper */
	async take(said: Said, count: number): Promise<string[]> {
		const asked: string[] = [];
		for (let number = 1; number <= count; number += 1) {
			asked.push(await this.answer(said));
			if (number < count) await this.quiz.goOn();
		}
		await this.quiz.next.click();
		const anyway = this.quiz.stillOpen.getByRole('button', { name: 'Finish now' });
		const review = this.page.getByRole('link', { name: 'Hand in' });
		await expect(anyway.or(review)).toBeVisible();
		if (await anyway.isVisible()) await anyway.click();
		await expect(review).toBeVisible();
		return asked;
	}

	/** From the review: puts a name to the result. @returns its address */
	async handIn(name: string): Promise<string> {
		await this.page.getByRole('link', { name: 'Hand in' }).click();
		await this.page.getByLabel('Your name').fill(name);
		return this.seal();
	}

	/** @returns the address of the result */
	async seal(): Promise<string> {
		await this.page.getByRole('button', { name: /^Make (the result|it again)$/ }).click();
		await expect(this.page.getByRole('img', { name: 'QR code of your result' })).toBeVisible();
		return new ShareScreen(this.page).address();
	}
}
