import { BANK_SCHEMA } from '../../src/lib/content/bank';
import type { Bank, PublishedBank, PublishedItem } from '../../src/lib/content/bank';
import type { PublishedQuestions } from '../../src/lib/content/bank-questions';
import type { BankRegister } from '../../src/lib/content/bank-register';
import type { Item } from '../../src/lib/domain/item';

/**
 * Lays a compiled bank out as its file, `banks/<id>.json`, for anybody to build on.
 * @throws when an item has no provenance: those of a bank all have
 */
export function publishBank(bank: Bank): PublishedBank {
	return { $schema: BANK_SCHEMA, ...bank, items: bank.items.map(publishItem) };
}

/**
 * Lays a compiled bank out as the two files that the app reads, which together say what its file says: the questions, all that
 * the first card needs, and everything else.
 * @throws as `publishBank` does
 */
export function publishParts(bank: Bank): { readonly questions: PublishedQuestions; readonly register: BankRegister } {
	const { format, id, revision, title, lang, topics, items, ...rest } = bank;
	return {
		questions: { format, id, revision, title, lang, topics, items: items.map(publishItem) },
		register: { format, id, revision, ...rest }
	};
}

/** What an item is called and asks comes first, then its answer and the explanation, then what is known of it. */
function publishItem(item: Item): PublishedItem {
	const { id, number, revision, type, stem, explanation, topic, provenance, ...rest } = item;
	if (provenance === undefined || explanation === undefined || topic === undefined) {
		throw new Error(`The item ${id} cannot be published: its explanation, topic or provenance is missing.`);
	}
	return { id, number, revision, type, stem, ...rest, explanation, topic, ...provenance };
}
