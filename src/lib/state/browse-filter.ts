import { CLASSIFY_LABELS, labelOfKind, type ClassifyLabel, type Item, type ItemType } from '$lib/domain/item';
import { isFound, toSearchWords, type SearchText } from '$lib/domain/search-text';
import { STAGES, type Stage } from '$lib/domain/stage';

/** What a list is narrowed by, besides words; null means all. */
export type BrowseChoices = {
	readonly stage: Stage | null;
	readonly topic: string | null;
	readonly paragraph: number | null;
	/** The two kinds that look ahead are one. */
	readonly kind: ClassifyLabel | null;
	readonly type: ItemType | null;
};
export type BrowseFilter = BrowseChoices & {
	readonly words: string;
	/** Numbers of the only items to show; null for all. */
	readonly only: ReadonlySet<number> | null;
};

const ALL: BrowseChoices = { stage: null, topic: null, paragraph: null, kind: null, type: null };
export const NO_FILTER: BrowseFilter = { ...ALL, words: '', only: null };

/** An item as the filters see it. */
export type BrowseRow = {
	readonly item: Item;
	readonly text: SearchText;
	/** Null when storage cannot be read. */
	readonly stage: Stage | null;
};

/** A value that can be filtered by, and how many rows that would leave. */
export type Count<V> = { readonly value: V; readonly count: number };

/** What each filter offers: the values that the set has. */
export type BrowseCounts = { readonly [F in keyof BrowseChoices]: readonly Count<NonNullable<BrowseChoices[F]>>[] };

/** @returns the rows that have all words and pass all filters, and how many each other choice would leave */
export function filterRows(
	rows: readonly BrowseRow[],
	filter: BrowseFilter,
	topics: readonly string[]
): { readonly shown: readonly BrowseRow[]; readonly counts: BrowseCounts } {
	const words = toSearchWords(filter.words);
	const { only } = filter;
	const found = rows.filter(({ item, text }) => (only === null || only.has(item.number)) && isFound(words, text));
	/** Counts among the rows that all other filters let through. */
	const count = <V>(name: keyof BrowseChoices, values: readonly V[], has: (row: BrowseRow, value: V) => boolean) => {
		const others = found.filter((row) => isLetThrough({ ...filter, [name]: null }, row));
		return values.map((value) => ({ value, count: others.filter((row) => has(row, value)).length }));
	};
	const all = <V>(values: readonly V[], has: (row: BrowseRow, value: V) => boolean) =>
		values.filter((value) => rows.some((row) => has(row, value)));
	const hasStages = rows.some(({ stage }) => stage !== null);
	return {
		shown: found.filter((row) => isLetThrough(filter, row)),
		counts: {
			stage: count('stage', hasStages ? STAGES : [], isOfStage),
			topic: count('topic', all(topics, isOfTopic), isOfTopic),
			paragraph: count('paragraph', all(paragraphsOf(rows), isOfParagraph), isOfParagraph),
			kind: count('kind', all(CLASSIFY_LABELS, isOfKind), isOfKind),
			type: count('type', [...new Set(rows.map(({ item }) => item.type))], isOfType)
		}
	};
}

function isLetThrough({ stage, topic, paragraph, kind, type }: BrowseChoices, row: BrowseRow): boolean {
	return (
		(stage === null || isOfStage(row, stage)) &&
		(topic === null || isOfTopic(row, topic)) &&
		(paragraph === null || isOfParagraph(row, paragraph)) &&
		(kind === null || isOfKind(row, kind)) &&
		(type === null || isOfType(row, type))
	);
}

function isOfStage({ stage }: BrowseRow, wanted: Stage): boolean {
	return stage === wanted;
}

function isOfTopic({ item }: BrowseRow, topic: string): boolean {
	return item.topic === topic;
}

function isOfParagraph({ item }: BrowseRow, paragraph: number): boolean {
	return item.provenance?.paragraphs.includes(paragraph) === true;
}

function isOfKind({ item }: BrowseRow, wanted: ClassifyLabel): boolean {
	const kind = item.provenance?.kind;
	return kind !== undefined && labelOfKind(kind) === wanted;
}

function isOfType({ item }: BrowseRow, type: ItemType): boolean {
	return item.type === type;
}

function paragraphsOf(rows: readonly BrowseRow[]): number[] {
	return [...new Set(rows.flatMap(({ item }) => item.provenance?.paragraphs ?? []))].sort((a, b) => a - b);
}
