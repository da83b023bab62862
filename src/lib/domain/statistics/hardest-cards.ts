import type { CardId } from '../card';
import type { CardColumns } from '../card-columns';
import type { Days } from '../units';

export type HardCard = { readonly card: CardId; readonly lapses: number; readonly stability: Days };

/** One lapse is nothing: everybody forgets one card in ten. */
const LEAST_LAPSES = 2;

/** The cards that were forgotten most often, those that sit least firmly first among equals. @param limit at most so many */
export function hardestCards({ cards, lapses, stability, suspended }: CardColumns, limit: number): HardCard[] {
	const hardest: HardCard[] = [];
	for (let i = 0; i < cards.length; i += 1) {
		const count = lapses[i] ?? 0;
		if (count < LEAST_LAPSES || suspended[i] === 1) continue;
		const last = hardest[limit - 1];
		if (last !== undefined && count < last.lapses) continue;
		const card = { card: cards[i] ?? '', lapses: count, stability: stability[i] ?? 0 };
		if (last !== undefined && compare(last, card) < 0) continue;
		// A short list kept in order: sorting 100,000 cards for ten of them would cost more than all the rest.
		hardest.push(card);
		hardest.sort(compare);
		if (hardest.length > limit) hardest.pop();
	}
	return hardest;
}

function compare(a: HardCard, b: HardCard): number {
	return b.lapses - a.lapses || a.stability - b.stability || (a.card < b.card ? -1 : 1);
}
