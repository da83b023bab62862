/** Relative size of a term that no longer changes the sum. */
const EPSILON = 1e-15;
/** Far more terms than the arguments of a test on a question bank need. */
const MAX_TERMS = 10_000;

/**
 * Probability that a chi-squared variable is at least `statistic`: Q(k / 2, x / 2), the regularised upper incomplete gamma
 * function.
 * @param statistic x, at least 0
 * @param freedom degrees of freedom k, a whole number from 1
 * @returns 0 to 1
 * @see M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.4.2 and 26.4.19
 */
export function chiSquaredSurvival(statistic: number, freedom: number): number {
	if (statistic <= 0) return 1;
	const [a, x] = [freedom / 2, statistic / 2];
	return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}

/**
 * Statistic of Pearson's test that all counts come from equal probabilities: the sum of (observed - expected)² / expected.
 * Its degrees of freedom are one less than there are counts.
 */
export function chiSquaredOfCounts(counts: readonly number[]): number {
	const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** P(a, x) = xᵃ e⁻ˣ Σ xⁿ / Γ(a + n + 1), which converges fast for x < a + 1. @see the handbook, 6.5.29 */
function lowerBySeries(a: number, x: number): number {
	let term = 1;
	let sum = 1;
	for (let n = 1; n < MAX_TERMS && term > sum * EPSILON; n += 1) {
		term *= x / (a + n);
		sum += term;
	}
	return Math.exp(a * Math.log(x) - x - logGamma(a + 1)) * sum;
}

/**
 * Q(a, x) = xᵃ e⁻ˣ / Γ(a) · 1 / (x + 1 - a - 1(1 - a) / (x + 3 - a - 2(2 - a) / (x + 5 - a - …))), read from the front
 * by Lentz's method, which follows the quotients of neighbouring numerators and denominators.
 * @see the handbook, 6.5.31, in its even part; W. J. Lentz, Applied Optics 15 (1976)
 */
function upperByFraction(a: number, x: number): number {
	let b = x + 1 - a;
	let numerator = Infinity;
	let denominator = 1 / b;
	let value = denominator;
	for (let n = 1; n < MAX_TERMS; n += 1) {
		const coefficient = -n * (n - a);
		b += 2;
		numerator = b + coefficient / numerator;
		denominator = 1 / (b + coefficient * denominator);
		const change = numerator * denominator;
		value *= change;
		if (Math.abs(change - 1) < EPSILON) break;
	}
	return Math.exp(a * Math.log(x) - x - logGamma(a)) * value;
}

/** ln Γ of a positive multiple of one half, by Γ(z + 1) = z Γ(z) from Γ(1) = 1 and Γ(1/2) = √π. */
function logGamma(z: number): number {
	const isWhole = Number.isInteger(z);
	let sum = isWhole ? 0 : Math.log(Math.PI) / 2;
	for (let factor = isWhole ? 1 : 0.5; factor < z; factor += 1) sum += Math.log(factor);
	return sum;
}
