import { betaQuantile } from './beta-distribution';

/**
 * The number of standard errors on either side that hold 95 % of Student's t distribution.
 * @param df degrees of freedom, at least 1
 * @see NIST Digital Library of Mathematical Functions, 8.17(i); P(|T| > t) is the incomplete beta function of df / (df + t²)
 */
export function tWidth(df: number): number {
	const x = betaQuantile(0.05, df / 2, 0.5);
	return Math.sqrt((df * (1 - x)) / x);
}

/**
 * The value below which an F variable lies with the chance `p`.
 * @param df1 degrees of freedom of the numerator
 * @param df2 degrees of freedom of the denominator
 */
export function fQuantile(p: number, df1: number, df2: number): number {
	const x = betaQuantile(p, df1 / 2, df2 / 2);
	return (df2 * x) / (df1 * (1 - x));
}
