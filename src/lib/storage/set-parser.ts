import { ITEM_TYPES, type Item } from '$lib/domain/item';
import type { SetTopic, StudySet } from '$lib/domain/set';
import type { SharedSet } from '$lib/domain/share-model';
import { hasOnly, isCount, isFields, isOneOf, isText, isWhole, parseList, type Fields } from './shape';

const MOST_TOPICS = 1_000;
const MOST_ITEMS = 100_000;
const SHARED_NAMES = ['id', 'revision', 'title', 'lang', 'topics', 'items'];

/**
 * Reads a set that is stored whole, inside another row. Its items passed the full parser before they were stored, and no
 * other code writes here: this makes sure that they are items at all, without bringing that parser and its library along.
 * @returns null when it is missing or damaged
 */
export function parseWholeSet(value: unknown): StudySet | null {
	if (!isFields(value) || !hasOnly(value, [...SHARED_NAMES, 'origin', 'addedAt'])) return null;
	const { origin, addedAt } = value;
	const shared = parseEdition(value);
	if (shared === null || !isOneOf(origin, ['bundled', 'own', 'received'] as const) || !isWhole(addedAt)) return null;
	return { ...shared, origin, addedAt };
}

/** Reads a set as it travels, see `parseWholeSet`. @returns null when it is missing or damaged */
export function parseSharedSet(value: unknown): SharedSet | null {
	return isFields(value) && hasOnly(value, SHARED_NAMES) ? parseEdition(value) : null;
}

/** Reads one topic of a set. @returns null when it is none */
export function parseTopic(value: unknown): SetTopic | null {
	if (!isFields(value)) return null;
	const { id, title } = value;
	return typeof id === 'string' && typeof title === 'string' ? { id, title } : null;
}

/** Reads one stored item. @returns null when it is none */
export function parseStoredItem(value: unknown): Item | null {
	if (!isFields(value)) return null;
	const { number, id, revision, type, stem } = value;
	const isItem = isCount(number) && isText(id, 200) && isCount(revision) && typeof stem === 'string';
	return isItem && isOneOf(type, ITEM_TYPES) ? (value as Item) : null;
}

function parseEdition(value: Fields): SharedSet | null {
	const { id, revision, title, lang } = value;
	const topics = parseList(value['topics'], MOST_TOPICS, parseTopic);
	const items = parseList(value['items'], MOST_ITEMS, parseStoredItem);
	if (!isText(id, 100) || !isCount(revision) || typeof title !== 'string' || !isText(lang, 100)) return null;
	return topics !== null && items !== null ? { id, revision, title, lang, topics, items } : null;
}
