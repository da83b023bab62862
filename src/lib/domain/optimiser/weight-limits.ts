import { WEIGHT_RANGES } from '../scheduler-parameters';
import type { PerWeight, Weights } from './weights';
import { FIRST_STABILITY_COUNT } from './weights';

type Block = { readonly mean: number; readonly count: number; readonly length: number };

/**
 * Brings weights back into the ranges that the scheduler accepts, and the first stabilities into order: a better first
 * answer never means a weaker memory. Where two are out of order, both become their mean, weighted by how many cards
 * each was fitted to, so that a rating nobody gave moves and not the one with the evidence.
 * @param firstRatings cards by first rating, Again to Easy
 * @see pool adjacent violators: R. E. Barlow et al., Statistical Inference under Order Restrictions (1972)
 */
export function limitWeights(weights: PerWeight, firstRatings: readonly number[]): void {
	for (const [i, [low, high]] of WEIGHT_RANGES.entries()) {
		weights[i] = Math.min(Math.max(weights[i] ?? low, low), high);
	}
	let place = 0;
	for (const { mean, length } of orderedBlocks(weights, firstRatings)) {
		for (let i = 0; i < length; i++) weights[place++] = mean;
	}
}

function orderedBlocks(weights: Weights, firstRatings: readonly number[]): Block[] {
	const blocks: Block[] = [];
	for (let i = 0; i < FIRST_STABILITY_COUNT; i++) {
		// Two ratings that nobody gave still need a mean.
		let block: Block = { mean: weights[i] ?? 0, count: (firstRatings[i] ?? 0) + 1e-6, length: 1 };
		for (let before = blocks.at(-1); before !== undefined && before.mean > block.mean; before = blocks.at(-1)) {
			blocks.pop();
			block = pool(before, block);
		}
		blocks.push(block);
	}
	return blocks;
}

function pool(a: Block, b: Block): Block {
	const count = a.count + b.count;
	return { mean: (a.mean * a.count + b.mean * b.count) / count, count, length: a.length + b.length };
}
