import type { CardId } from './card';
import { toCardAddress } from './card';
import { hashText } from './hash';
import type { NewOrder } from './queue-options';
import { assertNever } from './result';
import type { StudyDay } from './units';

/**
 * The new cards in the order in which they come.
 * @param fresh in the order of the sets and of the items in them
 * @param day chance is a hash of card and day: the same all day, another order tomorrow
 */
export function orderNewCards(fresh: readonly CardId[], order: NewOrder, day: StudyDay): readonly CardId[] {
	switch (order) {
		case 'position':
			return fresh;
		case 'random':
			return fresh
				.map((card) => ({ card, rank: hashText(`${card}:${String(day)}`) }))
				.sort((a, b) => a.rank - b.rank)
				.map(({ card }) => card);
		case 'by-set':
			return inTurn(fresh);
		default:
			return assertNever(order);
	}
}

/** The first card of each set, then the second of each, and so on. */
function inTurn(fresh: readonly CardId[]): CardId[] {
	const taken = new Map<string, number>();
	return fresh
		.map((card) => {
			const { setId } = toCardAddress(card);
			const turn = taken.get(setId) ?? 0;
			taken.set(setId, turn + 1);
			return { card, turn };
		})
		.sort((a, b) => a.turn - b.turn)
		.map(({ card }) => card);
}
