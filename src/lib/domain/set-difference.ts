import type { Item } from './item';
import type { StudySet } from './set';

/** The part of a set that its author changes. */
export type SetEdition = Pick<StudySet, 'title' | 'lang' | 'topics' | 'items'>;

/** What one edition of a set changes in another, by item number. */
export type SetDifference = {
	readonly added: readonly number[];
	/** The same question in other words or with other answers. */
	readonly corrected: readonly number[];
	readonly withdrawn: readonly number[];
	/** Title, language, topics or order changed. */
	readonly arranged: boolean;
};

/**
 * Compares two editions of one set. Revisions and provenance do not count: the one is a counter, the other never travels.
 * Takes time linear in the size of both.
 */
export function findSetDifference(before: SetEdition, after: SetEdition): SetDifference {
	const old = new Map(before.items.map((item) => [item.number, contentOf(item)]));
	const numbers = new Set(after.items.map((item) => item.number));
	const kept = after.items.filter((item) => old.has(item.number));
	const stayed = before.items.filter((item) => numbers.has(item.number));
	return {
		added: after.items.filter((item) => !old.has(item.number)).map((item) => item.number),
		corrected: kept.filter((item) => old.get(item.number) !== contentOf(item)).map((item) => item.number),
		withdrawn: before.items.filter((item) => !numbers.has(item.number)).map((item) => item.number),
		arranged:
			before.title !== after.title ||
			before.lang !== after.lang ||
			canonical(before.topics) !== canonical(after.topics) ||
			kept.some((item, place) => item.number !== stayed[place]?.number)
	};
}

/** @returns whether two editions say the same */
export function isSameEdition(difference: SetDifference): boolean {
	const { added, corrected, withdrawn, arranged } = difference;
	return added.length + corrected.length + withdrawn.length === 0 && !arranged;
}

/** @returns whether two items ask and answer the same; their revisions do not count */
export function isSameItem(a: Item, b: Item): boolean {
	return contentOf(a) === contentOf(b);
}

function contentOf(item: Item): string {
	return canonical({ ...item, provenance: undefined, revision: undefined });
}

/** One text for one content, whatever the order in which its fields were written; fields left undefined are absent. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).filter(([, field]) => field !== undefined);
	entries.sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
