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
	/** One wrong option fewer in choices of four options or more, see `fitPaper`. */
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

/** @returns the accommodations of these names; names that are none, such as those of a later version, ask for nothing */
export function namedNeeds(names: readonly string[]): Accommodations {
	return { ...NO_ACCOMMODATIONS, ...Object.fromEntries(ACCOMMODATION_KEYS.map((key) => [key, names.includes(key)])) };
}

/** What a quiz keeps of them: nothing where none is needed, so that its learner is like any other. */
export function keptNeeds(names: readonly string[]): { readonly accommodations?: Accommodations } {
	const accommodations = namedNeeds(names);
	return ACCOMMODATION_KEYS.some((key) => accommodations[key]) ? { accommodations } : {};
}
