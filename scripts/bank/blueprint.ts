import * as v from 'valibot';
import type { ContentError } from '../../src/lib/content/content-error';
import { parseWith } from '../../src/lib/content/parse-with';
import { kebabSchema } from '../../src/lib/content/bank-schema';
import type { SourceItem } from '../../src/lib/content/source-item-schema';
import { keySchema, wholeNumber } from '../../src/lib/content/text-schema';
import { BLOOM_LEVELS, CLASSIFY_LABELS, DIFFICULTIES, ITEM_TYPES } from '../../src/lib/domain/item';
import type { Result } from '../../src/lib/domain/result';

const MAX_PLANNED = 500;
const plannedSchema = wholeNumber(0, MAX_PLANNED);

/** What a topic's items are counted by. As in claim-or-fact items, `ahead` holds predictions and recommendations. */
export const DIMENSIONS = {
	types: ITEM_TYPES,
	bloom: BLOOM_LEVELS,
	difficulty: DIFFICULTIES,
	kinds: CLASSIFY_LABELS
} as const;
export type Dimension = keyof typeof DIMENSIONS;
/** The order in which they are checked and printed. */
export const DIMENSION_NAMES = ['types', 'bloom', 'difficulty', 'kinds'] as const satisfies readonly Dimension[];

const topicSchema = v.strictObject({
	types: v.record(v.picklist(ITEM_TYPES), plannedSchema),
	bloom: v.record(v.picklist(BLOOM_LEVELS), plannedSchema),
	difficulty: v.record(v.picklist(DIFFICULTIES), plannedSchema),
	kinds: v.record(v.picklist(CLASSIFY_LABELS), plannedSchema)
});
const blueprintSchema = v.strictObject({
	/** The two sides whose positions are asked for about equally often. */
	sides: v.tuple([kebabSchema, kebabSchema], 'Two sides are expected here.'),
	/** How many items of each sort a topic has; what is left out is 0. */
	topics: v.record(kebabSchema, topicSchema),
	atLeast: v.strictObject({
		items: plannedSchema,
		types: v.record(v.picklist(ITEM_TYPES), plannedSchema),
		/** Accepted spellings of a short answer; one with fewer does not count. */
		spellings: plannedSchema,
		/** Items on each paragraph of the article. */
		perParagraph: plannedSchema
	}),
	atMost: v.strictObject({ tags: v.record(keySchema, plannedSchema) })
});

/** What a bank is to hold: its `blueprint.yaml`. */
export type Blueprint = v.InferOutput<typeof blueprintSchema>;

/** Reads `blueprint.yaml`. */
export function parseBlueprint(value: unknown): Result<Blueprint, ContentError> {
	return parseWith(blueprintSchema, value);
}

/** @returns the cell of a dimension in which an item counts */
export function cellOf(dimension: Dimension, item: SourceItem): string {
	switch (dimension) {
		case 'types':
			return item.type;
		case 'bloom':
			return item.bloom;
		case 'difficulty':
			return item.difficulty;
		case 'kinds':
			return item.kind === 'prediction' || item.kind === 'recommendation' ? 'ahead' : item.kind;
	}
}

/** @returns how many items a topic is to have in a cell; 0 where the blueprint is silent */
export function plannedIn(blueprint: Blueprint, topic: string, dimension: Dimension, cell: string): number {
	const counts: Readonly<Record<string, number>> = blueprint.topics[topic]?.[dimension] ?? {};
	return counts[cell] ?? 0;
}
