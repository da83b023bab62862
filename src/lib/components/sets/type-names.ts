import type { ItemType } from '$lib/domain/item';
import * as m from '$lib/i18n/paraglide/messages';

const NAMES = {
	basic: m.browse_type_basic,
	cloze: m.browse_type_cloze,
	'single-choice': m.browse_type_single_choice,
	'multiple-choice': m.browse_type_multiple_choice,
	'true-false': m.browse_type_true_false,
	ordering: m.browse_type_ordering,
	matching: m.browse_type_matching,
	map: m.browse_type_map,
	classify: m.browse_type_classify,
	'short-answer': m.browse_type_short_answer
} as const satisfies Record<ItemType, () => string>;

/** @returns an item type in words */
export function typeName(type: ItemType): string {
	return NAMES[type]();
}
