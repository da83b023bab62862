import * as v from 'valibot';
import { STATEMENT_KINDS } from '../domain/item';
import { BANK_FORMAT, BANK_SCHEMA, PLACE_KINDS } from './bank';
import { identityEntries, provenanceEntries, revisionSchema } from './item-schema';
import { latSchema, lonSchema, questionEntries, toleranceSchema } from './question-schema';
import { sourceText, sourceTitle, yearOrDate } from './source-text-schema';
import { keySchema, langSchema, listOf, setIdSchema, textSchema, wholeNumber } from './text-schema';

/** Ids that the author chooses: words of small letters and digits joined by hyphens. */
export const kebabSchema = v.pipe(
	v.string('An id is expected here.'),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is small letters and digits joined by hyphens.'),
	v.maxLength(80, 'An id has at most 80 characters.')
);

/** An opinion piece of a newspaper page; a bank on a longer text says so in `article.paragraphs`. */
const ARTICLE_PARAGRAPHS = 7;

export const sourceKeysSchema = listOf(keySchema, 1, 20, 'sources');

const urlSchema = v.pipe(
	sourceText,
	v.regex(/^https?:\/\/[^\s]+$/, 'An address starts with https:// and has no spaces.')
);
const kindSchema = v.picklist(STATEMENT_KINDS);

const articleSchema = v.strictObject({
	title: sourceTitle,
	publisher: sourceTitle,
	place: sourceTitle,
	published: yearOrDate,
	url: urlSchema,
	genre: sourceTitle,
	paragraphs: v.optional(wholeNumber(1, 99), ARTICLE_PARAGRAPHS)
});
const bankTopicSchema = v.strictObject({ id: kebabSchema, title: sourceTitle });
const objectiveSchema = v.strictObject({ id: keySchema, text: sourceText });

/** `bank.yaml`: the bank itself, its article, its topics in teaching order, its learning objectives. */
export const bankFileSchema = v.strictObject({
	id: v.pipe(setIdSchema, kebabSchema),
	revision: revisionSchema,
	title: sourceTitle,
	lang: langSchema,
	licence: sourceTitle,
	licenceUrl: v.exactOptional(urlSchema),
	attribution: v.exactOptional(sourceTitle),
	subject: v.exactOptional(sourceTitle),
	article: articleSchema,
	defaultAsOf: yearOrDate,
	topics: listOf(bankTopicSchema, 1, 100, 'topics'),
	objectives: listOf(objectiveSchema, 1, 100, 'objectives')
});

/** One entry of `sources.yaml`. */
export const sourceSchema = v.strictObject({
	key: keySchema,
	title: sourceText,
	publisher: sourceTitle,
	date: v.exactOptional(yearOrDate),
	url: urlSchema
});

/** One entry of `glossary.yaml`. */
export const glossarySchema = v.strictObject({
	id: kebabSchema,
	term: sourceTitle,
	aliases: v.exactOptional(listOf(sourceTitle, 0, 20, 'aliases')),
	text: sourceText
});

/** One entry of `timeline.yaml`. */
export const timelineSchema = v.strictObject({
	date: yearOrDate,
	title: sourceText,
	text: v.exactOptional(sourceText),
	sources: sourceKeysSchema,
	actors: v.exactOptional(listOf(kebabSchema, 0, 20, 'actors')),
	afterArticle: v.exactOptional(v.boolean('True or false is expected here.'))
});

/** One entry under `actors` in `actors.yaml`. */
export const actorSchema = v.strictObject({ id: kebabSchema, name: sourceTitle, text: sourceText });

/** One entry under `relations` in `actors.yaml`. */
export const relationSchema = v.strictObject({
	from: kebabSchema,
	to: kebabSchema,
	relation: sourceText,
	basis: v.exactOptional(sourceText),
	saidBy: v.exactOptional(sourceText),
	kind: v.picklist(['fact', 'contested', 'claim']),
	sources: sourceKeysSchema
});

/** One entry of `places.yaml`. */
export const placeSchema = v.strictObject({
	id: kebabSchema,
	name: sourceTitle,
	lat: latSchema,
	lon: lonSchema,
	role: sourceText,
	toleranceKm: toleranceSchema,
	kind: v.exactOptional(v.picklist(PLACE_KINDS))
});

const bareText = v.pipe(
	sourceText,
	v.check((text) => !text.includes('[['), 'A statement to sort has no glossary marks.')
);

const statementSchema = v.strictObject({
	text: sourceText,
	sort: v.exactOptional(bareText),
	kind: kindSchema,
	note: v.exactOptional(sourceText),
	sources: sourceKeysSchema,
	asOf: v.exactOptional(yearOrDate)
});

/** One paragraph of `companion.yaml`. */
export const companionSchema = v.strictObject({
	number: wholeNumber(1, 99),
	title: sourceTitle,
	teaser: sourceText,
	blocks: listOf(listOf(statementSchema, 1, 50, 'statements'), 1, 50, 'blocks')
});

/** One entry of `weaknesses.yaml`. */
export const weaknessSchema = v.strictObject({
	id: kebabSchema,
	title: sourceTitle,
	text: sourceText,
	paragraphs: listOf(wholeNumber(1, 99), 1, 20, 'paragraphs'),
	items: listOf(kebabSchema, 0, 20, 'items'),
	sources: listOf(keySchema, 0, 20, 'sources'),
	asOf: v.exactOptional(yearOrDate)
});

const publishedEntries = {
	...identityEntries,
	topic: keySchema,
	explanation: textSchema,
	...provenanceEntries
} as const;

const publishedItemSchema = v.variant('type', [
	v.strictObject({ ...questionEntries.basic, ...publishedEntries }),
	v.strictObject({ ...questionEntries.cloze, ...publishedEntries }),
	v.strictObject({ ...questionEntries.singleChoice, ...publishedEntries }),
	v.strictObject({ ...questionEntries.multipleChoice, ...publishedEntries }),
	v.strictObject({ ...questionEntries.trueFalse, ...publishedEntries }),
	v.strictObject({ ...questionEntries.ordering, ...publishedEntries }),
	v.strictObject({ ...questionEntries.matching, ...publishedEntries }),
	v.strictObject({ ...questionEntries.map, ...publishedEntries }),
	v.strictObject({ ...questionEntries.classify, ...publishedEntries }),
	v.strictObject({ ...questionEntries.shortAnswer, ...publishedEntries })
]);

/** A bank's file; only tests and others who read it use this, the app trusts its own build (`bank.ts`). */
export const publishedBankSchema = v.strictObject({
	$schema: v.literal(BANK_SCHEMA),
	format: v.literal(BANK_FORMAT),
	...bankFileSchema.entries,
	items: v.array(publishedItemSchema),
	sources: v.array(sourceSchema),
	glossary: v.array(glossarySchema),
	timeline: v.array(timelineSchema),
	actors: v.array(actorSchema),
	relations: v.array(relationSchema),
	places: v.array(placeSchema),
	companion: v.array(companionSchema),
	weaknesses: v.array(weaknessSchema)
});
