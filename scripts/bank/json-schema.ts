import { toJsonSchema } from '@valibot/to-json-schema';
import type { JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { publishedBankSchema } from '../../src/lib/content/bank-schema';
import { itemsFileSchema } from '../../src/lib/content/source-item-schema';

/** @returns the JSON Schema of an `items/<topic>.yaml`, for editors */
export function itemFileJsonSchema(): JsonSchema {
	return toDocument(itemsFileSchema, 'Items of one topic of a question bank');
}

/** @returns the JSON Schema of a published bank, `banks/<id>.json` */
export function bankJsonSchema(): JsonSchema {
	return toDocument(publishedBankSchema, 'Question bank');
}

/**
 * JSON Schema has no word for our own checks and for cleaning text; those are left out, so it accepts a little more than
 * the parser does. Lists are checked in two steps, of which the last says what they hold.
 */
function toDocument(schema: GenericSchema, title: string): JsonSchema {
	const converted = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'output' });
	return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...converted };
}
