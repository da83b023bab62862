import { describe, expect, it } from 'vitest';
import { paperOf, seedOfForm } from '../../../src/lib/domain/assigned-paper';
import type { Assignment } from '../../../src/lib/domain/assignment';
import { createMarker } from '../../../src/lib/domain/mark-result';
import { isFromPaper, toPaperResult, toPaperSender } from '../../../src/lib/domain/paper-result';
import { drawTwin, findTwin, seedOfLearner, sharedSeeds } from '../../../src/lib/domain/paper-twin';
import type { Item } from '../../../src/lib/domain/item';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { readAnswerLine } from '../../../src/lib/domain/read-answer-line';
import type { StudySet } from '../../../src/lib/domain/set';
import { withholdKeys } from '../../../src/lib/domain/withhold-keys';
import { toPaperKey } from '../../../src/lib/domain/paper-form';
import { ITEMS } from './quiz-items';

const items = [ITEMS['single-choice'], ITEMS['multiple-choice'], ITEMS['true-false'], ITEMS.ordering];
const SET: StudySet = { id: 'own', title: 'T', lang: 'en', origin: 'own', revision: 1, addedAt: 0, topics: [], items };
const SHARED = { id: 'own', title: 'T', lang: 'en', revision: 1, topics: [], items };
const RULES = { ...PRACTICE_RULES, closesAt: 5000 };

function given(forms: 'same' | 'ab' | 'each', keyPolicy: 'open' | 'withheld' = 'open') {
	const assignment: Assignment = {
		id: 'AAAAAAAAAAA',
		title: 'Test',
		teacher: '',
		keyPolicy,
		content: { kind: 'set', set: keyPolicy === 'withheld' ? withholdKeys(SHARED) : SHARED },
		quiz: {
			sections: [{ title: '', fixed: [3, 4, 5, 6], rows: [] }],
			time: { kind: 'none' },
			rules: RULES,
			seed: 99,
			forms,
			sittings: 1
		},
		keys: []
	};
	return { assignment, set: SET, remarks: [] };
}

describe('a paper twin', () => {
	it('is the paper that a learner’s device draws', () => {
		const { assignment, set } = given('same');
		expect(drawTwin({ assignment, set }, 99).paper).toEqual(paperOf(assignment, set.items, 99));
		expect(sharedSeeds(assignment)).toEqual([99]);
		expect(sharedSeeds(given('each').assignment)).toEqual([]);
	});

	it('shows parts in the order of a learner’s device where keys are withheld', () => {
		const own = given('same', 'withheld');
		const { content } = own.assignment;
		const onDevice = content.kind === 'set' ? content.set.items : [];
		const optionsOf = (item: Item | undefined, order: readonly number[] = []) =>
			order.map((index) => (item?.type === 'single-choice' ? item.options[index]?.text : undefined));
		const device = paperOf(own.assignment, SET.items, 99)[0]?.order;
		const printed = drawTwin(own, 99).paper[0]?.order;
		expect(optionsOf(ITEMS['single-choice'], printed)).toEqual(optionsOf(onDevice[0], device));
		expect(printed).not.toEqual(device);
	});

	it('is found by its code, with its form', () => {
		const ab = given('ab');
		const [a = 0, b = 0] = sharedSeeds(ab.assignment);
		expect(findTwin(ab, drawTwin(ab, a).code)).toMatchObject({ ok: true, value: { form: 'A', seed: a } });
		expect(findTwin(ab, drawTwin(ab, b).code.toLowerCase())).toMatchObject({ ok: true, value: { form: 'B' } });
		expect(b).toBe(seedOfForm(ab.assignment, 'B'));
	});

	it('says of a wrong code what is wrong with it', () => {
		const same = given('same');
		const kindOf = (text: string, of = same) => {
			const found = findTwin(of, text);
			return found.ok ? null : found.error.kind;
		};
		expect(kindOf('abc')).toBe('not-a-code');
		expect(kindOf(drawTwin(same, 100).code)).toBe('other-paper');
		const revised = { ...same, set: { ...SET, id: 'other' } };
		expect(kindOf(drawTwin(revised, 99).code)).toBe('other-edition');
		expect(kindOf(drawTwin(revised, 7).code, given('each'))).toBe('other-paper');
	});

	it('gives every learner a paper of their own, by name however it is written', () => {
		const { assignment } = given('each');
		expect(seedOfLearner(assignment, 'Amina Gul')).toBe(seedOfLearner(assignment, 'gul, amina'));
		expect(seedOfLearner(assignment, 'Amina Gul')).not.toBe(seedOfLearner(assignment, 'Bilal'));
	});

	it('marks typed answers right that are right on paper, where keys are withheld too', () => {
		for (const policy of ['open', 'withheld'] as const) {
			const own = given('same', policy);
			const twin = drawTwin(own, 99);
			const byNumber = new Map(SET.items.map((item) => [item.number, item]));
			const line = twin.paper.map(({ item: number, order }) => {
				const item = byNumber.get(number);
				const key = item === undefined ? null : toPaperKey(item, order);
				return key?.kind === 'letters' ? `[${key.letters.join('')}]` : '-';
			});
			const { answers } = readAnswerLine(line.join(''), twin.paper, byNumber);
			const responses = answers.map((answer) => (answer.kind === 'answered' ? answer.response : null));
			const result = toPaperResult(own.assignment, twin, { name: ' Zara  Khan', responses, at: 9000 });
			expect(createMarker(own)(result)).toMatchObject({ isOtherEdition: false, score: { points: 4, total: 4 } });
			expect(result).toMatchObject({ name: 'Zara Khan', startedAt: 5000, lateMs: 0 });
		}
	});

	it('is told from results of devices, also one that was numbered', () => {
		expect([toPaperSender(9000), 'paper-2', 'c2VuZGVy'].map(isFromPaper)).toEqual([true, true, false]);
	});
});
