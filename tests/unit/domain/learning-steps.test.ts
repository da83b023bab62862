import { describe, expect, it } from 'vitest';
import { moveStep } from '$lib/domain/learning-steps';
import vectors from '../../fixtures/upstream-vectors.json';

const GRADUATE = { kind: 'graduate' };

describe('moveStep', () => {
	it('agrees with the reference delays of Again, Hard and Good', () => {
		const rows = vectors.anki.steps_again_hard_good_secs as [number[], number, number, number, number | null][];
		expect(rows).toHaveLength(6);
		for (const [steps, remaining, again, hard, good] of rows) {
			const step = steps.length - remaining;
			expect(moveStep(steps, step, 1)).toEqual({ kind: 'step', step: 0, delay: again / 60 });
			expect(moveStep(steps, step, 2)).toEqual({ kind: 'step', step, delay: hard / 60 });
			expect(moveStep(steps, step, 3)).toEqual(
				good === null ? GRADUATE : { kind: 'step', step: step + 1, delay: good / 60 }
			);
		}
	});

	it('graduates on Easy from any step', () => {
		expect(moveStep([1, 10], 0, 4)).toEqual(GRADUATE);
		expect(moveStep([1, 10], 1, 4)).toEqual(GRADUATE);
	});

	it('repeats the current step on Hard after the first', () => {
		expect(moveStep([1, 10], 1, 2)).toEqual({ kind: 'step', step: 1, delay: 10 });
	});

	it('adds no more than a day on Hard when there is a single long step', () => {
		expect(moveStep([4 * 1440], 0, 2)).toEqual({ kind: 'step', step: 0, delay: 5 * 1440 });
	});

	it('graduates on every rating when there are no steps', () => {
		for (const rating of [1, 2, 3, 4] as const) expect(moveStep([], 0, rating)).toEqual(GRADUATE);
	});

	it('treats a step that settings no longer have as the last one', () => {
		expect(moveStep([1, 10], 5, 2)).toEqual({ kind: 'step', step: 1, delay: 10 });
		expect(moveStep([1, 10], 5, 3)).toEqual(GRADUATE);
	});
});
