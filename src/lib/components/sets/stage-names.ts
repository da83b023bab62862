import type { Stage } from '$lib/domain/stage';
import * as m from '$lib/i18n/paraglide/messages';

const NAMES = {
	new: m.browse_stage_new,
	learning: m.browse_stage_learning,
	known: m.browse_stage_known,
	leech: m.browse_stage_leech,
	suspended: m.browse_stage_suspended
} as const satisfies Record<Stage, () => string>;

/** @returns a stage in words */
export function stageName(stage: Stage): string {
	return NAMES[stage]();
}

const COUNTS = {
	new: m.browse_count_new,
	learning: m.browse_count_learning,
	known: m.browse_count_known,
	leech: m.browse_count_leech,
	suspended: m.browse_count_suspended
} as const satisfies Record<Stage, (inputs: { count: number }) => string>;

/** @returns how many there are of each stage, such as `166 new, 4 learning`; stages without any are left out */
export function stagesInWords(counts: readonly { readonly value: Stage; readonly count: number }[]): string {
	const some = counts.filter(({ count }) => count > 0);
	return some.map(({ value, count }) => COUNTS[value]({ count })).join(', ');
}
