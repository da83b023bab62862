import type { CardId, CardState } from '$lib/domain/card';
import { buryCard, setCardDue } from '$lib/domain/defer-card';
import { assertNever } from '$lib/domain/result';
import { resetCard, suspendCard } from '$lib/domain/suspend-card';
import type { Days, EpochMs, StudyDay } from '$lib/domain/units';
import type { ActWrite } from '$lib/storage/card-acts';
import { newId, studyDayOf } from './clock';

/** What a learner may do with a card besides answering it. */
export type CardAct =
	| { readonly kind: 'suspend'; readonly suspended: boolean }
	/** It becomes new again, and what was answered still counts. */
	| { readonly kind: 'forget' }
	/** As if it had never been studied. */
	| { readonly kind: 'reset' }
	/** Puts it off for so many study days. */
	| { readonly kind: 'bury'; readonly days: Days }
	| { readonly kind: 'set-due'; readonly dueDay: StudyDay };

/** @returns the event that an act comes to, and the card after it; null when it has no state then */
export function planAct(act: CardAct, card: CardId, state: CardState | null, at: EpochMs): ActWrite {
	const base = { id: newId(at), card, at, day: studyDayOf(at) };
	switch (act.kind) {
		case 'suspend': {
			const event = { ...base, ...act };
			return { event, step: { expected: state, next: suspendCard(state, event) } };
		}
		case 'forget':
		case 'reset': {
			const uncounted = act.kind === 'reset' ? ({ history: 'uncounted' } as const) : {};
			const event = { ...base, kind: 'reset', ...uncounted } as const;
			return { event, step: { expected: state, next: resetCard(state, event) } };
		}
		case 'bury': {
			const event = { ...base, kind: 'bury', until: base.day + act.days } as const;
			return { event, step: { expected: state, next: buryCard(state, event) } };
		}
		case 'set-due': {
			const event = { ...base, ...act };
			return { event, step: { expected: state, next: setCardDue(state, event) } };
		}
		default:
			return assertNever(act);
	}
}
