import { describe, expect, it } from 'vitest';
import { toCardFace, type FaceText } from '../../../src/lib/domain/card-face';
import type { Item } from '../../../src/lib/domain/item';
import { textOfBlocks } from '../../../src/lib/domain/text';
import { ALL_ITEMS, ITEMS } from './quiz-items';

const read = (texts: readonly FaceText[]): string[] => texts.map((blocks) => textOfBlocks(blocks));

describe('toCardFace', () => {
	it('asks a basic item by its stem alone', () => {
		const face = toCardFace(ITEMS.basic, 1);
		expect(textOfBlocks(face.stem)).toBe('Capital?');
		expect(face.prompt).toEqual({ kind: 'recall' });
		expect(face.hidden).toEqual({ kind: 'none' });
		expect(face.answer).toMatchObject({ kind: 'text', also: [] });
	});

	it('covers only the asked deletion of a cloze and answers with its words', () => {
		const face = toCardFace(ITEMS.cloze, 2);
		expect(textOfBlocks(face.stem)).toBe('The line dates from 1893 and is named after […].');
		expect(face.answer.kind === 'cloze' && read(face.answer.words)).toEqual(['Mortimer Durand']);
		expect(face.answer.kind === 'cloze' && textOfBlocks(face.answer.filled)).toContain('after Mortimer Durand');
	});

	it('hides the options of a choice item until asked for and answers with the right ones', () => {
		const face = toCardFace(ITEMS['single-choice'], 1);
		expect(face.prompt).toEqual({ kind: 'recall' });
		expect(face.hidden.kind === 'options' && read(face.hidden.options).sort()).toEqual(
			['Helmand', 'Indus', 'Kunar', 'Oxus'].sort()
		);
		const [option] = face.answer.kind === 'options' ? face.answer.options : [];
		expect(option && textOfBlocks(option.text)).toBe('Indus');
		expect(option?.rationale && textOfBlocks(option.rationale)).toBe('It is the longest.');
		const several = toCardFace(ITEMS['multiple-choice'], 1).answer;
		expect(several.kind === 'options' && read(several.options.map((each) => each.text))).toEqual([
			'Sindh',
			'Balochistan'
		]);
	});

	it('gives true-false and claim-or-fact answers as data', () => {
		expect(toCardFace(ITEMS['true-false'], 1)).toMatchObject({
			prompt: { kind: 'true-or-false' },
			answer: { kind: 'boolean', value: false }
		});
		expect(toCardFace(ITEMS.classify, 1)).toMatchObject({
			prompt: { kind: 'labels', labels: ['fact', 'claim', 'contested', 'ahead'] },
			answer: { kind: 'label', label: 'ahead' }
		});
	});

	it('shows ordering entries in another order and answers in the right one with dates', () => {
		const face = toCardFace(ITEMS.ordering, 1);
		const shown = face.prompt.kind === 'entries' ? read(face.prompt.entries) : [];
		expect(shown).toHaveLength(4);
		expect(shown).not.toEqual(['first', 'second', 'third', 'fourth']);
		const entries = face.answer.kind === 'order' ? face.answer.entries : [];
		expect(entries.map((entry) => [textOfBlocks(entry.text), entry.date])).toEqual([
			['first', '1893'],
			['second', '1947'],
			['third', null],
			['fourth', '2021-08-15']
		]);
	});

	it('shows both sides of a matching, the surplus one included, and answers with pairs', () => {
		const { prompt, answer } = toCardFace(ITEMS.matching, 1);
		expect(prompt.kind === 'sides' && read(prompt.left)).toEqual(['Torkham', 'Chaman', 'Indus']);
		expect(prompt.kind === 'sides' && read(prompt.right).sort()).toEqual(['crossing', 'crossing', 'mountain', 'river']);
		expect(answer.kind === 'pairs' && answer.pairs.map((pair) => textOfBlocks(pair.right))).toEqual([
			'crossing',
			'crossing',
			'river'
		]);
	});

	it('answers a map item with its place and a short answer with its further wordings', () => {
		expect(toCardFace(ITEMS.map, 1)).toMatchObject({
			prompt: { kind: 'place' },
			answer: { kind: 'place', target: { place: 'Torkham' } }
		});
		const { answer } = toCardFace(ITEMS['short-answer'], 1);
		expect(answer.kind === 'text' && read([answer.text, ...answer.also])).toEqual([
			'Pakistan',
			'Islamic Republic of Pakistan'
		]);
	});

	it('looks the same each time', () => {
		for (const item of ALL_ITEMS) expect(toCardFace(item, 1)).toEqual(toCardFace(item, 1));
	});

	it('refuses a part the item does not have', () => {
		const item: Item = ITEMS.cloze;
		expect(() => toCardFace(item, 3)).toThrow('no part 3');
	});
});
