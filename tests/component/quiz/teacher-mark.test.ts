import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { verdictInWords } from '../../../src/lib/components/quiz/result-words';
import ResultLine from '../../../src/lib/components/quiz/ResultLine.svelte';
import type { Outcome } from '../../../src/lib/domain/score';
import type { TeacherWord } from '../../../src/lib/domain/teacher-marks';
import type { ReviewedQuestion } from '../../../src/lib/state/reviewed-question';

const line = (outcome: Outcome, teacher: TeacherWord | null) => ({
	confidence: null,
	reason: null,
	number: 1,
	stem: 'Which bird cannot fly?',
	outcome,
	teacher,
	overruled: false,
	href: '#'
});

const EVERYTHING = { correctness: true, marks: true, explanation: true, key: true };
const question = (outcome: Outcome, teacher: TeacherWord | null, credit = 0): ReviewedQuestion => ({
	section: null,
	confidence: null,
	reason: null,
	entry: { item: 1, order: [] },
	item: null,
	response: { type: 'choice', chosen: [1] },
	outcome,
	teacher,
	credit,
	ruling: 'marked',
	misses: 0,
	report: null,
	due: null,
	sources: []
});

describe('a line of a result that the teacher has marked', () => {
	it.each<[Outcome, TeacherWord | null, string]>([
		['right', 'other', 'Right, as your teacher marked it'],
		['partly', 'other', 'Partly right, as your teacher marked it'],
		['missing', 'left-out', 'Left out by your teacher, counts for nobody'],
		['wrong', 'same', 'Not right'],
		['wrong', null, 'Not right']
	])('says %s where the teacher’s mark is %s', async (outcome, teacher, words) => {
		await render(ResultLine, { props: { line: line(outcome, teacher), told: true } });
		await expect.element(page.getByText(words, { exact: true })).toBeVisible();
	});

	it('says none of it while marks may not be seen', async () => {
		await render(ResultLine, { props: { line: line('right', 'other'), told: false } });
		await expect.element(page.getByRole('link')).toHaveTextContent('Answered');
		await expect.element(page.getByRole('link')).not.toHaveTextContent('teacher');
	});
});

describe('the verdict on a question', () => {
	it('says whose mark counts where the lines of the key say otherwise', () => {
		expect(verdictInWords(question('right', 'other', 1), EVERYTHING)).toBe(
			'Your teacher’s mark: Right. It counts, even where the lines below say otherwise.'
		);
		expect(verdictInWords(question('partly', 'other', 0.5), { ...EVERYTHING, key: false })).toBe(
			'Partly right, as your teacher marked it. It counts 0.5 of a mark.'
		);
		expect(verdictInWords(question('missing', 'left-out'), EVERYTHING)).toBe(
			'Your teacher left this question out: it counts for nobody.'
		);
		expect(verdictInWords(question('wrong', 'same'), EVERYTHING)).toBe('');
	});
});
