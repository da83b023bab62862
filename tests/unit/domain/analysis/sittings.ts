import type { AnalysedItem } from '$lib/domain/analysis/analysed-item';
import type { AnalysedAnswer, AnalysedSitting } from '$lib/domain/analysis/sitting';

/** An answer to an item without options, right by default. */
export function anAnswer(item: number, more: Partial<AnalysedAnswer> = {}): AnalysedAnswer {
	return { item, credit: 1, answered: true, chosen: null, confidence: null, tookMs: 10_000, ...more };
}

/** An item with four options, the first of them right. */
export function anItem(item: number, more: Partial<AnalysedItem> = {}): AnalysedItem {
	return { item, key: [0], options: 4, single: true, guess: 0.25, settled: false, ...more };
}

/** Sittings of one paper: a row of credits for each learner, items numbered from 1. */
export function sittingsOf(
	credits: readonly (readonly number[])[],
	tookMs: readonly (readonly number[])[] = []
): AnalysedSitting[] {
	return credits.map((row, learner) => ({
		learner: `learner ${String(learner)}`,
		answers: row.map((credit, item) => anAnswer(item + 1, { credit, tookMs: tookMs[learner]?.[item] ?? 10_000 }))
	}));
}

/** So many learners, each with what `of` makes of their place. */
export function classOf(learners: number, of: (learner: number) => readonly AnalysedAnswer[]): AnalysedSitting[] {
	return Array.from({ length: learners }, (_, place) => ({ learner: `learner ${String(place)}`, answers: of(place) }));
}
