import { parseStudySet } from '$lib/content/item-schema';
import type { Item } from '$lib/domain/item';
import { toSharedSet } from '$lib/domain/share-model';
import type { SharedBankItems, SharedSet, SharedSetContent } from '$lib/domain/share-model';
import twenty from '../../fixtures/twenty-questions.json';

/** Where links of the product open; only its length matters. */
export const OPEN = 'https://backstory.example/open#';

/** Twenty school questions with four options each, 261 characters on average. */
export function twentyQuestions(): SharedSet {
	const parsed = parseStudySet({ ...twenty, origin: 'own', addedAt: 0 });
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return toSharedSet(parsed.value);
}

export function bankItems(items: readonly number[]): SharedBankItems {
	return { kind: 'bank-items', bank: 'collision-course', bankRevision: 3, title: '', items };
}

/** A set of these items and nothing else. */
export function setOf(...items: readonly Item[]): SharedSetContent {
	return { kind: 'set', set: { id: 'k3Xw9_vT-2a', revision: 4, title: 'Rivers', lang: 'en', topics: [], items } };
}

export function basic(stem: string, answer: string): Item {
	return { type: 'basic', number: 1, id: '1', revision: 1, stem, answer };
}
