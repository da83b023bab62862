import type { PerWeight } from './weights';
import { zeroPerWeight } from './weights';

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const TINY = 1e-8;

/** What the descent remembers between steps. */
export type Adam = { readonly mean: PerWeight; readonly square: PerWeight; steps: number };

export function createAdam(): Adam {
	return { mean: zeroPerWeight(), square: zeroPerWeight(), steps: 0 };
}

/**
 * One step down the gradient, in units of the step size: about -1 to 1 for each weight, and 0 where the gradient was
 * always 0.
 * @see D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization (2015), https://arxiv.org/abs/1412.6980
 */
export function stepAdam(adam: Adam, gradient: Readonly<PerWeight>): PerWeight {
	adam.steps++;
	const meanShare = 1 - MEAN_DECAY ** adam.steps;
	const squareShare = 1 - SQUARE_DECAY ** adam.steps;
	const step = zeroPerWeight();
	for (const [i, slope] of gradient.entries()) {
		const mean = MEAN_DECAY * (adam.mean[i] ?? 0) + (1 - MEAN_DECAY) * slope;
		const square = SQUARE_DECAY * (adam.square[i] ?? 0) + (1 - SQUARE_DECAY) * slope * slope;
		adam.mean[i] = mean;
		adam.square[i] = square;
		step[i] = -mean / meanShare / (Math.sqrt(square / squareShare) + TINY);
	}
	return step;
}
