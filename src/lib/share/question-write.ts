import { assertNever } from '$lib/domain/result';
import type { Item, Option } from '$lib/domain/item';
import type { HeadValue } from './head';
import { LABEL_NUMBERS } from './item-types';

/** A text of a question besides its stem; its note is an option's rationale or an entry's date, else empty. */
export type Part = { readonly text: string; readonly note: string };

/** The scoring of a question as numbers, and its texts in a fixed order. */
export type WrittenQuestion = { readonly key: HeadValue; readonly parts: readonly Part[] };

/** Options of a single-choice question when its key does not say. */
export const USUAL_OPTIONS = 4;

/** Five decimals are about a metre. More would say nothing and cost characters. */
const COORDINATE_DECIMALS = 5;

/**
 * Takes a question apart for the payload. The reverse is `readQuestion`.
 * @throws when a single-choice item has no right option, or a spelling belongs to no deletion number: no parsed item is so
 */
export function writeQuestion(item: Item): WrittenQuestion {
	switch (item.type) {
		case 'basic':
			return { key: 0, parts: [plain(item.answer)] };
		case 'cloze':
			return writeAccepted(item.accept ?? {});
		case 'single-choice':
			return { key: writeSingle(item.options), parts: item.options.map(toPart) };
		case 'multiple-choice':
			return { key: [item.options.length, writeMask(item.options)], parts: item.options.map(toPart) };
		case 'true-false':
			return { key: item.answer ? 1 : 0, parts: [] };
		case 'ordering':
			return {
				key: item.entries.length,
				parts: item.entries.map((entry) => ({ text: entry.text, note: entry.date ?? '' }))
			};
		case 'matching':
			return {
				key: [item.pairs.length, item.extra.length],
				parts: [...item.pairs.flatMap((pair) => [plain(pair.left), plain(pair.right)]), ...item.extra.map(plain)]
			};
		case 'map': {
			const { place, lat, lon, toleranceKm } = item.target;
			return { key: [lat, lon, toleranceKm].map(roundCoordinate), parts: [plain(place)] };
		}
		case 'classify':
			return { key: LABEL_NUMBERS[item.answer], parts: [] };
		case 'short-answer':
			return { key: item.answers.length, parts: item.answers.map(plain) };
		default:
			return assertNever(item);
	}
}

function plain(text: string): Part {
	return { text, note: '' };
}

function toPart(option: Option): Part {
	return { text: option.text, note: option.rationale ?? '' };
}

function writeSingle(options: readonly Option[]): HeadValue {
	const right = options.findIndex((option) => option.correct);
	if (right < 0) throw new Error('A single-choice item without a right option cannot be shared.');
	return options.length === USUAL_OPTIONS ? right : [right, options.length];
}

/** Bit i is set when option i is right. */
function writeMask(options: readonly Option[]): number {
	return options.reduce((mask, option, place) => (option.correct ? mask | (1 << place) : mask), 0);
}

/** Deletion numbers with how many spellings each has, flat. */
function writeAccepted(accept: Readonly<Record<string, readonly string[]>>): WrittenQuestion {
	const entries = Object.entries(accept).map(([deletion, spellings]) => ({ deletion: Number(deletion), spellings }));
	if (entries.length === 0) return { key: 0, parts: [] };
	if (entries.some((entry) => !Number.isInteger(entry.deletion)))
		throw new Error('A spelling belongs to a deletion number.');
	return {
		key: entries.flatMap((entry) => [entry.deletion, entry.spellings.length]),
		parts: entries.flatMap((entry) => entry.spellings.map(plain))
	};
}

function roundCoordinate(value: number): number {
	return Number(value.toFixed(COORDINATE_DECIMALS));
}
