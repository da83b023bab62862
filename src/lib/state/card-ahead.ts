import type { CardId } from '$lib/domain/card';
import type { FaceText } from '$lib/domain/card-face';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import * as m from '$lib/i18n/paraglide/messages';
import type { Glance } from '$lib/storage/glance';
import { isFields, isWhole } from '$lib/storage/shape';
import { basisOf } from './glance-basis';
import { localStore } from './local-store';
import type { Preferences } from './preferences.svelte';
import type { ShownCard } from './shown-card';

/**
 * The card that the next session about everything begins with, and its question for the script in app.html: it can be read
 * before the app runs, which takes longer to start than everything else. Never the truth: the session sees whether the card
 * is among those of its day.
 */
type CardAhead = Glance & { readonly card: CardId };

const KEY = 'backstory.card';

/** Whoever stays away for longer waits for the app. */
const TIME_AHEAD = 7 * DAY_MS;

/** @returns the card that was promised for an instant, or null */
export function readCardAhead(at: EpochMs): CardId | null {
	try {
		const ahead: unknown = JSON.parse(localStore()?.getItem(KEY) ?? 'null');
		if (!isFields(ahead) || typeof ahead['card'] !== 'string' || !isWhole(ahead['from'])) return null;
		return ahead['from'] <= at && at < ahead['from'] + TIME_AHEAD ? ahead['card'] : null;
	} catch {
		return null;
	}
}

/**
 * Promises a card for the time from an instant on.
 * @param shown the card as the screen will show it; one whose question is more than a line of text makes no promise
 */
export function keepCardAhead(card: CardId, shown: ShownCard, from: EpochMs, preferences: Preferences): void {
	const words = wordsOf(shown.face.stem);
	if (words === null) {
		forgetCardAhead();
		return;
	}
	const told = [[from + TIME_AHEAD, shown.topic ?? '', ...words] as const];
	const ahead: CardAhead = { card, from, basis: basisOf(preferences), told, lang: shown.lang };
	try {
		localStore()?.setItem(KEY, JSON.stringify(ahead));
	} catch {
		// A full store keeps the old promise, which may not hold any more.
		forgetCardAhead();
	}
}

/** The card is being answered, or something else comes first. */
export function forgetCardAhead(): void {
	localStore()?.removeItem(KEY);
}

/** @returns the text before a gap, what stands for the gap, and the text after it; null for any other question */
function wordsOf(stem: FaceText): readonly [string, string, string] | null {
	const [block, ...others] = stem;
	if (block?.kind !== 'paragraph' || others.length > 0) return null;
	let words: readonly [string, string, string] = ['', '', ''];
	for (const span of block.spans) {
		const [before, gap, after] = words;
		if (span.kind === 'text') words = gap === '' ? [before + span.text, '', ''] : [before, gap, after + span.text];
		else if (span.kind === 'gap' && gap === '') words = [before, m.cloze_gap(), ''];
		else return null;
	}
	return words;
}
