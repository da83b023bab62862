import { describe, expect, it } from 'vitest';
import { analyseClass, type ClassAnalysis, type ReceivedResult } from '$lib/domain/analysis/analyse-class';
import { toQuestions } from '$lib/domain/analysis/analysed-question';
import { markResult, type GivenAssignment } from '$lib/domain/mark-result';
import { aClass, classGiven } from '../../../class-results';

function analyse(given: GivenAssignment, results: readonly ReceivedResult[]): ClassAnalysis {
	const work = analyseClass(given, results);
	let step = work.next();
	while (step.done !== true) step = work.next();
	return step.value;
}

describe('analyseClass', () => {
	it('marks results and analyses what they were asked', () => {
		const given = classGiven(8);
		const { test, items, repeats, otherEdition } = analyse(given, aClass(given, 24));
		expect(test).toMatchObject({ learners: 24, items: 8, samePaper: true });
		expect([repeats, otherEdition]).toEqual([0, 0]);
		for (const { n, right, facility, options } of items) {
			expect(n).toBe(24);
			expect(facility?.value).toBeCloseTo(right / 24, 12);
			expect(options.find((option) => option.right)?.all).toBe(right);
		}
	});

	it('takes off what wrong answers cost, as the gradebook does', () => {
		const given = classGiven(8);
		const results = aClass(given, 24);
		const { quiz } = given.assignment;
		const strict = {
			...given,
			assignment: { ...given.assignment, quiz: { ...quiz, rules: { ...quiz.rules, penalty: 0.5 } } }
		};
		const shares = results.map(({ result }) => {
			const { points, total } = markResult(strict, result).score;
			return points / total;
		});
		const [mild, harsh] = [analyse(given, results), analyse(strict, results)];
		expect(harsh.test.score?.value).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / shares.length, 12);
		expect(harsh.test.score?.value).toBeLessThan(mild.test.score?.value ?? 0);
		expect(harsh.test.reliability?.error).toBeGreaterThan(mild.test.reliability?.error ?? 1);
		expect(harsh.items.map(({ facility }) => facility)).toEqual(mild.items.map(({ facility }) => facility));
	});

	it('counts the first sitting of a device, in whatever order they came', () => {
		const given = classGiven(4);
		const first = aClass(given, 6);
		const again = first.map(({ sender, result }) => ({
			sender,
			result: { ...result, sitting: 2, answers: result.answers.map(() => null) }
		}));
		const alone = analyse(given, first);
		expect(analyse(given, [...again, ...first])).toEqual({ ...alone, repeats: 6 });
		expect(analyse(given, [...first, ...again])).toEqual({ ...alone, repeats: 6 });
	});

	it('counts a learner on two devices once, by the sitting begun first, however the name is written', () => {
		const given = classGiven(4);
		const [first, ...others] = aClass(given, 6);
		if (first === undefined) throw new Error('The class is empty');
		const { sender, result } = first;
		const name = result.name.split(' ').reverse().join(' ').toUpperCase();
		const other = { sender: `${sender}-phone`, result: { ...result, name, startedAt: result.startedAt + 1 } };
		const phone = { ...other, result: { ...other.result, answers: result.answers.map(() => null) } };
		const alone = analyse(given, [first, ...others]);
		expect(alone.test.learners).toBe(6);
		expect(analyse(given, [phone, ...others, first])).toMatchObject({
			items: alone.items,
			repeats: 1,
			test: alone.test
		});
		expect(analyse(given, [first, ...others, phone])).toMatchObject({
			items: alone.items,
			repeats: 1,
			test: alone.test
		});
		const earlier = { ...phone, result: { ...phone.result, startedAt: result.startedAt - 1 } };
		expect(analyse(given, [first, ...others, earlier]).items).not.toEqual(alone.items);
	});

	it('goes by the latest name of a device, and by the device alone where nobody typed one', () => {
		const given = classGiven(4);
		const [one, two] = aClass(given, 2);
		if (one === undefined || two === undefined) throw new Error('The class is empty');
		const renamed = { ...one, result: { ...one.result, sitting: 2, name: two.result.name } };
		expect(analyse(given, [one, two]).test.learners).toBe(2);
		expect(analyse(given, [one, renamed, two])).toMatchObject({ repeats: 2, test: { learners: 1 } });
		const nameless = [one, two].map(({ sender, result }) => ({ sender, result: { ...result, name: '' } }));
		expect(analyse(given, nameless)).toMatchObject({ repeats: 0, test: { learners: 2 } });
	});

	it('leaves out papers of another edition, and says how many', () => {
		const given = classGiven(4);
		const results = aClass(given, 6).map(({ sender, result }, index) => ({
			sender,
			result: index < 2 ? { ...result, paperCheck: (result.paperCheck + 1) % 256 } : result
		}));
		expect(analyse(given, results)).toMatchObject({ otherEdition: 2, test: { learners: 4 } });
	});

	it('follows the remarks: a question left out is gone, another accepted answer is right', () => {
		const given = classGiven(4);
		const results = aClass(given, 24);
		const remarked = {
			...given,
			remarks: [
				{ item: 1, kind: 'left-out' },
				{ item: 2, kind: 'option', option: 3 },
				{ item: 3, kind: 'all-right' }
			] as const
		};
		const before = analyse(given, results).items.find(({ item }) => item === 2);
		const { items } = analyse(remarked, results);
		expect(items.map(({ item }) => item).sort()).toEqual([2, 3, 4]);
		const after = items.find(({ item }) => item === 2);
		expect(after?.right).toBe((before?.right ?? 0) + (before?.options[3]?.all ?? 0));
		expect(items.find(({ item }) => item === 3)).toMatchObject({ right: 24, settled: true, alarms: [] });
	});

	it('tells how far it is, up to the end', () => {
		const given = classGiven(4);
		const shares = [...analyseClass(given, aClass(given, 120))];
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares[0]).toBeCloseTo((0.9 * 50) / 120, 9);
		expect(Math.max(...shares)).toBeLessThanOrEqual(1);
	});
});

describe('toQuestions', () => {
	it('numbers questions in the order of the set, and keeps the order of need', () => {
		const given = classGiven(5);
		const analysis = analyse({ ...given, remarks: [{ item: 1, kind: 'left-out' }] }, aClass(given, 24));
		const questions = toQuestions(given.set, analysis);
		expect(questions.map(({ item }) => item.number)).toEqual(analysis.items.map(({ item }) => item));
		expect(questions.every(({ number, item }) => number === item.number - 1)).toBe(true);
	});

	it('covers what a cloze hides', () => {
		const given = classGiven(1);
		const cloze = {
			...given.set.items[0],
			type: 'cloze',
			number: 1,
			id: 'one',
			revision: 1,
			stem: 'In {{1::1893}}.'
		} as const;
		const analysis = analyse(given, aClass(given, 5));
		expect(toQuestions({ items: [cloze] }, analysis)[0]?.text).toBe('In […].');
	});
});
