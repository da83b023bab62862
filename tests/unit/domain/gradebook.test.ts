import { describe, expect, it } from 'vitest';
import {
	compareMarking,
	gatherLearners,
	ofThisEdition,
	sortLearners,
	tallyItems,
	type GradebookEntry
} from '../../../src/lib/domain/gradebook';
import { markResult, type GivenAssignment } from '../../../src/lib/domain/mark-result';
import { findOddities } from '../../../src/lib/domain/result-oddities';
import { GIVEN, resultWith } from './class-results';

const choice = (...chosen: number[]) => ({ type: 'choice', chosen }) as const;
const byAlphabet = (a: string, b: string) => a.localeCompare(b);

function entry(
	sender: string,
	changes: Parameters<typeof resultWith>[1],
	responses: Parameters<typeof resultWith>[0] = {},
	given: GivenAssignment = GIVEN
): GradebookEntry {
	const result = resultWith(responses, changes);
	const receivedAt = result.startedAt + result.tookMs + 1000;
	const marked = markResult(given, result);
	const oddities = findOddities(given.assignment, result, receivedAt, marked.isOtherEdition);
	const id = `${result.assignment}.${sender}.${String(result.sitting)}`;
	return { received: { id, assignment: result.assignment, sender, receivedAt, result, replaced: 0 }, marked, oddities };
}

describe('learners', () => {
	it('are told apart by device, with their sittings in order and the latest name', () => {
		const learners = gatherLearners(
			[entry('a', { sitting: 2, name: 'Amina G.' }), entry('b', { name: 'Bilal' }), entry('a', { name: 'Amina' })],
			[]
		);
		expect(learners.map(({ name, entries }) => [name, entries.length])).toEqual([
			['Amina G.', 2],
			['Bilal', 1]
		]);
	});

	it('of one name on two devices, and of none on the list, are flagged once', () => {
		const learners = gatherLearners(
			[entry('a', { name: 'Amina Gul' }), entry('b', { name: 'gul, amina' }), entry('c', { name: 'Zed' })],
			['Amina Gul']
		);
		const kinds = learners.map(({ entries }) => entries.flatMap(({ oddities }) => oddities.map(({ kind }) => kind)));
		expect(kinds).toEqual([['same-name'], ['same-name'], ['unlisted']]);
	});

	it('are sorted by name, score, arrival or what is odd about them', () => {
		const learners = gatherLearners(
			[
				entry('a', { name: 'Zora' }, { 3: choice(0), 4: choice(0, 1) }),
				entry('b', { name: 'Amina', startedAt: 9_000_000 }, { 3: choice(0) }),
				entry('c', { name: 'Mo', lateMs: 60_000 })
			],
			[]
		);
		const names = (order: Parameters<typeof sortLearners>[1]) =>
			sortLearners(learners, order, byAlphabet).map(({ name }) => name);
		expect(names('name')).toEqual(['Amina', 'Mo', 'Zora']);
		expect(names('score')).toEqual(['Zora', 'Amina', 'Mo']);
		expect(names('arrival')).toEqual(['Amina', 'Mo', 'Zora']);
		expect(names('look')).toEqual(['Mo', 'Amina', 'Zora']);
	});
});

describe('items', () => {
	it('are summed up over all sittings, with what learners report', () => {
		const entries = [
			entry('a', { name: 'Amina' }, { 3: { response: choice(0), tookMs: 1, report: 'Two are right' } }),
			entry('b', { name: 'Bilal' }, { 3: choice(1), 4: choice(0) })
		];
		const [third, fourth] = tallyItems(entries, [3, 4, 99]);
		expect(third).toEqual({
			...{ item: 3, asked: 2, right: 1, partly: 0, wrong: 1, unanswered: 0, credit: 1 },
			reports: [{ name: 'Amina', words: 'Two are right' }]
		});
		expect(fourth).toMatchObject({ asked: 2, partly: 1, unanswered: 1, credit: 0.5 });
		expect(tallyItems(entries, [99])).toEqual([]);
	});

	it('are asked only by results of this edition: others are listed, and counted nowhere', () => {
		const own = entry('a', { name: 'Amina' }, { 3: choice(0) });
		const { paperCheck } = own.received.result;
		const changes = { name: 'Bilal', paperCheck: (paperCheck + 1) % 256 };
		const other = entry('b', changes, { 3: { response: choice(1), tookMs: 1, report: 'Not what I was asked' } });
		expect(other.oddities).toContainEqual({ kind: 'other-edition' });
		expect(gatherLearners([own, other], [])).toHaveLength(2);
		expect(ofThisEdition([other, own])).toEqual([own]);
		expect(tallyItems([own, other], [3])).toEqual(tallyItems([own], [3]));
	});

	it('are asked of nobody where they are left out, and keep what learners report', () => {
		const given: GivenAssignment = { ...GIVEN, remarks: [{ item: 3, kind: 'left-out' }] };
		const reported = { response: choice(0), tookMs: 1, report: 'Two are right' };
		expect(tallyItems([entry('a', {}, { 3: reported }, given)], [3])).toEqual([
			{
				...{ item: 3, asked: 0, right: 0, partly: 0, wrong: 0, unanswered: 0, credit: 0 },
				reports: [{ name: 'Amina Gul', words: 'Two are right' }]
			}
		]);
	});
});

describe('the effect of a remark', () => {
	it('says for how many sittings the marks change', () => {
		const remarked: GivenAssignment = { ...GIVEN, remarks: [{ item: 3, kind: 'option', option: 1 }] };
		const answers = [{ 3: choice(1) }, { 3: choice(0) }, {}];
		const of = (given: GivenAssignment) => answers.map((one, index) => entry(String(index), {}, one, given));
		expect(compareMarking(of(GIVEN), of(remarked))).toEqual({ up: 1, down: 0, same: 2 });
		const leftOut: GivenAssignment = { ...GIVEN, remarks: [{ item: 3, kind: 'left-out' }] };
		expect(compareMarking(of(GIVEN), of(leftOut))).toEqual({ up: 0, down: 1, same: 2 });
	});
});
