import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Question from '../../../src/lib/components/quiz/Question.svelte';
import { NO_MAP, type QuizMap } from '../../../src/lib/components/quiz/quiz-map';
import type { Item } from '../../../src/lib/domain/item';
import type { Response } from '../../../src/lib/domain/quiz';
import * as items from './items';

const onrespond = vi.fn<(response: Response) => void>();
const onnext = vi.fn<() => void>();

type More = { order?: readonly number[]; map?: QuizMap; begin?: Response };
/** Shows a question that remembers its response, as the quiz does. */
async function ask(item: Item, { order = [], map = NO_MAP, begin }: More = {}) {
	const props = { item, order, map, response: begin ?? null, formId: 'question', onnext };
	const screen = await render(Question, {
		props: {
			...props,
			onrespond: (response: Response) => {
				onrespond(response);
				void screen.rerender({ response });
			}
		}
	});
}

const role = page.getByRole.bind(page);
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

/** The button that goes on stands in the dock, outside the form. */
const next = Object.assign(document.createElement('button'), { textContent: 'Next' });
next.setAttribute('form', 'question');

beforeEach(() => {
	document.body.append(next);
	onrespond.mockClear();
	onnext.mockClear();
});

describe('every question', () => {
	it('puts the focus on its stem, which a heading holds', async () => {
		await ask(items.trueFalse);
		const stem = role('heading', { level: 1 });
		await expect.element(stem).toHaveTextContent('Water is wet.');
		await expect.element(stem).toHaveFocus();
		expect(all('[data-stem]')).toHaveLength(1);
	});

	it('goes on with Enter in a field', async () => {
		await ask(items.shortAnswer);
		await role('textbox').fill('Oslo');
		await userEvent.keyboard('{Enter}');
		expect(onnext).toHaveBeenCalledOnce();
	});

	it('goes on with a button elsewhere on the screen that names its form', async () => {
		await ask(items.cloze);
		await role('button', { name: 'Next' }).click();
		expect(onnext).toHaveBeenCalledOnce();
	});

	it('goes on with Enter on a chosen option', async () => {
		await ask(items.trueFalse);
		await role('radio', { name: 'True' }).click();
		await userEvent.keyboard('{Enter}');
		expect(onnext).toHaveBeenCalledOnce();
	});
});

describe('a single choice', () => {
	it('shows the options in the drawn order and answers with the index as written', async () => {
		await ask(items.singleChoice, { order: [2, 0, 1] });
		expect(all('[data-option]').map((option) => option.textContent.trim())).toEqual(['Crane', 'Swift', 'Kiwi']);
		await role('radio', { name: 'Kiwi' }).click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'choice', chosen: [1] });
	});

	it('is answered by a tap anywhere on its row', async () => {
		await ask(items.singleChoice, { order: [0, 1, 2] });
		all('[data-option]')[2]?.click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'choice', chosen: [2] });
	});

	it('moves with the arrow keys, one choice at a time', async () => {
		await ask(items.singleChoice, { order: [0, 1, 2] });
		await userEvent.tab();
		await userEvent.keyboard(' ');
		await userEvent.keyboard('{ArrowDown}');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'choice', chosen: [1] });
		await expect.element(role('radio', { name: 'Kiwi' })).toBeChecked();
		await expect.element(role('radio', { name: 'Swift' })).not.toBeChecked();
	});

	it('comes back with the choice that was made', async () => {
		await ask(items.singleChoice, { order: [0, 1, 2], begin: { type: 'choice', chosen: [2] } });
		await expect.element(role('radio', { name: 'Crane' })).toBeChecked();
	});
});

describe('a multiple choice', () => {
	it('takes several answers and gives them back ascending', async () => {
		await ask(items.multipleChoice, { order: [2, 1, 0] });
		await role('checkbox', { name: 'Four' }).click();
		await role('checkbox', { name: 'Two' }).click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'choice', chosen: [0, 2] });
	});

	it('takes an answer back with the space bar', async () => {
		await ask(items.multipleChoice, { order: [0, 1, 2], begin: { type: 'choice', chosen: [0] } });
		await userEvent.tab();
		await userEvent.keyboard(' ');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'choice', chosen: [] });
	});
});

describe('true or false, and claim or fact', () => {
	it('answers with the truth value, by click and by keyboard', async () => {
		await ask(items.trueFalse);
		await role('radio', { name: 'False' }).click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'boolean', value: false });
		await userEvent.keyboard('{ArrowUp}');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'boolean', value: true });
	});

	it('offers the four labels, each with what it means', async () => {
		await ask(items.classify);
		expect(all('[data-option]')).toHaveLength(4);
		expect(all('[data-option] .small').every((hint) => hint.textContent.length > 10)).toBe(true);
		await role('radio', { name: /^Contested/ }).click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'label', label: 'contested' });
		await userEvent.keyboard('{ArrowDown}');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'label', label: 'ahead' });
	});
});

