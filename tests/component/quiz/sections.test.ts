import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import QuizOverview from '../../../src/lib/components/quiz/QuizOverview.svelte';
import type { PaperSection } from '../../../src/lib/domain/paper-sections';
import { sectionInWords } from '../../../src/lib/components/quiz/section-words';

const WORDS = { number: 1, count: 2, title: 'Words' };
const BORDER = { number: 2, count: 2, title: 'The border' };

describe('the sections of a quiz', () => {
	it('are named with their number where there are several, alone where there is one', () => {
		expect(sectionInWords(BORDER)).toBe('Part 2 of 2: The border');
		expect(sectionInWords({ ...WORDS, title: '' })).toBe('Part 1 of 2');
		expect(sectionInWords({ number: 1, count: 1, title: 'The border' })).toBe('The border');
	});

	const overviewOf = (sections: readonly PaperSection[]) => {
		const nothing = () => undefined;
		const entry = (index: number) => ({ index, state: 'open', isFlagged: false, isCurrent: index === 0 }) as const;
		return render(QuizOverview, {
			props: {
				open: true,
				entries: [entry(0), entry(1), entry(2)],
				sections,
				oneWay: false,
				isClockHidden: null,
				shortcuts: false,
				onclose: nothing,
				ongo: nothing,
				onclock: nothing,
				onreport: nothing,
				onfinish: nothing
			}
		});
	};

	it('are told apart in the overview though they have no titles', async () => {
		const part = (number: number) => ({ number, count: 2, title: '' });
		await overviewOf([part(1), part(2), part(2)]);
		const headings = page.getByRole('heading', { level: 3 });
		await expect.element(headings.nth(0)).toHaveTextContent('Part 1 of 2');
		await expect.element(headings.nth(1)).toHaveTextContent('Part 2 of 2');
	});

	it('stand above their questions in the overview', async () => {
		await overviewOf([WORDS, WORDS, BORDER]);
		const headings = page.getByRole('heading', { level: 3 });
		await expect.element(headings.nth(0)).toHaveTextContent('Part 1 of 2: Words');
		await expect.element(headings.nth(1)).toHaveTextContent('Part 2 of 2: The border');
		const lists = page.getByRole('list');
		expect(lists.elements().map((list) => list.querySelectorAll('button').length)).toEqual([2, 1]);
	});
});
