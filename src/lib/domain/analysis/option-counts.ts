import type { AnalysedItem } from './analysed-item';
import type { AnalysedAnswer } from './sitting';
import type { Thirds } from './thirds';

/** How often an option was chosen: by all, by the best third and by the weakest. */
export type OptionCount = {
	readonly option: number;
	readonly right: boolean;
	readonly all: number;
	/** 0 where there are no thirds. */
	readonly top: number;
	readonly bottom: number;
};

/** Counts who chose what. @returns by index of the option; empty for an item without options */
export function optionCounts(
	{ key, options }: AnalysedItem,
	answers: readonly AnalysedAnswer[],
	thirds: Thirds | null
): OptionCount[] {
	if (key === null) return [];
	const [all, top, bottom] = [zeros(options), zeros(options), zeros(options)];
	answers.forEach(({ chosen }, i) => {
		for (const option of chosen ?? []) {
			if (option >= options) continue;
			all[option] = (all[option] ?? 0) + 1;
			if (thirds?.isTop[i] === true) top[option] = (top[option] ?? 0) + 1;
			if (thirds?.isBottom[i] === true) bottom[option] = (bottom[option] ?? 0) + 1;
		}
	});
	return Array.from(all, (count, option) => ({
		option,
		right: key.includes(option),
		all: count,
		top: top[option] ?? 0,
		bottom: bottom[option] ?? 0
	}));
}

function zeros(length: number): number[] {
	return Array.from({ length }, () => 0);
}
