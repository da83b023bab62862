import type { Item } from '$lib/domain/item';

/** Which cards a session is about. Without a set: everything on this device. */
export type StudyScope = {
	readonly setId: string | null;
	/** Paragraph of the article, or null for all. */
	readonly paragraph: number | null;
	readonly topics: readonly string[];
	readonly items: readonly number[];
};

/** Reads `?set=ID&paragraph=5&topics=a,b&items=1,2`. What is not understood counts as absent: it only widens the session. */
export function readScope(query: URLSearchParams): StudyScope {
	const paragraph = Number(query.get('paragraph'));
	return {
		setId: query.get('set'),
		paragraph: Number.isInteger(paragraph) && paragraph > 0 ? paragraph : null,
		topics: listOf(query.get('topics')),
		items: listOf(query.get('items')).map(Number).filter(Number.isInteger)
	};
}

/** @returns whether an item of the scope's set belongs to the session */
export function isInScope(scope: StudyScope, item: Item): boolean {
	if (scope.items.length > 0) return scope.items.includes(item.number);
	if (scope.topics.length > 0 && !scope.topics.includes(item.topic ?? '')) return false;
	return scope.paragraph === null || item.provenance?.paragraphs.includes(scope.paragraph) === true;
}

/** @returns whether the session is about a part of a set only */
export function isPartial(scope: StudyScope): boolean {
	return scope.paragraph !== null || scope.topics.length > 0 || scope.items.length > 0;
}

/** @returns whether the session is about everything on this device */
export function isAll(scope: StudyScope): boolean {
	return scope.setId === null && !isPartial(scope);
}

function listOf(text: string | null): string[] {
	return text === null || text === '' ? [] : text.split(',');
}
