import { DIMENSIONS, DIMENSION_NAMES, cellOf, plannedIn } from './blueprint';
import type { Blueprint, Dimension } from './blueprint';
import type { SourceBank } from './parse-bank';
import { violationAt } from './parse-bank';
import type { Violation } from './violation';
import type { YamlFile, YamlPath } from './yaml-file';

/** Holds a bank against its blueprint: each cell of each topic, then what the whole bank needs at least and at most. */
export function checkBlueprint(source: SourceBank, blueprint: Blueprint, file: YamlFile): Violation[] {
	if (source.bank === null) return [];
	const at = (keys: YamlPath, message: string): Violation => ({ file: file.path, line: file.lineOf(keys), message });
	const topics = source.bank.value.topics.map(({ id }) => id);
	return [
		...Object.keys(blueprint.topics)
			.filter((topic) => !topics.includes(topic))
			.map((topic) => at(['topics', topic], `There is no topic "${topic}".`)),
		...topics.flatMap((topic) => checkTopic(source, blueprint, topic, at)),
		...checkLeast(source, blueprint, at),
		...checkMost(source, blueprint, at),
		...checkSpellings(source, blueprint)
	];
}

type At = (keys: YamlPath, message: string) => Violation;

function checkTopic(source: SourceBank, blueprint: Blueprint, topic: string, at: At): Violation[] {
	if (blueprint.topics[topic] === undefined) return [at(['topics'], `The topic "${topic}" is not planned.`)];
	const items = source.items.filter((item) => item.topic === topic);
	const sums = DIMENSION_NAMES.map((dimension) => sumOf(blueprint, topic, dimension));
	const uneven = new Set(sums).size > 1 ? [at(['topics', topic], unevenSums(topic, sums))] : [];
	const cells = DIMENSION_NAMES.flatMap((dimension) =>
		DIMENSIONS[dimension].flatMap((cell) => {
			const built = items.filter(({ value }) => cellOf(dimension, value) === cell).length;
			const planned = plannedIn(blueprint, topic, dimension, cell);
			if (built === planned) return [];
			const message = `${topic}, ${cell}: ${String(built)} built, ${String(planned)} planned.`;
			return [at(['topics', topic, dimension, cell], message)];
		})
	);
	return [...uneven, ...cells];
}

function sumOf(blueprint: Blueprint, topic: string, dimension: Dimension): number {
	return DIMENSIONS[dimension].reduce((sum, cell) => sum + plannedIn(blueprint, topic, dimension, cell), 0);
}

function unevenSums(topic: string, sums: readonly number[]): string {
	return `The plan for ${topic} does not add up: ${DIMENSION_NAMES.map((name, i) => `${name} ${String(sums[i])}`).join(', ')}.`;
}

function checkLeast({ bank, items }: SourceBank, { atLeast }: Blueprint, at: At): Violation[] {
	const short = (built: number, least: number, noun: string, keys: YamlPath): Violation[] =>
		built >= least
			? []
			: [at(['atLeast', ...keys], `${noun}: ${String(built)} built, at least ${String(least)} needed.`)];
	const counting = items.filter(
		({ value }) => value.type !== 'short-answer' || value.answers.length >= atLeast.spellings
	);
	const paragraphs = Array.from({ length: bank?.value.article.paragraphs ?? 0 }, (_, i) => i + 1);
	return [
		...short(items.length, atLeast.items, 'All items', ['items']),
		...Object.entries(atLeast.types).flatMap(([type, least]) =>
			short(counting.filter(({ value }) => value.type === type).length, least, type, ['types', type])
		),
		...paragraphs.flatMap((paragraph) =>
			short(
				items.filter(({ value }) => value.paragraphs.includes(paragraph)).length,
				atLeast.perParagraph,
				`Paragraph ${String(paragraph)}`,
				['perParagraph']
			)
		)
	];
}

function checkMost({ items }: SourceBank, { atMost }: Blueprint, at: At): Violation[] {
	return Object.entries(atMost.tags).flatMap(([tag, most]) => {
		const built = items.filter(({ value }) => value.tags?.includes(tag) === true).length;
		if (built <= most) return [];
		return [at(['atMost', 'tags', tag], `Tag ${tag}: ${String(built)} built, at most ${String(most)} allowed.`)];
	});
}

function checkSpellings({ items }: SourceBank, { atLeast }: Blueprint): Violation[] {
	return items.flatMap((item) => {
		if (item.value.type !== 'short-answer' || item.value.answers.length >= atLeast.spellings) return [];
		return [violationAt(item, ['answers'], `A short answer accepts at least ${String(atLeast.spellings)} spellings.`)];
	});
}
