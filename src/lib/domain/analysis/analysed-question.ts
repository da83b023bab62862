import type { Item } from '../item';
import type { StudySet } from '../set';
import { stemText } from '../stem-text';
import type { ItemAnalysis, TestAnalysis } from './analyse-test';

/** An item with what its answers say. */
export type AnalysedQuestion = {
	/** Its place among those that were asked, in the order of the set. */
	readonly number: number;
	/** What it asks, in plain words; what a cloze hides reads `[…]`. */
	readonly text: string;
	readonly item: Item;
	readonly analysis: ItemAnalysis;
};

/** Joins an analysis with the items it is about, in the order of the analysis. */
export function toQuestions(set: Pick<StudySet, 'items'>, { items }: Pick<TestAnalysis, 'items'>): AnalysedQuestion[] {
	const asked = new Set(items.map(({ item }) => item));
	const places = new Map(
		set.items.filter(({ number }) => asked.has(number)).map((item, index) => [item.number, { item, number: index + 1 }])
	);
	return items.flatMap((analysis) => {
		const place = places.get(analysis.item);
		return place === undefined ? [] : [{ ...place, text: stemText(place.item), analysis }];
	});
}
