/**
 * What a learner needs to be asked fairly, besides more time (the quiz's `factor`). It is the learner's own: set once on the
 * device, and stated in a result only with their consent.
 */
export type Accommodations = {
	/** No limit at all, whatever the quiz says (WCAG 2.2.1). */
	readonly untimed: boolean;
	/** The clock may be stopped; what was taken is recorded as gaps of the kind `pause`. */
	readonly pauses: boolean;
	readonly largerText: boolean;
	readonly readAloud: boolean;
	/** One wrong option fewer wherever three or more options would stay two or more. */
	readonly fewerOptions: boolean;
};

export const ACCOMMODATION_KEYS = [
	'untimed',
	'pauses',
	'largerText',
	'readAloud',
	'fewerOptions'
] as const satisfies readonly (keyof Accommodations)[];

export const NO_ACCOMMODATIONS: Accommodations = {
	untimed: false,
	pauses: false,
	largerText: false,
	readAloud: false,
	fewerOptions: false
};
