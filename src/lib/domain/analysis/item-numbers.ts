import type { AnalysedItem } from './analysed-item';
import type { AskedItem } from './asked-items';
import { confidentErrors, type ConfidentErrors } from './confident-errors';
import { discriminationOf } from './discrimination';
import type { Estimate } from './estimate';
import { LEAST } from './least';
import { meanCredit } from './mean-estimate';
import { optionCounts, type OptionCount } from './option-counts';
import { quartilesOf, type Quartiles } from './quartiles';
import { thirdsOf } from './thirds';

/** What is counted of one item. What too few learners stand behind is null. */
export type ItemNumbers = {
	/** Learners whose paper held it. */
	readonly n: number;
	/** Of them: with all of its credit, and with no answer. */
	readonly right: number;
	readonly open: number;
	/** Mean credit, 0 to 1. */
	readonly facility: Estimate | null;
	readonly discrimination: Estimate | null;
	/** By index; empty for an item without options. */
	readonly options: readonly OptionCount[];
	/** How many learners the best and the weakest third have, by their standing in the other items. */
	readonly thirds: { readonly top: number; readonly bottom: number } | null;
	readonly confident: ConfidentErrors | null;
	/** Milliseconds of those who answered. */
	readonly time: Quartiles | null;
};

/** Counts everything that is counted of one item. */
export function itemNumbers(item: AnalysedItem, { answers, credits, rest }: AskedItem): ItemNumbers {
	const isAlone = rest.some(Number.isNaN);
	const thirds = isAlone ? null : thirdsOf(rest);
	const answered = answers.filter((answer) => answer.answered);
	return {
		n: answers.length,
		right: answers.filter(({ credit }) => credit === 1).length,
		open: answers.length - answered.length,
		facility: meanCredit(credits, LEAST.facility),
		discrimination: isAlone ? null : discriminationOf(credits, rest),
		options: optionCounts(item, answers, thirds),
		thirds: thirds === null ? null : { top: thirds.top, bottom: thirds.bottom },
		confident: confidentErrors(answers, item.key),
		time: quartilesOf(
			// Answers typed in from paper took no time that anybody knows.
			answered.map(({ tookMs }) => tookMs).filter((tookMs) => tookMs > 0),
			LEAST.time
		)
	};
}
