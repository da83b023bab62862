import type { TrainingReviews } from '../src/lib/domain/optimiser/training-reviews';
import { toTrainingReviews } from '../src/lib/domain/optimiser/training-reviews';
import { optimiseWeights } from '../src/lib/domain/optimiser/optimise-weights';
import { createRng } from '../src/lib/domain/rng';
import { DEFAULT_PARAMETERS } from '../src/lib/domain/scheduler-parameters';
import { REFERENCE_FOLDER, parseReferenceLog, readReferenceLog, toHistories } from '../tests/unit/domain/reference-log';

// Usage: tsx scripts/bench-optimiser.ts. The time a learner waits for personal parameters: trial, comparison and fit to
// all answers. A longer log is the real one repeated, as if by learners alike.
const REPEATS = [1, 2, 20];
const ROUNDS = 5;

const log = readReferenceLog();
if (log === null) {
	console.error(`No reference review log in ${REFERENCE_FOLDER} (set REFERENCE_DATA).`);
	process.exitCode = 1;
} else {
	const histories = toHistories(parseReferenceLog(log));
	for (const repeats of REPEATS) {
		const reviews = toTrainingReviews(Array.from({ length: repeats }, () => histories).flat());
		const times = Array.from({ length: ROUNDS }, () => timeOptimiser(reviews)).sort((a, b) => a - b);
		const median = times[Math.floor(ROUNDS / 2)] ?? NaN;
		console.log(`personal parameters from ${reviews.rating.length} reviews: ${median.toFixed(0)} ms`);
	}
}

function timeOptimiser(reviews: TrainingReviews): number {
	const start = performance.now();
	const work = optimiseWeights(reviews, DEFAULT_PARAMETERS.weights, createRng(1));
	while (work.next().done !== true);
	return performance.now() - start;
}
