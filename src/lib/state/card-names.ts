import { toCardAddress, type CardId } from '$lib/domain/card';
import { coverDeletions } from '$lib/domain/cloze-text';
import type { Item } from '$lib/domain/item';
import { parseText, textOfBlocks } from '$lib/domain/text';
import type { BackstoryDatabase } from '$lib/storage/database';
import { loadItems } from '$lib/storage/set-store';
import { isBundled, type Library } from './library.svelte';

/** A card by its question. */
export type CardName = { readonly card: CardId; readonly text: string; readonly lang: string };

/** A set as far as its cards are named from it. */
export type NamedSet = { readonly id: string; readonly lang: string };

/** @returns the question of one card of an item, in plain words; what a cloze asks for reads `[…]` */
export function questionOf(item: Item, part: number): string {
	return textOfBlocks(item.type === 'cloze' ? coverDeletions(item.stem, part) : parseText(item.stem));
}

/**
 * Finds the questions of a few cards.
 * @returns by card; those whose set or item is gone are missing
 */
export async function nameCards(
	cards: readonly CardId[],
	sets: readonly NamedSet[],
	{ database, library }: { readonly database: BackstoryDatabase; readonly library: Library }
): Promise<Map<CardId, CardName>> {
	const names = new Map<CardId, CardName>();
	for (const { id, lang } of sets) {
		const addresses = cards.map((card) => ({ card, ...toCardAddress(card) })).filter(({ setId }) => setId === id);
		if (addresses.length === 0) continue;
		const numbers = addresses.map(({ item }) => item);
		const items = isBundled(id) ? await bundledItems(library, id) : await storedItems(database, id, numbers);
		for (const { card, item: number, part } of addresses) {
			const item = items.get(number);
			if (item !== undefined) names.set(card, { card, text: questionOf(item, part), lang });
		}
	}
	return names;
}

async function bundledItems(library: Library, id: string): Promise<ReadonlyMap<number, Item>> {
	const set = await library.set(id);
	return new Map(set?.items.map((item) => [item.number, item]));
}

async function storedItems(
	database: BackstoryDatabase,
	id: string,
	numbers: readonly number[]
): Promise<ReadonlyMap<number, Item>> {
	const items = await loadItems(database, id, numbers);
	return items.ok ? items.value : new Map();
}
