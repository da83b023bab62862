import { choiceItems, isRight, optionLength } from './choice-items';
import type { ChoiceItem } from './choice-items';
import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

/** How far above chance the share may lie. */
const TOLERANCE = 0.1;
/** In a smaller bank a single item moves the share by more than the tolerance. */
const LEAST_ITEMS = 10;
/** Sums of thirds and fifths miss a round share by less than this. */
const ROUNDING = 1e-9;

/**
 * Authors write the right option with most care, and so longest; whoever picks the longest then needs to know nothing. Holds
 * the share of choice items whose longest option is a right one against the share that a blind choice would give.
 */
export function checkLongestKey(source: SourceBank): Violation[] {
	const items = choiceItems(source.items).map(({ value }) => value);
	if (source.bank === null || items.length < LEAST_ITEMS) return [];
	const share = mean(items.map(chanceThatLongestIsRight));
	const chance = mean(items.map(({ options }) => options.filter(isRight).length / options.length));
	if (share <= chance + TOLERANCE + ROUNDING) return [];
	const longest = items.filter((item) => chanceThatLongestIsRight(item) === 1).map(({ id }) => id);
	const message =
		`A longest option is right in ${percent(share)} of the choice items; chance gives ${percent(chance)}, ` +
		`and at most ${percent(chance + TOLERANCE)} may be. It is right in: ${longest.join(', ')}.`;
	return [violationAt(source.bank, [], message)];
}

/** @returns 0 to 1; where several options are longest, each counts for its part */
export function chanceThatLongestIsRight({ options }: ChoiceItem): number {
	const most = Math.max(...options.map(optionLength));
	const longest = options.filter((option) => optionLength(option) === most);
	return longest.filter(isRight).length / longest.length;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
	return `${String(Math.round(share * 100))} %`;
}
