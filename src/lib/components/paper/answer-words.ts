import type { Item } from '$lib/domain/item';
import type { Response } from '$lib/domain/quiz';
import { MARKED_WRONG, type AnswerProblem } from '$lib/domain/read-answer-line';
import { plainText } from '$lib/domain/text';
import { kindName } from '$lib/i18n/kind-name';
import * as m from '$lib/i18n/paraglide/messages';

/** @returns what an answer typed from paper stands for */
export function answerInWords(item: Item, response: Response): string {
	switch (response.type) {
		case 'choice':
			return response.chosen.map((index) => optionText(item, index)).join('; ');
		case 'boolean':
			return response.value ? m.true_answer() : m.false_answer();
		case 'label':
			return kindName(response.label);
		case 'order':
			return response.order.map((index) => entryText(item, index)).join('; ');
		case 'match':
			return response.right.map((index) => (index === null ? '–' : sideText(item, index))).join('; ');
		case 'text':
			return response.values.every((value) => value === MARKED_WRONG)
				? m.entry_marked_wrong()
				: response.values.join('; ');
		case 'point':
			return '';
		case 'self':
			return response.knew ? m.entry_marked_right() : m.entry_marked_wrong();
	}
}

/** @returns why something typed is no answer, to follow the number of its question */
export function problemInWords(problem: AnswerProblem): string {
	switch (problem.kind) {
		case 'no-such-letter':
			return m.entry_no_letter({ letter: problem.letter, last: problem.last });
		case 'letter-twice':
			return m.entry_letter_twice({ letter: problem.letter });
		case 'letters-wanted':
			return m.entry_letters_wanted({ count: problem.count });
		case 'one-letter':
			return m.entry_one_letter();
		case 'unclosed':
			return m.entry_unclosed();
		case 'write':
			return m.entry_write();
		case 'by-hand':
			return m.entry_by_hand();
	}
}

function optionText(item: Item, index: number): string {
	const isChoice = item.type === 'single-choice' || item.type === 'multiple-choice';
	return plainText(isChoice ? (item.options[index]?.text ?? '') : '');
}

function entryText(item: Item, index: number): string {
	return plainText(item.type === 'ordering' ? (item.entries[index]?.text ?? '') : '');
}

function sideText(item: Item, index: number): string {
	if (item.type !== 'matching') return '';
	return plainText([...item.pairs.map(({ right }) => right), ...item.extra][index] ?? '');
}
