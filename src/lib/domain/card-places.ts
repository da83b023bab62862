import type { CardId } from './card';

/**
 * Finds cards in a list of cards, which gets longer by those that are not in it.
 * @returns the list, and the place of each card in it
 */
export function placeCards(
	list: readonly CardId[],
	cards: readonly CardId[]
): { readonly list: readonly CardId[]; readonly places: Uint32Array } {
	const wanted = new Map(cards.map((card, index) => [card, index]));
	const places = new Uint32Array(cards.length);
	// Few cards are looked for in a long list, or many in one as long: either way one pass and one table.
	for (let place = 0; place < list.length && wanted.size > 0; place += 1) {
		const card = list[place] ?? '';
		const index = wanted.get(card);
		if (index === undefined) continue;
		places[index] = place;
		wanted.delete(card);
	}
	if (wanted.size === 0) return { list, places };
	for (const [added, index] of [...wanted.values()].entries()) places[index] = list.length + added;
	return { list: [...list, ...wanted.keys()], places };
}
