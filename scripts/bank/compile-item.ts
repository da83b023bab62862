import type { BankPlace } from '../../src/lib/content/bank';
import type { SourceItem } from '../../src/lib/content/source-item-schema';
import type { Item, Provenance, Question } from '../../src/lib/domain/item';
import { assertNever } from '../../src/lib/domain/result';
import type { IsoDate } from '../../src/lib/domain/units';

/** What a source item cannot know by itself. */
export type ItemContext = {
	readonly number: number;
	readonly topic: string;
	readonly defaultAsOf: IsoDate;
	readonly places: ReadonlyMap<string, BankPlace>;
};

/**
 * Turns an item as its author writes it into the one the app works with.
 * @returns null when it asks for a place that the bank does not have
 */
export function compileItem(source: SourceItem, context: ItemContext): Item | null {
	const question = toQuestion(source, context.places);
	if (question === null) return null;
	return {
		...question,
		number: context.number,
		id: source.id,
		revision: source.revision,
		topic: context.topic,
		explanation: source.explanation,
		provenance: toProvenance(source, context.defaultAsOf),
		...(source.supersedes === undefined ? {} : { supersedes: source.supersedes })
	};
}

function toProvenance(source: SourceItem, defaultAsOf: IsoDate): Provenance {
	const { paragraphs, kind, sources, asOf, objective, bloom, difficulty, tags } = source;
	return { paragraphs, kind, sources, asOf: asOf ?? defaultAsOf, objective, bloom, difficulty, tags: tags ?? [] };
}

function toQuestion(source: SourceItem, places: ItemContext['places']): Question | null {
	const { stem } = source;
	switch (source.type) {
		case 'basic':
			return { type: source.type, stem, answer: source.answer };
		case 'short-answer':
			return { type: source.type, stem, answers: source.answers };
		case 'cloze':
			return { type: source.type, stem, ...(source.accept === undefined ? {} : { accept: source.accept }) };
		case 'single-choice':
		case 'multiple-choice':
			return {
				type: source.type,
				stem,
				options: source.options.map((option) => ({ ...option, correct: option.correct === true }))
			};
		case 'true-false':
			return { type: source.type, stem, answer: source.answer };
		case 'ordering':
			return { type: source.type, stem, entries: source.entries };
		case 'matching':
			return { type: source.type, stem, pairs: source.pairs, extra: source.extra ?? [] };
		case 'classify':
			return { type: source.type, stem, answer: source.answer };
		case 'map': {
			const place = places.get(source.place);
			if (place === undefined) return null;
			const { id, lat, lon, toleranceKm } = place;
			return { type: source.type, stem, target: { place: id, lat, lon, toleranceKm } };
		}
		default:
			return assertNever(source);
	}
}
