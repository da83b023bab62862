/** A number from a sample, with the interval (95 %) within which chance alone would leave it. `n` learners stand behind it. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number; readonly n: number };

/** Two-sided 95 % of the normal distribution. */
export const NORMAL_WIDTH = 1.959964;
