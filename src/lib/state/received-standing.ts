import type { StudySet } from '$lib/domain/set';
import { findSetDifference, isSameEdition, type SetDifference } from '$lib/domain/set-difference';

/** How a received set stands to what is on this device. `mine`: the learner wrote the stored one here. */
export type Standing =
	/** Items of a bank that every copy of the app has: nothing needs keeping. */
	| { readonly kind: 'bundled' }
	| { readonly kind: 'new' }
	| { readonly kind: 'same' }
	/** Also one of the same revision that says something else. */
	| { readonly kind: 'newer'; readonly difference: SetDifference; readonly mine: boolean }
	| { readonly kind: 'older' };

/** Compares a received set with the stored one of the same id. */
export function compareReceived(stored: StudySet | null, received: StudySet): Standing {
	if (stored === null) return { kind: 'new' };
	if (stored.origin === 'bundled') return { kind: 'bundled' };
	const difference = findSetDifference(stored, received);
	if (isSameEdition(difference)) return { kind: 'same' };
	if (stored.revision > received.revision) return { kind: 'older' };
	return { kind: 'newer', difference, mine: stored.origin === 'own' };
}
