import { parseGlossaryTerms } from '../../src/lib/content/glossary-terms';
import { violationAt } from './parse-bank';
import type { Located, SourceBank } from './parse-bank';
import type { Violation } from './violation';
import type { YamlPath } from './yaml-file';

/** Finds ids given twice and everything that names something the bank does not have. */
export function checkReferences(source: SourceBank): Violation[] {
	const { bank } = source;
	const ids = (entries: readonly Located<{ readonly id: string }>[]): Set<string> =>
		new Set(entries.map(({ value }) => value.id));
	const sources = new Set(source.sources.map(({ value }) => value.key));
	const actors = ids(source.actors);
	const topics = new Set(bank?.value.topics.map(({ id }) => id));
	const objectives = new Set(bank?.value.objectives.map(({ id }) => id));

	const items = ids(source.items);
	const last = bank?.value.article.paragraphs ?? Infinity;

	const cited = [...source.items, ...source.timeline, ...source.relations, ...source.weaknesses];
	return [
		...checkUnique(source),
		...cited.flatMap((at) => unknown(at, ['sources'], at.value.sources, sources, 'source')),
		...source.items.flatMap((at) =>
			bank === null
				? []
				: [
						...unknown(at, [], [at.topic], topics, 'topic'),
						...unknown(at, ['objective'], [at.value.objective], objectives, 'objective')
					]
		),
		...source.timeline.flatMap((at) => unknown(at, ['actors'], at.value.actors ?? [], actors, 'actor')),
		...source.relations.flatMap((at) => [
			...unknown(at, ['from'], [at.value.from], actors, 'actor'),
			...unknown(at, ['to'], [at.value.to], actors, 'actor')
		]),
		...source.weaknesses.flatMap((at) => [
			...unknown(at, ['items'], at.value.items, items, 'item'),
			...at.value.paragraphs
				.filter((paragraph) => paragraph > last)
				.map(() => violationAt(at, ['paragraphs'], `The article has ${String(last)} paragraphs.`))
		]),
		...checkStatements(source, sources, ids(source.glossary))
	];
}

function checkUnique(source: SourceBank): Violation[] {
	const { bank, sources, glossary, actors, places, items, weaknesses } = source;
	const own = (at: Located<{ readonly id: string }>) => ({ at, field: ['id'], id: at.value.id });
	const listed = (field: 'topics' | 'objectives') =>
		bank === null ? [] : bank.value[field].map(({ id }, i) => ({ at: bank, field: [field, i], id }));
	return [
		...doubles(
			'source',
			sources.map((at) => ({ at, field: ['key'], id: at.value.key }))
		),
		...doubles('glossary term', glossary.map(own)),
		...doubles('actor', actors.map(own)),
		...doubles('place', places.map(own)),
		...doubles('item', items.map(own)),
		...doubles('weakness', weaknesses.map(own)),
		...doubles('topic', listed('topics')),
		...doubles('objective', listed('objectives'))
	];
}

function checkStatements(source: SourceBank, sources: ReadonlySet<string>, terms: ReadonlySet<string>): Violation[] {
	return source.companion.flatMap((at) =>
		at.value.blocks.flatMap((block, i) =>
			block.flatMap((statement, j) => {
				const field = ['blocks', i, j];
				const inText = [statement.text, statement.note ?? ''].flatMap(termsOf);
				return [
					...unknown(at, [...field, 'sources'], statement.sources, sources, 'source'),
					...unknown(at, field, inText, terms, 'glossary term'),
					...brokenMarks(statement.text, statement.note).map((message) => violationAt(at, field, message))
				];
			})
		)
	);
}

function termsOf(text: string): string[] {
	return parseGlossaryTerms(text).flatMap((part) => (part.kind === 'term' ? [part.id] : []));
}

function brokenMarks(...texts: readonly (string | undefined)[]): string[] {
	const left = texts.flatMap((text) => parseGlossaryTerms(text ?? '')).filter((part) => part.kind === 'text');
	return left.some(({ text }) => /\[\[|\]\]/.test(text)) ? ['A glossary mark is [[id]] or [[id|words]].'] : [];
}

function unknown(
	at: Located<unknown>,
	field: YamlPath,
	named: readonly string[],
	known: ReadonlySet<string>,
	noun: string
): Violation[] {
	const missing = named.filter((id) => !known.has(id));
	return missing.map((id) => violationAt(at, field, `There is no ${noun} "${id}".`));
}

function doubles(
	noun: string,
	entries: readonly { readonly at: Located<unknown>; readonly field: YamlPath; readonly id: string }[]
): Violation[] {
	const seen = new Set<string>();
	return entries.flatMap(({ at, field, id }) => {
		if (seen.has(id)) return [violationAt(at, field, `The ${noun} "${id}" is there already.`)];
		seen.add(id);
		return [];
	});
}
