import { BANK_SCHEMA } from '../../src/lib/content/bank';
import type { Bank, PublishedBank, PublishedItem } from '../../src/lib/content/bank';
import type { Item } from '../../src/lib/domain/item';

/**
 * Lays a compiled bank out as its file, `banks/<id>.json`: the app reads it, and so may anybody else.
 * @throws when an item has no provenance: those of a bank all have
 */
export function publishBank(bank: Bank): PublishedBank {
	return { $schema: BANK_SCHEMA, ...bank, items: bank.items.map(publishItem) };
}

/** What an item is called and asks comes first, then its answer and the explanation, then what is known of it. */
function publishItem(item: Item): PublishedItem {
	const { id, number, revision, type, stem, explanation, topic, provenance, ...rest } = item;
	if (provenance === undefined || explanation === undefined || topic === undefined) {
		throw new Error(`The item ${id} cannot be published: its explanation, topic or provenance is missing.`);
	}
	return { id, number, revision, type, stem, ...rest, explanation, topic, ...provenance };
}
