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
	const langs = new Map(sets.map(({ id, lang }) => [id, lang]));
	const addresses = cards.map((card) => ({ card, ...toCardAddress(card) })).filter(({ setId }) => langs.has(setId));
	const numbers = new Map<string, number[]>();
	for (const { setId, item } of addresses) numbers.set(setId, [...(numbers.get(setId) ?? []), item]);
	const bundled = [...numbers.keys()].filter(isBundled);
	const own = await loadItems(database, new Map([...numbers].filter(([setId]) => !isBundled(setId))));
	const items = new Map<string, ReadonlyMap<number, Item>>(own.ok ? own.value : []);
	for (const setId of bundled) items.set(setId, await bundledItems(library, setId));
	const names = new Map<CardId, CardName>();
	for (const { card, setId, item: number, part } of addresses) {
		const item = items.get(setId)?.get(number);
		if (item !== undefined) names.set(card, { card, text: questionOf(item, part), lang: langs.get(setId) ?? '' });
	}
	return names;
}

async function bundledItems(library: Library, id: string): Promise<ReadonlyMap<number, Item>> {
	const set = await library.set(id);
	return new Map(set?.items.map((item) => [item.number, item]));
}
