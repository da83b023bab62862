import { describe, expect, it } from 'vitest';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { drawPaper } from '../../../src/lib/domain/draw-paper';
import { sectionsOfPaper } from '../../../src/lib/domain/paper-sections';
import type { StudySet } from '../../../src/lib/domain/set';
import { Composer, type ComposeStart } from '../../../src/lib/state/composer.svelte';
import { row, SET_ITEMS } from '../domain/blueprints';
import { SPEC } from '../domain/quiz-items';

const SET: StudySet = {
	id: 'demo',
	title: 'Demo',
	lang: 'en',
	origin: 'own',
	revision: 1,
	addedAt: 0,
	topics: ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() })),
	items: SET_ITEMS
};
const compose = (start: ComposeStart = {}) => new Composer(SET, { seed: 7, ...start });
const numbersOf = ({ questions }: Composer) => questions.map(({ item }) => item.number);
const at = (numbers: readonly number[], place: number) => numbers[place] ?? 0;

describe('Composer', () => {
	it('shows the paper that its sections and its seed draw', () => {
		const composer = compose({ count: 5 });
		const drawn = drawPaper({ ...SPEC, sections: composer.sections, seed: composer.seed }, SET_ITEMS);
		expect(numbersOf(composer)).toEqual(drawn.map(({ item }) => item));
		expect(composer.count).toBe(5);
		expect(composer.isEdited).toBe(false);
	});

	it('exchanges and removes one question and leaves the others where they are', () => {
		const composer = compose({ count: 6 });
		const before = numbersOf(composer);
		expect(composer.exchange(1)).toBe(true);
		const exchanged = numbersOf(composer);
		expect(exchanged.toSpliced(1, 1)).toEqual(before.toSpliced(1, 1));
		expect(before).not.toContain(exchanged[1]);
		composer.remove(0);
		expect(numbersOf(composer)).toEqual(exchanged.slice(1));
		expect(composer.isEdited).toBe(true);
	});

	it('keeps parts without a heading apart, also when one of their questions is locked', () => {
		const composer = compose({ way: 'blueprint', blueprint: [{ title: '', fixed: [], rows: [row(3)] }] });
		composer.addSection();
		const partsOf = () => {
			const { sections, seed } = composer;
			const paper = drawPaper({ ...SPEC, sections, seed }, SET_ITEMS);
			return sectionsOfPaper({ sections, seed }, paper, SET_ITEMS).map((part) => part?.number);
		};
		expect(partsOf()).toEqual([1, 1, 1, 2, 2, 2, 2, 2]);
		composer.renameSection(1, 'Map');
		composer.renameSection(1, ' ');
		composer.toggleLock(4);
		expect(partsOf()).toEqual([1, 1, 1, 2, 2, 2, 2, 2]);
	});

	it('keeps what is locked when the rest is drawn anew, and nothing that was only exchanged', () => {
		const composer = compose({ way: 'blueprint', blueprint: [{ title: 'Part', fixed: [], rows: [row(6)] }] });
		composer.exchange(2);
		composer.toggleLock(4);
		const kept = at(numbersOf(composer), 4);
		const others = new Set<number>();
		for (let times = 0; times < 8; times += 1) {
			composer.drawAnew();
			expect(composer.questions[4]).toMatchObject({ locked: true, item: { number: kept } });
			expect(composer.count).toBe(6);
			others.add(at(numbersOf(composer), 2));
		}
		expect(others.size).toBeGreaterThan(1);
	});

	it('lets a question go that is no longer locked', () => {
		const composer = compose({ way: 'blueprint', blueprint: [{ title: '', fixed: [], rows: [row(2)] }] });
		composer.toggleLock(0);
		composer.toggleLock(0);
		expect(composer.questions[0]?.locked).toBe(false);
		const seen = new Set<number>();
		for (let times = 0; times < 8; times += 1) {
			composer.drawAnew();
			seen.add(at(numbersOf(composer), 0));
		}
		expect(seen.size).toBeGreaterThan(1);
	});

	it('starts afresh when something else is chosen', () => {
		const composer = compose({ count: 5 });
		composer.toggleLock(0);
		composer.chooseCount(6);
		expect(composer.isEdited).toBe(false);
		expect(composer.questions.some(({ locked }) => locked)).toBe(false);
		expect(composer.count).toBe(6);
	});

	it('builds a blueprint, with headings and what cannot be found', () => {
		const composer = compose();
		composer.chooseWay('blueprint');
		composer.renameSection(0, 'First');
		composer.changeRow(0, 0, { count: 9, topics: ['c'] });
		composer.addSection();
		composer.renameSection(1, 'Second');
		composer.addRow(1);
		composer.removeRow(1, 0);
		composer.changeRow(1, 0, { count: 2.9 });
		expect(composer.sections).toMatchObject([
			{ title: 'First', rows: [{ count: 9, topics: ['c'] }] },
			{ title: 'Second', rows: [{ count: 2, topics: [] }] }
		]);
		expect(composer.shortfall).toEqual([{ section: 0, row: 0, found: 3, wanted: 9 }]);
		expect(composer.questions.map(({ heading }) => heading)).toEqual(['First', null, null, 'Second', null]);
		composer.removeSection(0);
		expect(composer.shortfall).toEqual([]);
	});

	it('asks what is picked by hand in that order, and another of the same topic in its place', () => {
		const composer = compose();
		composer.chooseWay('hand');
		expect(composer.count).toBe(0);
		for (const number of [28, 3, 21]) composer.togglePicked(number);
		composer.togglePicked(3);
		expect(numbersOf(composer)).toEqual([28, 21]);
		composer.exchange(0);
		expect([29, 30]).toContain(numbersOf(composer)[0]);
		expect(numbersOf(composer)[1]).toBe(21);
	});

	it('gives a minute for each question until a limit is chosen', () => {
		const composer = compose({ count: 5 });
		expect(composer.time).toEqual({ kind: 'none' });
		composer.chooseTime('quiz');
		expect(composer.time).toEqual({ kind: 'quiz', limitMs: 300_000 });
		composer.chooseLimit(90_000);
		composer.chooseCount(6);
		expect(composer.time).toEqual({ kind: 'quiz', limitMs: 90_000 });
	});

	it('takes the rules of a preset and keeps its instants', () => {
		const composer = compose();
		expect(composer.rules).toBe(PRACTICE_RULES);
		composer.changeRules({ closesAt: 99 });
		composer.usePreset('test');
		expect(composer.preset).toBe('test');
		expect(composer.rules.closesAt).toBe(99);
		composer.changeRules({ confidence: true });
		expect(composer.preset).toBeNull();
	});
});
