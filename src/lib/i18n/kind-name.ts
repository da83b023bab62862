import type { ClassifyLabel, StatementKind } from '$lib/domain/item';
import * as m from './paraglide/messages';

const NAMES = {
	fact: m.kind_fact,
	claim: m.kind_claim,
	contested: m.kind_contested,
	prediction: m.kind_prediction,
	recommendation: m.kind_recommendation,
	ahead: m.kind_ahead
} as const satisfies Record<StatementKind | ClassifyLabel, () => string>;

/** @returns a kind of statement in words */
export function kindName(kind: StatementKind | ClassifyLabel): string {
	return NAMES[kind]();
}
