import type { ClassifyLabel } from '$lib/domain/item';
import * as m from '$lib/i18n/paraglide/messages';

/** One line for each label: what makes a statement one. The quiz shows the same lines. */
export const DEFINITIONS = {
	fact: m.quiz_define_fact,
	claim: m.quiz_define_claim,
	contested: m.quiz_define_contested,
	ahead: m.quiz_define_ahead
} satisfies Record<ClassifyLabel, () => string>;

/** The labels inside a sentence. */
export const LABEL_PHRASES = {
	fact: m.sort_a_fact,
	claim: m.sort_a_claim,
	contested: m.sort_a_contested,
	ahead: m.sort_a_ahead
} satisfies Record<ClassifyLabel, () => string>;

/** Why a statement is not what it was taken for: `[chosen][right]`. */
export const MIX_UPS = {
	fact: { claim: m.sort_fact_not_claim, contested: m.sort_fact_not_contested, ahead: m.sort_fact_not_ahead },
	claim: { fact: m.sort_claim_not_fact, contested: m.sort_claim_not_contested, ahead: m.sort_claim_not_ahead },
	contested: {
		fact: m.sort_contested_not_fact,
		claim: m.sort_contested_not_claim,
		ahead: m.sort_contested_not_ahead
	},
	ahead: { fact: m.sort_ahead_not_fact, claim: m.sort_ahead_not_claim, contested: m.sort_ahead_not_contested }
} satisfies { [Chosen in ClassifyLabel]: Record<Exclude<ClassifyLabel, Chosen>, () => string> };
