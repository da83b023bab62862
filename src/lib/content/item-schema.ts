import * as v from 'valibot';
import { deletionNumbers } from '../domain/cloze';
import { BLOOM_LEVELS, DIFFICULTIES, STATEMENT_KINDS } from '../domain/item';
import type { Item } from '../domain/item';
import type { Result } from '../domain/result';
import type { StudySet } from '../domain/set';
import type { ContentError } from './content-error';
import { parseWith } from './parse-with';
import { questionEntries } from './question-schema';
import {
	isoDateSchema,
	keySchema,
	langSchema,
	listOf,
	setIdSchema,
	textSchema,
	titleSchema,
	wholeNumber
} from './text-schema';

export const MAX_ITEMS = 500;
const MAX_TOPICS = 100;
/** Far above what a set can hold in its life, and small enough for a short card id. */
const MAX_NUMBER = 1_000_000;

export const revisionSchema = wholeNumber(1, MAX_NUMBER);
const topicSchema = v.strictObject({ id: keySchema, title: titleSchema });
const topicsSchema = listOf(topicSchema, 0, MAX_TOPICS, 'topics');

/** The fields of `Provenance`, which the source files carry on the item itself. */
export const provenanceEntries = {
	paragraphs: listOf(wholeNumber(1, 99), 0, 20, 'paragraphs'),
	kind: v.picklist(STATEMENT_KINDS),
	sources: listOf(keySchema, 0, 20, 'sources'),
	asOf: isoDateSchema,
	objective: keySchema,
	bloom: v.picklist(BLOOM_LEVELS),
	difficulty: v.picklist(DIFFICULTIES),
	tags: listOf(keySchema, 0, 20, 'tags')
} as const;

/** The fields of every item but for the question and its provenance. */
export const identityEntries = {
	number: wholeNumber(1, MAX_NUMBER),
	id: keySchema,
	revision: revisionSchema,
	topic: v.exactOptional(keySchema),
	explanation: v.exactOptional(textSchema),
	supersedes: v.exactOptional(keySchema)
} as const;

const commonEntries = {
	...identityEntries,
	provenance: v.exactOptional(v.strictObject(provenanceEntries))
} as const;

/** The one schema of an item: bank, links, backups and set files all parse through it. */
export const itemSchema = v.pipe(
	v.variant('type', [
		v.strictObject({ ...questionEntries.basic, ...commonEntries }),
		v.strictObject({ ...questionEntries.cloze, ...commonEntries }),
		v.strictObject({ ...questionEntries.singleChoice, ...commonEntries }),
		v.strictObject({ ...questionEntries.multipleChoice, ...commonEntries }),
		v.strictObject({ ...questionEntries.trueFalse, ...commonEntries }),
		v.strictObject({ ...questionEntries.ordering, ...commonEntries }),
		v.strictObject({ ...questionEntries.matching, ...commonEntries }),
		v.strictObject({ ...questionEntries.map, ...commonEntries }),
		v.strictObject({ ...questionEntries.classify, ...commonEntries }),
		v.strictObject({ ...questionEntries.shortAnswer, ...commonEntries })
	]),
	v.check((item) => acceptsOnlyItsDeletions(item), 'Spellings are given for a deletion that the stem does not have.')
);

const setSchema = v.strictObject({
	id: setIdSchema,
	title: titleSchema,
	lang: langSchema,
	origin: v.picklist(['bundled', 'own', 'received']),
	revision: wholeNumber(0, Number.MAX_SAFE_INTEGER),
	addedAt: wholeNumber(0, Number.MAX_SAFE_INTEGER),
	topics: v.pipe(
		topicsSchema,
		v.check((entries) => hasUniqueIds(entries), 'Two topics have the same id.')
	),
	items: v.pipe(
		listOf(itemSchema, 0, MAX_ITEMS, 'items'),
		v.check((items) => hasUniqueNumbers(items), 'Two items have the same number.'),
		v.check((entries) => hasUniqueIds(entries), 'Two items have the same id.')
	)
});

/**
 * Reads one item from anything: texts are cleaned, everything else must be exactly right.
 * @returns the item, or what is wrong with it; nothing is ever repaired or left out silently
 */
export function parseItem(input: unknown): Result<Item, ContentError> {
	return parseWith(itemSchema, input);
}

/** Reads a whole set, at most 500 items with unique numbers and ids, by the rules of `parseItem`. */
export function parseStudySet(input: unknown): Result<StudySet, ContentError> {
	return parseWith(setSchema, input);
}

function acceptsOnlyItsDeletions(item: {
	type: string;
	stem: string;
	accept?: Readonly<Record<string, unknown>>;
}): boolean {
	const deletions = deletionNumbers(item.stem).map(String);
	return Object.keys(item.accept ?? {}).every((key) => deletions.includes(key));
}

function hasUniqueNumbers(items: readonly { number: number }[]): boolean {
	return new Set(items.map((item) => item.number)).size === items.length;
}

function hasUniqueIds(entries: readonly { id: string }[]): boolean {
	return new Set(entries.map((entry) => entry.id)).size === entries.length;
}
