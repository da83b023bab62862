import * as v from 'valibot';
import {
	actorSchema,
	bankFileSchema,
	companionSchema,
	glossarySchema,
	placeSchema,
	relationSchema,
	sourceSchema,
	timelineSchema,
	weaknessSchema
} from '../../src/lib/content/bank-schema';
import { parseWith } from '../../src/lib/content/parse-with';
import { sourceItemSchema } from '../../src/lib/content/source-item-schema';
import type { SourceItem } from '../../src/lib/content/source-item-schema';
import type { BankFolder } from './read-bank';
import type { Violation } from './violation';
import { issueAt } from './yaml-file';
import type { YamlFile, YamlPath } from './yaml-file';

/** A parsed value and where it stands in its file. */
export type Located<T> = { readonly value: T; readonly file: YamlFile; readonly keys: YamlPath };
export type LocatedItem = Located<SourceItem> & { readonly topic: string };

/** A bank's source with every entry that could be read; what could not is in `violations`. */
export type SourceBank = {
	readonly bank: Located<v.InferOutput<typeof bankFileSchema>> | null;
	readonly sources: readonly Located<v.InferOutput<typeof sourceSchema>>[];
	readonly glossary: readonly Located<v.InferOutput<typeof glossarySchema>>[];
	readonly timeline: readonly Located<v.InferOutput<typeof timelineSchema>>[];
	readonly actors: readonly Located<v.InferOutput<typeof actorSchema>>[];
	readonly relations: readonly Located<v.InferOutput<typeof relationSchema>>[];
	readonly places: readonly Located<v.InferOutput<typeof placeSchema>>[];
	readonly companion: readonly Located<v.InferOutput<typeof companionSchema>>[];
	readonly weaknesses: readonly Located<v.InferOutput<typeof weaknessSchema>>[];
	/** In the order of the bank's topics, then as written. */
	readonly items: readonly LocatedItem[];
	readonly violations: readonly Violation[];
};

const actorsFileSchema = v.strictObject({ actors: v.array(v.unknown()), relations: v.array(v.unknown()) });

/** Parses a bank's files entry by entry, so that one mistake does not hide the next. */
export function parseBank(folder: BankFolder): SourceBank {
	const violations: Violation[] = [];
	const read = <T extends v.GenericSchema>(file: YamlFile, keys: YamlPath, schema: T, value: unknown) => {
		const parsed = parseWith(schema, value);
		if (parsed.ok) return [{ value: parsed.value, file, keys }];
		violations.push(...parsed.error.issues.map((issue) => issueAt(file, keys, issue)));
		return [];
	};
	const readList = <T extends v.GenericSchema>(file: YamlFile, keys: YamlPath, schema: T, value: unknown) => {
		if (Array.isArray(value)) return value.flatMap((entry, i) => read(file, [...keys, i], schema, entry));
		if (file.violations.length === 0) {
			violations.push({ file: file.path, line: file.lineOf(keys), message: 'A list is expected here.' });
		}
		return [];
	};

	const bank = folder.bank.violations.length > 0 ? [] : read(folder.bank, [], bankFileSchema, folder.bank.value);
	const people =
		folder.actors.violations.length > 0 ? [] : read(folder.actors, [], actorsFileSchema, folder.actors.value);
	const items = folder.itemFiles.flatMap(({ topic, file }) =>
		readList(file, [], sourceItemSchema, file.value).map((item) => ({ ...item, topic }))
	);
	const order = bank[0]?.value.topics.map((topic) => topic.id) ?? [];
	for (const file of [folder.lock, folder.style, folder.shingles, ...folder.itemFiles.map((entry) => entry.file)]) {
		violations.push(...file.violations);
	}
	for (const name of [
		'bank',
		'sources',
		'glossary',
		'timeline',
		'actors',
		'places',
		'companion',
		'weaknesses'
	] as const) {
		violations.push(...folder[name].violations);
	}
	return {
		bank: bank[0] ?? null,
		sources: readList(folder.sources, [], sourceSchema, folder.sources.value),
		glossary: readList(folder.glossary, [], glossarySchema, folder.glossary.value),
		timeline: readList(folder.timeline, [], timelineSchema, folder.timeline.value),
		actors: readList(folder.actors, ['actors'], actorSchema, people[0]?.value.actors ?? []),
		relations: readList(folder.actors, ['relations'], relationSchema, people[0]?.value.relations ?? []),
		places: readList(folder.places, [], placeSchema, folder.places.value),
		companion: readList(folder.companion, [], companionSchema, folder.companion.value),
		weaknesses: readList(folder.weaknesses, [], weaknessSchema, folder.weaknesses.value),
		items: items.sort((a, b) => order.indexOf(a.topic) - order.indexOf(b.topic)),
		violations
	};
}

/** @returns a violation at a field of a located value, or at the nearest thing that exists */
export function violationAt(at: Located<unknown>, field: YamlPath, message: string): Violation {
	return { file: at.file.path, line: at.file.lineOf([...at.keys, ...field]), message };
}
