import { expect, it } from 'vitest';
import { importanceOf } from '$lib/domain/optimiser/importance';
import { toTrainingReviews } from '$lib/domain/optimiser/training-reviews';
import { toHistory } from './histories';

it('counts the newest prediction four times as much as the oldest, and what is not predicted not at all', () => {
	const history = toHistory([
		[3, 0],
		[3, 2],
		[3, 0],
		[3, 4],
		[1, 8]
	]);
	expect([...importanceOf(toTrainingReviews([history]))]).toEqual([0, 0.25, 0, 0.25 + 0.75 / 8, 1]);
});

it('counts a single prediction', () => {
	const history = toHistory([
		[3, 0],
		[3, 2]
	]);
	expect([...importanceOf(toTrainingReviews([history]))]).toEqual([0, 0.25]);
});
