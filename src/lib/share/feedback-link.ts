import type { Assignment, KeyPair, PublicKey } from '$lib/domain/assignment';
import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import { err, ok, type Result } from '$lib/domain/result';
import type { ParseSet } from './link';
import { packFeedback, unpackFeedback } from './packed-feedback';
import { isFor, openMessage, readMessage, sealMessage, type SealedMessage, type SealError } from './sealed';

/** Words of a teacher to one learner, and between which keys they go. */
export type FeedbackToSeal = {
	readonly feedback: AssignmentFeedback;
	/** The learner's key, as their result named it. */
	readonly to: PublicKey;
	/** The teacher's own pair on the same curve. */
	readonly from: KeyPair;
};

/** An assignment taken here, with the key under which its results were sealed. */
export type TakenAssignment = { readonly assignment: Assignment; readonly keyPair: KeyPair };

/** Why feedback cannot be opened. Each is one sentence on the screen. */
export type OpenFeedbackError =
	| { readonly kind: 'not-feedback' }
	| { readonly kind: 'cut-off' }
	| { readonly kind: 'altered' }
	| { readonly kind: 'newer-version' }
	| { readonly kind: 'too-large' }
	/** For another learner, or another device of this one. */
	| { readonly kind: 'other-key' }
	| { readonly kind: 'other-assignment' }
	/** It does not come from whoever gave the assignment, or was changed since. */
	| { readonly kind: 'forged' }
	| { readonly kind: 'invalid'; readonly path: string }
	| { readonly kind: 'no-curve' };

/** Seals feedback to the device that handed in: the fragment for `/result/#`. */
export async function sealFeedback({ feedback, to, from }: FeedbackToSeal): Promise<Result<string, SealError>> {
	if (to.curve !== from.publicKey.curve) return err({ kind: 'no-curve' });
	return sealMessage('feedback', { assignment: feedback.assignment, to }, from, packFeedback(feedback));
}

/**
 * Opens feedback on one of the assignments taken here. Whatever the text is, it never throws.
 * @param parseSet parser that has the last word on a set that comes along
 */
export async function openFeedback(
	text: string,
	taken: readonly TakenAssignment[],
	parseSet: ParseSet
): Promise<Result<AssignmentFeedback, OpenFeedbackError>> {
	const read = await readMessage(text);
	if (!read.ok) return err(read.error.kind === 'not-sealed' ? { kind: 'not-feedback' } : { kind: read.error.kind });
	if (read.value.kind !== 'feedback') return err({ kind: 'not-feedback' });
	const fits = taken.map((one) => ({ one, fit: isFor(read.value, addressOf(one)) }));
	if (!fits.some(({ fit }) => fit.key)) return err({ kind: 'other-key' });
	const right = fits.filter(({ fit }) => fit.key && fit.assignment);
	let failure: OpenFeedbackError = { kind: right.length === 0 ? 'other-assignment' : 'forged' };
	for (const { one } of right) {
		const plain = await openFrom(read.value, one);
		if (plain.ok) return unpack(plain.value, one.assignment.id, parseSet);
		if (plain.error.kind === 'no-curve') failure = { kind: 'no-curve' };
	}
	return err(failure);
}

/** The sender's key does not travel: it is the assignment's own, and any other would be somebody else's. */
async function openFrom(message: SealedMessage, one: TakenAssignment) {
	const from = one.assignment.keys.find(({ curve }) => curve === message.curve);
	if (from === undefined) return err({ kind: 'sealed-otherwise' as const });
	return openMessage(message, addressOf(one), one.keyPair, from);
}

function addressOf({ assignment, keyPair }: TakenAssignment) {
	return { assignment: assignment.id, to: keyPair.publicKey };
}

function unpack(
	plain: Uint8Array,
	assignment: string,
	parseSet: ParseSet
): Result<AssignmentFeedback, OpenFeedbackError> {
	const feedback = unpackFeedback(plain, assignment, parseSet);
	if (feedback.ok) return ok(feedback.value);
	return err(feedback.error.kind === 'newer-version' ? { kind: 'newer-version' } : toInvalid(feedback.error));
}

function toInvalid(error: { readonly kind: string; readonly path?: string }): OpenFeedbackError {
	return { kind: 'invalid', path: error.path ?? '' };
}
