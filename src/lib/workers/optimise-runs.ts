import { optimiseWeights } from '../domain/optimiser/optimise-weights';
import { createRng } from '../domain/rng';
import type { OptimiseReply, OptimiseRequest } from './optimise-message';
import { parseOptimiseRequest } from './optimise-message';

type StartRequest = Extract<OptimiseRequest, { kind: 'optimise' }>;

/**
 * Answers the messages to the optimiser's worker.
 * @param post sends a reply
 * @param breathe lets waiting messages in, such as the wish to cancel
 * @returns what to hand each message to; the promise ends with the run
 */
export function createOptimiseRuns(
	post: (reply: OptimiseReply) => void,
	breathe: () => Promise<void>
): (message: unknown) => Promise<void> {
	const running = new Set<number>();
	return async (message) => {
		const request = parseOptimiseRequest(message);
		if (!request.ok) {
			post({ kind: 'refused', id: request.error.id });
		} else if (request.value.kind === 'cancel') {
			running.delete(request.value.id);
		} else {
			await run(request.value, running, post, breathe);
		}
	};
}

async function run(
	{ id, reviews, weights, seed }: StartRequest,
	running: Set<number>,
	post: (reply: OptimiseReply) => void,
	breathe: () => Promise<void>
): Promise<void> {
	running.add(id);
	const work = optimiseWeights(reviews, weights, createRng(seed));
	let shownPercent = 0;
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) {
			running.delete(id);
			post({ kind: 'finished', id, result: step.value });
			return;
		}
		const percent = Math.floor(step.value * 100);
		if (percent === shownPercent) continue;
		shownPercent = percent;
		post({ kind: 'progress', id, done: step.value });
		await breathe();
		if (!running.has(id)) {
			post({ kind: 'cancelled', id });
			return;
		}
	}
}
