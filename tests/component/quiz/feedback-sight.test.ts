import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import FeedbackView from '../../../src/lib/components/assignment/FeedbackView.svelte';
import QuizResult from '../../../src/lib/components/quiz/QuizResult.svelte';
import { momentInWords } from '../../../src/lib/i18n/format';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';

const CLOSES = Date.UTC(2026, 11, 1, 12);
const NOTHING = { correctness: false, marks: false, explanation: false, key: false };
const EVERYTHING = { correctness: true, marks: true, explanation: true, key: true };
const set = { id: 's', title: 'S', lang: 'en', revision: 1, topics: [], items: [] };
const feedback = { assignment: 'abcdefgh-_1', sitting: 1, comment: 'Read the map again.', credits: [1, 0.5], set };
const shown = { feedback, title: 'For Monday', teacher: 'Ms Khan', rules: PRACTICE_RULES, attempt: null };

describe('feedback that was opened', () => {
	it('shows the words and says when there is more, while the rules hold back the rest', async () => {
		const more = { at: CLOSES, aspects: ['correctness', 'marks', 'key'] } as const;
		const screen = await render(FeedbackView, { shown, sight: NOTHING, more });
		await expect.element(page.getByText('Read the map again.')).toBeVisible();
		await expect
			.element(page.getByRole('status'))
			.toHaveTextContent(
				`From ${momentInWords(CLOSES)} you can also see what was right, the marks and the right answers.`
			);
		expect(page.getByText(/of 2 marks/).elements()).toEqual([]);
		expect(page.getByRole('listitem').elements()).toEqual([]);
		expect(page.getByText('The right answers came along.').elements()).toEqual([]);
		await screen.rerender({ shown, sight: EVERYTHING, more: null });
		await expect.element(page.getByRole('heading', { name: '1.5 of 2 marks' })).toBeVisible();
		expect(
			page
				.getByRole('listitem')
				.elements()
				.map((line) => line.textContent.replace(/\s+/g, ' ').trim())
		).toEqual(['Question 1 1', 'Question 2 0.5']);
		await expect.element(page.getByText('The right answers came along.')).toBeVisible();
		expect(page.getByRole('status').elements()).toEqual([]);
	});

	it('gives the sum alone where marks may be seen but not what was right', async () => {
		await render(FeedbackView, { shown, sight: { ...NOTHING, marks: true }, more: null });
		await expect.element(page.getByRole('heading', { name: '1.5 of 2 marks' })).toBeVisible();
		expect(page.getByRole('listitem').elements()).toEqual([]);
	});
});

describe('the result of a sitting with feedback', () => {
	it('shows the words of the teacher, and the marks only where they may be seen', async () => {
		const tally = { total: 2, credit: 1.5, right: 1, partly: 1, wrong: 0, unanswered: 0 };
		const props = {
			score: { ...tally, points: 1.5, byTopic: [], questions: [] },
			sight: NOTHING,
			withheld: false,
			feedback,
			answers: [],
			topicTitles: new Map<string, string>(),
			lines: [],
			sections: [],
			timedOut: false,
			lateMs: 0,
			penalty: 0,
			dueMissed: 0,
			dueGuessed: 0
		};
		const screen = await render(QuizResult, props);
		const told = page.getByRole('region', { name: 'From your teacher' });
		await expect.element(told).toHaveTextContent('Read the map again.');
		await expect.element(told).not.toHaveTextContent('marks');
		await screen.rerender({ ...props, sight: EVERYTHING });
		await expect.element(told).toHaveTextContent('1.5 of 2 marks');
	});
});
