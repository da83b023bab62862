import type { CardState } from './card';
import { isLeech, LEECH_LAPSES } from './leech';
import type { Days } from './units';

/** How far a learner has come with a card, or with an item. */
export const STAGES = ['new', 'learning', 'known', 'leech', 'suspended'] as const;
export type Stage = (typeof STAGES)[number];

/** From this stability on a card is known: it will probably be recalled three weeks on. Anki calls such cards mature. */
export const KNOWN_STABILITY: Days = 21;

/**
 * @param state null for a card without one
 * @param leechThreshold lapses from which a card counts as a leech
 * @returns `suspended` before all else, then `leech`, whose lapses never count down; `learning` is every other card that is
 * not known yet
 */
export function stageOfCard(state: CardState | null, leechThreshold = LEECH_LAPSES): Stage {
	if (state === null) return 'new';
	if (state.suspended) return 'suspended';
	if (isLeech(state, leechThreshold)) return 'leech';
	return state.phase === 'review' && state.stability >= KNOWN_STABILITY ? 'known' : 'learning';
}

/**
 * The stage of an item, which has several cards when it is a cloze. Cards that are set aside count only when all are; one
 * leech makes a leech; an item is known, or new, when all its cards are.
 */
export function stageOfItem(states: readonly (CardState | null)[], leechThreshold = LEECH_LAPSES): Stage {
	const stages = states.map((state) => stageOfCard(state, leechThreshold)).filter((stage) => stage !== 'suspended');
	const [first] = stages;
	if (first === undefined) return states.length === 0 ? 'new' : 'suspended';
	if (stages.includes('leech')) return 'leech';
	return stages.every((stage) => stage === first) ? first : 'learning';
}
