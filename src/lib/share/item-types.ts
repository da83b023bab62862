import type { ClassifyLabel, ItemType } from '$lib/domain/item';

/** Numbers of the item types in links. They are printed on paper as QR codes: add at the end, never change one. */
export const TYPE_NUMBERS = {
	'single-choice': 0,
	basic: 1,
	cloze: 2,
	'true-false': 3,
	'multiple-choice': 4,
	ordering: 5,
	matching: 6,
	map: 7,
	classify: 8,
	'short-answer': 9
} as const satisfies Record<ItemType, number>;

/** Numbers of the claim-or-fact labels in links, as fixed as the types'. */
export const LABEL_NUMBERS = {
	fact: 0,
	claim: 1,
	contested: 2,
	ahead: 3
} as const satisfies Record<ClassifyLabel, number>;

const TYPES = new Map<number, ItemType>(invert(TYPE_NUMBERS));
const LABELS = new Map<number, ClassifyLabel>(invert(LABEL_NUMBERS));

/** @returns the item type with this number, undefined when this version knows none */
export function typeOfNumber(number: number): ItemType | undefined {
	return TYPES.get(number);
}

/** @returns the label with this number, undefined when this version knows none */
export function labelOfNumber(number: number): ClassifyLabel | undefined {
	return LABELS.get(number);
}

function invert<K extends string>(numbers: Readonly<Record<K, number>>): [number, K][] {
	return (Object.keys(numbers) as K[]).map((name) => [numbers[name], name]);
}
