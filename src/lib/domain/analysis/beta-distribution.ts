/** Coefficients of the Lanczos approximation with g = 7. */
const LANCZOS = [
	0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
	-176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
	1.505_632_735_149_311_6e-7
];
const LANCZOS_G = 7;
/** A fraction of this many terms serves millions of degrees of freedom; a few dozen are usual. */
const MOST_TERMS = 20_000;
const PRECISION = 1e-15;
/** Keeps a term of the fraction from being divided by 0. */
const TINY = 1e-300;
/** Halvings of an interval of length 1: more than a double can tell apart. */
const HALVINGS = 100;

/**
 * The regularised incomplete beta function: the chance that a beta variable lies below `x`.
 * @param x 0 to 1
 * @param a positive
 * @param b positive
 * @see NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry)
 */
export function betaBelow(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	// The fraction converges quickly on this side of the mean only.
	if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
	const logFront = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
	return (Math.exp(logFront) / a) * betaFraction(x, a, b);
}

/**
 * The value below which a beta variable lies with the chance `p`.
 * @param p 0 to 1
 */
export function betaQuantile(p: number, a: number, b: number): number {
	let low = 0;
	let high = 1;
	for (let i = 0; i < HALVINGS; i += 1) {
		const middle = (low + high) / 2;
		if (betaBelow(middle, a, b) < p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** By the method of Lentz. @see Thompson and Barnett (1986), Coulomb and Bessel functions of complex arguments and order */
function betaFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
	let value = d;
	for (let m = 1; m <= MOST_TERMS; m += 1) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		let change = 1;
		for (const term of [even, odd]) {
			d = 1 / awayFromZero(1 + term * d);
			c = awayFromZero(1 + term / c);
			change = c * d;
			value *= change;
		}
		if (Math.abs(change - 1) < PRECISION) break;
	}
	return value;
}

function awayFromZero(value: number): number {
	return Math.abs(value) < TINY ? TINY : value;
}

/** Natural logarithm of the gamma function for a positive argument. @see Lanczos (1964), A precision approximation of the gamma function */
function logGamma(z: number): number {
	if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
	const base = z - 1 + LANCZOS_G + 0.5;
	const sum = LANCZOS.reduce((total, factor, i) => total + (i === 0 ? factor : factor / (z - 1 + i)), 0);
	return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(base) - base + Math.log(sum);
}