describe('typed answers', () => {
	it('hands on every change of a short answer', async () => {
		await ask(items.shortAnswer);
		await userEvent.tab();
		await userEvent.keyboard('Os');
		expect(onrespond.mock.calls.map(([response]) => response)).toEqual([
			{ type: 'text', values: ['O'] },
			{ type: 'text', values: ['Os'] }
		]);
	});

	it('has a named field for every gap of a cloze, inside the sentence', async () => {
		await ask(items.cloze);
		expect(all('[data-stem] input')).toHaveLength(2);
		await role('textbox', { name: 'Gap 2 of 2' }).fill('moon');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'text', values: ['', 'moon'] });
		await role('textbox', { name: 'Gap 1 of 2' }).fill('sun');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'text', values: ['sun', 'moon'] });
	});

	it('never shows the hidden words', async () => {
		await ask(items.cloze);
		expect(document.body.textContent).not.toMatch(/sun|moon/);
	});
});

describe('an ordering', () => {
	const entries = () => all('li [data-option] .words').map((words) => words.textContent.trim());

	it('moves an entry with its arrows, says so and keeps the focus', async () => {
		await ask(items.ordering, { order: [2, 0, 1] });
		await role('button', { name: 'Move down: Evening' }).click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'order', order: [0, 2, 1] });
		await expect.element(role('status')).toHaveTextContent('Evening is now 2 of 3.');
		await expect.element(role('button', { name: 'Move down: Evening' })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		expect(entries()).toEqual(['Morning', 'Noon', 'Evening']);
		expect(onnext).not.toHaveBeenCalled();
	});

	it('puts an entry where the next tap says', async () => {
		await ask(items.ordering, { order: [2, 0, 1] });
		all('[data-option]')[0]?.click();
		await expect.element(role('button', { name: /Evening/, pressed: true })).toBeVisible();
		all('[data-option]')[2]?.click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'order', order: [0, 1, 2] });
	});

	it('lets go of an entry that is tapped twice', async () => {
		await ask(items.ordering, { order: [2, 0, 1] });
		all('[data-option]')[0]?.click();
		all('[data-option]')[0]?.click();
		expect(onrespond).not.toHaveBeenCalled();
		await expect.element(role('status')).toHaveTextContent('Evening: no longer chosen.');
	});

	it('does not move beyond its ends', async () => {
		await ask(items.ordering, { order: [2, 0, 1] });
		all('[aria-label="Move up: Evening"]')[0]?.click();
		expect(onrespond).not.toHaveBeenCalled();
		expect(entries()).toEqual(['Evening', 'Morning', 'Noon']);
	});
});

describe('a matching', () => {
	it('has a select named by each left side, with the right sides in the drawn order', async () => {
		await ask(items.matching, { order: [2, 1, 0] });
		const select = role('combobox', { name: 'Horse' });
		const offered = all('select')[1]?.querySelectorAll('option') ?? [];
		expect([...offered].map((option) => option.textContent)).toEqual(['Choose', 'kid', 'foal', 'calf']);
		await select.selectOptions('foal');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'match', right: [null, 1] });
	});

	it('says which answers are used elsewhere, and takes one back', async () => {
		await ask(items.matching, { order: [0, 1, 2], begin: { type: 'match', right: [0, null] } });
		expect(all('select')[1]?.textContent).toContain('calf (used)');
		await role('combobox', { name: 'Cow' }).selectOptions('Choose');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'match', right: [null, null] });
	});

	it('is answered by keyboard alone', async () => {
		await ask(items.matching, { order: [0, 1, 2] });
		await userEvent.tab();
		await userEvent.keyboard('f');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'match', right: [1, null] });
	});
});

describe('a place', () => {
	const places = [
		{ id: 'kabul', name: 'Kabul', lat: 34.528, lon: 69.172, kind: 'capital', shown: false },
		{ id: 'quetta', name: 'Quetta', lat: 30.184, lon: 67.001, kind: 'city', shown: false }
	] as const;

	it('can be picked from the list while the map is not there', async () => {
		await ask(items.place, { map: { state: 'loading', map: null, extent: 'region', places } });
		await role('radio', { name: 'Quetta' }).click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'point', lat: 30.184, lon: 67.001 });
		await userEvent.keyboard('{ArrowUp}');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'point', lat: 34.528, lon: 69.172 });
	});
});

describe('recall', () => {
	it('shows the answer only when asked, and then moves the focus to it', async () => {
		await ask(items.basic);
		expect(document.body.textContent).not.toContain('Scattering');
		await userEvent.tab();
		await userEvent.keyboard('{Enter}');
		await expect.element(page.getByText('Scattering.')).toBeVisible();
		await expect.element(role('heading', { name: 'Answer' })).toHaveFocus();
		expect(onnext).not.toHaveBeenCalled();
	});

	it('takes the learner’s own word for it', async () => {
		await ask(items.basic);
		all('[data-reveal]')[0]?.click();
		await role('radio', { name: 'I did not' }).click();
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'self', knew: false });
		await userEvent.keyboard('{ArrowUp}');
		expect(onrespond).toHaveBeenLastCalledWith({ type: 'self', knew: true });
	});
});
