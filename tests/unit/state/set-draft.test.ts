import { describe, expect, it } from 'vitest';
import { parseStudySet } from '../../../src/lib/content/item-schema';
import type { Item } from '../../../src/lib/domain/item';
import type { StudySet } from '../../../src/lib/domain/set';
import {
	copyOfSet,
	draftOfSet,
	filledOptions,
	isBlankItem,
	itemOfDraft,
	newDraft,
	newDraftItem,
	type DraftItem
} from '../../../src/lib/state/set-draft';
import { faultyItems, isComplete, problemsOfItem, problemsOfSet } from '../../../src/lib/state/set-draft-problems';

const items: readonly Item[] = [
	{ type: 'basic', stem: 'Q?', answer: 'A', number: 1, id: '1', revision: 2, topic: 't' },
	{ type: 'ordering', stem: 'Sort', entries: [{ text: 'a' }, { text: 'b' }], number: 7, id: 'sort', revision: 1 },
	{ type: 'cloze', stem: '{{1::a}} and {{2::b}}', accept: { '1': ['x'], '2': ['y'] }, number: 3, id: '3', revision: 1 }
];
const set: StudySet = {
	id: 's',
	title: 'T',
	lang: 'en',
	origin: 'own',
	revision: 5,
	addedAt: 0,
	topics: [{ id: 't', title: 'T' }],
	items
};

function kinds(item: DraftItem) {
	return problemsOfItem(item).map(({ kind }) => kind);
}

describe('a draft of a set', () => {
	it('gives back the same items, whatever their type, when nothing was changed', () => {
		expect(draftOfSet(set, 1).items.map(itemOfDraft)).toEqual(items);
	});

	it('raises the revision of a question that was changed, and keeps its number, name and topic', () => {
		const [first] = draftOfSet(set, 1).items;
		if (first?.type !== 'basic') throw new Error('A basic item comes first.');
		expect(itemOfDraft({ ...first, answer: ' B ' })).toEqual({ ...items[0], answer: 'B', revision: 3 });
	});

	it('never gives a number again that the set has or had', () => {
		expect(draftOfSet(set, 1).nextNumber).toBe(8);
		expect(draftOfSet(set, 12).nextNumber).toBe(12);
	});

	it('forgets the spellings of a gap that is gone', () => {
		const cloze = draftOfSet(set, 1).items[2];
		if (cloze?.type !== 'cloze') throw new Error('The third item is a cloze.');
		expect(itemOfDraft({ ...cloze, stem: '{{2::b}} only' })).toMatchObject({ accept: { '2': ['y'] } });
	});

	it('becomes a copy with items of the first revision under a name of its own', () => {
		const copy = copyOfSet(set, 'mine');
		expect(copy).toMatchObject({ setId: 'mine', baseRevision: 0, changed: true });
		expect(copy.items.map(itemOfDraft).map(({ revision }) => revision)).toEqual([1, 1, 1]);
	});

	it('leaves out rows of options that were never filled', () => {
		expect(
			filledOptions([
				{ text: ' a ', correct: true },
				{ text: '  ', correct: false }
			])
		).toEqual([{ text: 'a', correct: true }]);
	});
});

describe('what keeps a question from being finished', () => {
	it('is said for every empty field of every type', () => {
		expect(kinds(newDraftItem('basic', 1))).toEqual(['stem-empty', 'answer-empty']);
		expect(kinds(newDraftItem('cloze', 1))).toEqual(['stem-empty']);
		expect(kinds(newDraftItem('single-choice', 1))).toEqual(['stem-empty', 'options-few']);
		expect(kinds(newDraftItem('true-false', 1))).toEqual(['stem-empty', 'truth-none']);
	});

	it('is a cloze without a gap, or with gap 0', () => {
		const cloze = newDraftItem('cloze', 1);
		if (cloze.type !== 'cloze') throw new Error('A cloze was asked for.');
		expect(kinds({ ...cloze, stem: 'No gap' })).toEqual(['cloze-none']);
		expect(kinds({ ...cloze, stem: '{{0::gap}}' })).toEqual(['cloze-zero']);
		expect(kinds({ ...cloze, stem: '{{1::gap}}' })).toEqual([]);
	});

	it('is an option that is missing, doubled, too long or not marked, also when an empty row is marked', () => {
		const choice = newDraftItem('single-choice', 1);
		if (choice.type !== 'single-choice') throw new Error('A choice was asked for.');
		const of = (...texts: readonly [string, boolean][]) =>
			kinds({ ...choice, stem: 'S', options: texts.map(([text, correct]) => ({ text, correct })) });
		expect(of(['a', true], ['', false])).toEqual(['options-few']);
		expect(of(['a', true], ['A', false])).toEqual(['option-twice']);
		expect(of(['a', false], ['b', false], ['', true])).toEqual(['right-none']);
		expect(of(['a', true], ['b'.repeat(2001), false])).toEqual(['too-long']);
		expect(of(['a', true], ['b', false])).toEqual([]);
	});

	it('does not count questions that were left blank', () => {
		const draft = { ...newDraft('s', 'en'), title: 'T', items: [newDraftItem('basic', 1)] };
		expect(isBlankItem(newDraftItem('single-choice', 1))).toBe(true);
		expect(faultyItems(draft)).toEqual([]);
		expect(problemsOfSet(draft)).toEqual([{ field: 'items', kind: 'items-none' }]);
	});

	it('is a title that is missing, invisible or too long', () => {
		const draft = draftOfSet(set, 1);
		expect(problemsOfSet(draft)).toEqual([]);
		expect(problemsOfSet({ ...draft, title: '\u202e ' })).toEqual([{ field: 'title', kind: 'title-empty' }]);
		expect(problemsOfSet({ ...draft, title: 'x'.repeat(201) })).toEqual([{ field: 'title', kind: 'title-long' }]);
	});

	it('is nothing exactly when the one schema of a set agrees', () => {
		const texts = ['', ' ', 'a', '{{1::x}}', '{{0::x}}', '\u202e', 'x'.repeat(2001)];
		for (const stem of texts) {
			for (const type of ['basic', 'cloze', 'true-false'] as const) {
				const item = {
					...newDraftItem(type, 1),
					stem,
					...(type === 'basic' && { answer: 'b' }),
					...(type === 'true-false' && { answer: true })
				} as DraftItem;
				const draft = { ...newDraft('s', 'en'), title: 'T', items: [item] };
				const parsed = parseStudySet({ ...set, topics: [], items: [itemOfDraft(item)] });
				if (!isBlankItem(item))
					expect([stem.slice(0, 9), type, isComplete(draft)]).toEqual([stem.slice(0, 9), type, parsed.ok]);
			}
		}
	});
});
