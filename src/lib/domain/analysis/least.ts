/**
 * From how many learners on each number is given. Below, its interval would be wider than anything one could do about it.
 * - Facility: with 5 learners Wilson's interval is up to 0.65 wide, but it says "all missed it" or "all knew it".
 * - Discrimination: with 20 the interval around 0.4 runs from -0.05 to 0.72; with 10 it would reach from -0.31 to 0.82.
 * - Alpha: 20 learners and 3 questions; two questions have one correlation, and alpha says no more than it.
 * - Thirds: 12 learners make thirds of 4; "most of them" is then at least 3.
 * - Alarms about how many were right or wrong: 10, as with fewer one learner more or less would raise or silence them.
 */
export const LEAST = {
	facility: 5,
	time: 5,
	thirds: 12,
	alarm: 10,
	discrimination: 20,
	skewness: 20,
	alpha: 20,
	alphaItems: 3
} as const;
