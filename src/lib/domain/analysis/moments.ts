/** @returns the arithmetic mean; NaN of nothing */
export function meanOf(values: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
	return sum / values.length;
}

/** @returns the variance of the population that a sample of two or more stands for, with n - 1 */
export function varianceOf(values: ArrayLike<number>): number {
	return centralMoment(values, 2) * (values.length / (values.length - 1));
}

/**
 * How lopsided a sample is: below 0 with a long tail of low values, above 0 with a long tail of high ones.
 * @returns the adjusted Fisher-Pearson coefficient; null where all values are alike or there are fewer than three
 * @see Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, G1
 */
export function skewnessOf(values: ArrayLike<number>): number | null {
	const n = values.length;
	if (n < 3) return null;
	const spread = centralMoment(values, 2);
	if (spread < 1e-12) return null;
	return (Math.sqrt(n * (n - 1)) / (n - 2)) * (centralMoment(values, 3) / spread ** 1.5);
}

function centralMoment(values: ArrayLike<number>, power: 2 | 3): number {
	const mean = meanOf(values);
	let sum = 0;
	for (let i = 0; i < values.length; i += 1) sum += ((values[i] ?? 0) - mean) ** power;
	return sum / values.length;
}
