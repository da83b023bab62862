import { describe, expect, it } from 'vitest';
import { inFull } from '$lib/state/set-of-attempt';
import { unfinishedOf } from '$lib/state/unfinished-sitting';
import { toSharedSet } from '$lib/domain/share-model';
import { assignment, taken } from '../../storage/assignments';
import { attempt, NOON, studySet } from '../../storage/support';

const sitting = (number: number, finishedAt: number | null = NOON) =>
	attempt({ id: `sitting-${String(number)}`, finishedAt, assignment: { id: taken().id, number } });

describe('what is left to do of an assignment', () => {
	it('is a sitting under way, before anything else', () => {
		const left = unfinishedOf(taken(), [sitting(1), sitting(2, null)]);
		expect(left).toEqual([{ title: 'A quiz', kind: 'running', attempt: 'sitting-2' }]);
	});

	it('is to send the last sitting, until it has left the device', () => {
		const both = [sitting(1), sitting(2)];
		expect(unfinishedOf(taken({ sent: [1] }), both)).toMatchObject([{ kind: 'unsent', attempt: 'sitting-2' }]);
		expect(unfinishedOf(taken({ sent: [2] }), both)).toEqual([]);
	});

	it('is nothing before a first sitting', () => {
		expect(unfinishedOf(taken(), [])).toEqual([]);
	});
});

describe('a sitting in full', () => {
	const feedback = { assignment: taken().id, sitting: 1, comment: 'Good', credits: [1, 0] };
	const withheld = assignment({ keyPolicy: 'withheld' });

	it('has the questions as they came, also when the set was changed since', () => {
		const row = taken({ set: studySet({ title: 'As it came' }), feedback: [feedback] });
		expect(inFull(row, sitting(1))).toMatchObject({ withheld: false, feedback, set: { title: 'As it came' } });
		expect(inFull(row, sitting(2)).feedback).toBeNull();
	});

	it('has no answers while they are withheld, and those that came with feedback on this sitting afterwards', () => {
		expect(inFull(taken({ assignment: withheld, feedback: [feedback] }), sitting(1)).withheld).toBe(true);
		const set = toSharedSet(studySet({ title: 'With answers' }));
		const row = taken({ assignment: withheld, feedback: [{ ...feedback, set }] });
		expect(inFull(row, sitting(1))).toMatchObject({
			withheld: false,
			set: { title: 'With answers', origin: 'received' }
		});
		expect(inFull(row, sitting(2)).withheld).toBe(true);
	});
});
