import { describe, expect, it } from 'vitest';
import { bankJsonSchema, itemFileJsonSchema } from '../../../scripts/bank/json-schema';
import { ITEM_TYPES } from '../../../src/lib/domain/item';

/** The part of a JSON Schema that stands at a path of keys. */
function at(schema: unknown, ...keys: readonly (string | number)[]): unknown {
	return keys.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], schema);
}

describe('itemFileJsonSchema', () => {
	const schema = itemFileJsonSchema();

	it('knows each item type, with its own fields and no others', () => {
		const types = ITEM_TYPES.map((_, i) => at(schema, 'items', 'oneOf', i, 'properties', 'type', 'const'));
		expect([...types].sort()).toEqual([...ITEM_TYPES].sort());
		expect(ITEM_TYPES.map((_, i) => at(schema, 'items', 'oneOf', i, 'additionalProperties'))).not.toContain(undefined);
		expect(at(schema, 'items', 'oneOf', 2, 'additionalProperties')).toBe(false);
	});

	it('tells an editor what is required, what may be chosen and how many there are', () => {
		expect(at(schema, 'items', 'oneOf', 0, 'required')).toEqual(
			expect.arrayContaining(['id', 'stem', 'answer', 'explanation', 'paragraphs', 'kind', 'sources', 'objective'])
		);
		expect(at(schema, 'items', 'oneOf', 0, 'properties', 'difficulty', 'enum')).toEqual(['easy', 'medium', 'hard']);
		expect(at(schema, 'items', 'oneOf', 2, 'properties', 'options')).toMatchObject({ minItems: 2, maxItems: 10 });
		expect(at(schema, 'items', 'oneOf', 0, 'properties', 'stem')).toMatchObject({ type: 'string', maxLength: 2000 });
	});
});

describe('bankJsonSchema', () => {
	it('describes every part of a compiled bank', () => {
		const required = at(bankJsonSchema(), 'required');
		expect(required).toEqual(expect.arrayContaining(['format', 'items', 'sources', 'glossary', 'companion', 'places']));
		expect(at(bankJsonSchema(), 'properties', 'format')).toEqual({ const: 1 });
	});
});
