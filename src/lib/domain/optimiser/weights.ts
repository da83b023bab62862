/**
 * One number for each of the 21 weights of FSRS-6: the weights themselves, a gradient or a spread. A tuple, so that the
 * formulas may say `w[8]`.
 */
export type PerWeight = [
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number
];

/** The 21 weights of FSRS-6, w0 to w20. */
export type Weights = Readonly<PerWeight>;

const WEIGHT_COUNT = 21;

/** w0 to w3 are the first stabilities after Again, Hard, Good and Easy. */
export const FIRST_STABILITY_COUNT = 4;

/**
 * @returns a copy
 * @throws when there are not 21: parameters are parsed before they come here
 */
export function toPerWeight(values: readonly number[]): PerWeight {
	const copy = [...values];
	if (!isPerWeight(copy)) throw new Error(`FSRS-6 has 21 weights, not ${values.length}.`);
	return copy;
}

export function zeroPerWeight(): PerWeight {
	return toPerWeight(new Array<number>(WEIGHT_COUNT).fill(0));
}

function isPerWeight(values: number[]): values is PerWeight {
	return values.length === WEIGHT_COUNT;
}
