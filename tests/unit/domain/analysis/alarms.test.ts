import { describe, expect, it } from 'vitest';
import { analyseTest, type ItemAnalysis } from '$lib/domain/analysis/analyse-test';
import type { AnalysedItem } from '$lib/domain/analysis/analysed-item';
import type { AnalysedAnswer } from '$lib/domain/analysis/sitting';
import { anAnswer, anItem, classOf } from './sittings';

/**
 * Item 1 is what each test is about; nine more say who knows much: of `learners` the first know most.
 * @param of answers item 1
 */
function about(
	learners: number,
	of: (learner: number) => Partial<AnalysedAnswer>,
	item: Partial<AnalysedItem> = {}
): ItemAnalysis {
	const sittings = classOf(learners, (learner) => [
		anAnswer(1, of(learner)),
		...Array.from({ length: 9 }, (_, other) =>
			anAnswer(other + 2, { credit: learner < ((other + 1) * learners) / 10 ? 1 : 0 })
		)
	]);
	const others = Array.from({ length: 9 }, (_, other) => anItem(other + 2, { key: null, options: 0, guess: 0 }));
	const work = analyseTest(sittings, [anItem(1, item), ...others]);
	let step = work.next();
	while (step.done !== true) step = work.next();
	const analysed = step.value.items.find((one) => one.item === 1);
	if (analysed === undefined) throw new Error('Item 1 was not analysed');
	return analysed;
}

const chose = (option: number): Partial<AnalysedAnswer> => ({ chosen: [option], credit: option === 0 ? 1 : 0 });
const kindsOf = ({ alarms }: ItemAnalysis): string[] => alarms.map(({ kind }) => kind);

describe('alarmsOf', () => {
	it('asks whether the key is wrong when most of the best chose another option', () => {
		const item = about(12, (learner) => chose(learner < 3 ? 1 : 0));
		expect(item.alarms[0]).toEqual({ level: 'check', kind: 'key-doubt', option: 1, chose: 3, top: 4 });
	});

	it('does not ask when half of the best know the answer', () => {
		expect(kindsOf(about(12, (learner) => chose(learner < 2 ? 1 : 0)))).not.toContain('key-doubt');
	});

	it('does not ask of a question with several right options, where a wrong one may come along', () => {
		const both = { chosen: [0, 1], credit: 0.5 };
		expect(kindsOf(about(12, () => both, { single: false }))).not.toContain('key-doubt');
	});

	it('says when nobody chose the right option', () => {
		const spread = about(12, (learner) => chose(1 + (learner % 3)));
		expect(spread.alarms).toContainEqual({ level: 'check', kind: 'key-untaken', n: 12 });
		expect(kindsOf(about(9, (learner) => chose(1 + (learner % 3))))).not.toContain('key-untaken');
	});

	it('says when learners who know the rest miss it, surely or perhaps', () => {
		const surely = about(40, (learner) => chose(learner < 20 ? 1 + (learner % 3) : 0));
		expect(surely.discrimination?.high).toBeLessThan(0);
		expect(surely.alarms[0]).toMatchObject({ kind: 'negative', level: 'check', n: 40 });
		const perhaps = about(24, (learner) => ({ credit: learner % 2 === 0 ? 0 : 1 }));
		expect(perhaps.discrimination?.high).toBeGreaterThan(0);
		expect(perhaps.alarms).toContainEqual(expect.objectContaining({ kind: 'negative', level: 'look' }));
		expect(kindsOf(about(19, (learner) => ({ credit: learner < 10 ? 0 : 1 })))).not.toContain('negative');
	});

	it('takes three who were sure and wrong, and a third of the sure, for a misconception', () => {
		const sure = (wrong: number, of: number) =>
			about(24, (learner) => ({ ...chose(learner < wrong ? 2 : 0), confidence: learner < of ? 'sure' : 'guess' }));
		expect(sure(3, 9).alarms).toContainEqual({
			level: 'look',
			kind: 'confident-errors',
			wrong: 3,
			sure: 9,
			option: 2
		});
		expect(kindsOf(sure(3, 10))).not.toContain('confident-errors');
		expect(kindsOf(sure(2, 3))).not.toContain('confident-errors');
	});

	it('says when no more are right than by choosing blindly', () => {
		expect(kindsOf(about(20, (learner) => chose(learner % 4)))).toContain('guessing');
		expect(kindsOf(about(20, (learner) => chose(learner % 2)))).not.toContain('guessing');
		expect(kindsOf(about(20, (learner) => chose(learner % 4), { guess: 0 }))).not.toContain('guessing');
		// Fewer than by chance is a belief, not guessing.
		expect(kindsOf(about(40, () => chose(1)))).not.toContain('guessing');
	});

	it('says when nearly all or hardly any know it, from ten learners on', () => {
		expect(kindsOf(about(10, (learner) => chose(learner < 9 ? 0 : 1)))).toContain('too-easy');
		expect(kindsOf(about(10, (learner) => chose(learner < 8 ? 0 : 1)))).not.toContain('too-easy');
		expect(kindsOf(about(10, (learner) => chose(learner < 2 ? 0 : 1)))).toContain('too-hard');
		expect(kindsOf(about(9, () => chose(0)))).not.toContain('too-easy');
	});

	it('says when a fifth left it open, and which wrong options nobody took', () => {
		const item = about(30, (learner) => (learner < 6 ? { credit: 0, answered: false } : chose(learner % 2)));
		expect(item.alarms).toContainEqual({ level: 'note', kind: 'left-open', open: 6, n: 30 });
		expect(item.alarms).toContainEqual({ level: 'note', kind: 'untaken', options: [2, 3], n: 24 });
		expect(kindsOf(about(30, () => chose(0)))).toEqual(['too-easy']);
		expect(kindsOf(about(19, (learner) => chose(learner % 2)))).not.toContain('untaken');
	});

	it('does not take what a wrong key explains for a fault of the learners', () => {
		const item = about(24, () => ({ ...chose(1), confidence: 'sure' }));
		expect(kindsOf(item)).toEqual(['key-doubt', 'untaken']);
	});

	it('is silent about what the teacher has settled, and puts the gravest first', () => {
		expect(about(40, () => chose(1), { settled: true }).alarms).toEqual([]);
		const levels = about(40, () => chose(1)).alarms.map(({ level }) => level);
		expect(levels).toEqual([...levels].sort());
		expect(levels[0]).toBe('check');
	});
});
