import { describe, expect, it } from 'vitest';
import { toTrainingReviews } from '$lib/domain/optimiser/training-reviews';
import { createRng } from '$lib/domain/rng';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import type { OptimiseReply } from '$lib/workers/optimise-message';
import { createOptimiseRuns } from '$lib/workers/optimise-runs';
import { DEFAULT_WEIGHTS, simulateHistories } from '../domain/optimiser/histories';

const reviews = toTrainingReviews(simulateHistories(60, DEFAULT_WEIGHTS, createRng(1)));

function toRequest(id: number) {
	return { kind: 'optimise', id, reviews, weights: DEFAULT_PARAMETERS.weights, seed: 1 };
}

function start(breathe: () => Promise<void> = () => Promise.resolve()) {
	const replies: OptimiseReply[] = [];
	const answer = createOptimiseRuns((reply) => replies.push(reply), breathe);
	return { replies, answer };
}

function kindsFor(replies: readonly OptimiseReply[], id: number): string[] {
	return replies.filter((reply) => reply.id === id).map(({ kind }) => kind);
}

describe('runs of the optimiser', () => {
	it('report progress and end with the result, each reply with the id of its run', async () => {
		const { replies, answer } = start();
		await answer(toRequest(3));
		expect(replies.every(({ id }) => id === 3)).toBe(true);
		expect(replies[0]).toMatchObject({ kind: 'progress' });
		expect(replies.at(-1)).toMatchObject({ kind: 'finished', result: { ok: true, value: { predictions: 420 } } });
		expect(replies.length).toBeLessThanOrEqual(101);
	});

	it('pass on why nothing could be done', async () => {
		const { replies, answer } = start();
		await answer({ ...toRequest(3), reviews: toTrainingReviews([]) });
		const error = { kind: 'too-few-predictions', predictions: 0, needed: 100 };
		expect(replies).toEqual([{ kind: 'finished', id: 3, result: { ok: false, error } }]);
	});

	it('stop when a message that came in between says so', async () => {
		let breaths = 0;
		const { replies, answer } = start(async () => {
			breaths++;
			if (breaths === 3) await answer({ kind: 'cancel', id: 3 });
		});
		await answer(toRequest(3));
		expect(replies.map(({ kind }) => kind)).toEqual(['progress', 'progress', 'progress', 'cancelled']);
	});

	it('go on when another run is cancelled', async () => {
		const { replies, answer } = start();
		const both = [answer(toRequest(3)), answer(toRequest(4))];
		await answer({ kind: 'cancel', id: 4 });
		await Promise.all(both);
		expect(kindsFor(replies, 3).at(-1)).toBe('finished');
		expect(kindsFor(replies, 4)).toEqual(['progress', 'cancelled']);
	});

	it('take no harm from a wish to cancel what has ended', async () => {
		const { replies, answer } = start();
		await answer({ kind: 'cancel', id: 3 });
		await answer(toRequest(3));
		expect(replies.at(-1)).toMatchObject({ kind: 'finished' });
	});

	it('are refused when the message makes no sense', async () => {
		const { replies, answer } = start();
		await answer({ kind: 'optimise', id: 3 });
		await answer('hello');
		expect(replies).toEqual([
			{ kind: 'refused', id: 3 },
			{ kind: 'refused', id: null }
		]);
	});
});
