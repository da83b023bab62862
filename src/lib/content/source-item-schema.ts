import * as v from 'valibot';
import { kebabSchema, sourceKeysSchema } from './bank-schema';
import { provenanceEntries, revisionSchema } from './item-schema';
import { acceptSchema, labelSchema, trueFalseSchema } from './question-schema';
import { dayDate, sourceText, yearOrDate } from './source-text-schema';
import { keySchema, listOf, wholeNumber } from './text-schema';

const optionsSchema = listOf(
	v.strictObject({
		text: sourceText,
		correct: v.exactOptional(v.literal(true, 'Write "correct: true", or leave it out.')),
		rationale: v.exactOptional(sourceText)
	}),
	2,
	10,
	'options'
);
const entriesSchema = listOf(v.strictObject({ text: sourceText, date: v.exactOptional(yearOrDate) }), 4, 6, 'entries');
const pairsSchema = listOf(v.strictObject({ left: sourceText, right: sourceText }), 3, 6, 'pairs');

const commonEntries = {
	id: kebabSchema,
	revision: revisionSchema,
	stem: sourceText,
	explanation: sourceText,
	...provenanceEntries,
	paragraphs: listOf(wholeNumber(1, 99), 1, 20, 'paragraphs'),
	sources: sourceKeysSchema,
	/** Ids of the fact sheet the item was written from; not shipped. */
	facts: v.exactOptional(listOf(keySchema, 0, 20, 'facts')),
	asOf: v.exactOptional(yearOrDate),
	tags: v.exactOptional(provenanceEntries.tags),
	supersedes: v.exactOptional(kebabSchema),
	/** Whose position the item asks for: a side that `blueprint.yaml` names, or `both`; not shipped. */
	position: v.exactOptional(kebabSchema),
	/** When someone else held `revision` against its sources, and when someone answered it blind; not shipped. */
	checked: v.exactOptional(v.strictObject({ revision: revisionSchema, facts: dayDate, blind: dayDate }))
} as const;

/**
 * One entry of `items/<topic>.yaml`, as the author writes it. It only fixes the shape: what makes a question sound (one
 * correct option, a deletion in a cloze) is the business of `itemSchema`, through which each compiled item passes.
 */
export const sourceItemSchema = v.variant('type', [
	v.strictObject({ ...commonEntries, type: v.literal('basic'), answer: sourceText }),
	v.strictObject({ ...commonEntries, type: v.literal('cloze'), accept: v.exactOptional(acceptSchema) }),
	v.strictObject({ ...commonEntries, type: v.literal('single-choice'), options: optionsSchema }),
	v.strictObject({ ...commonEntries, type: v.literal('multiple-choice'), options: optionsSchema }),
	v.strictObject({ ...commonEntries, type: v.literal('true-false'), answer: trueFalseSchema }),
	v.strictObject({ ...commonEntries, type: v.literal('ordering'), entries: entriesSchema }),
	v.strictObject({
		...commonEntries,
		type: v.literal('matching'),
		pairs: pairsSchema,
		extra: v.exactOptional(listOf(sourceText, 0, 4, 'surplus options'))
	}),
	v.strictObject({ ...commonEntries, type: v.literal('map'), place: kebabSchema }),
	v.strictObject({ ...commonEntries, type: v.literal('classify'), answer: labelSchema }),
	v.strictObject({
		...commonEntries,
		type: v.literal('short-answer'),
		answers: listOf(sourceText, 1, 20, 'answers')
	})
]);

/** An item as its author writes it. */
export type SourceItem = v.InferOutput<typeof sourceItemSchema>;

/** The whole of an `items/<topic>.yaml`. */
export const itemsFileSchema = v.array(sourceItemSchema);
