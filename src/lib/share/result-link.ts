import type { Assignment, KeyPair, PublicKey } from '$lib/domain/assignment';
import type { AssignmentResult } from '$lib/domain/assignment-result';
import type { Item } from '$lib/domain/item';
import type { Paper } from '$lib/domain/quiz';
import { err, ok, type Result } from '$lib/domain/result';
import { encodeBase64url } from './base64url';
import { CURVES, makeKeyPair, toWire } from './key-pairs';
import { packResult, unpackResult, type AssignmentItems } from './packed-result';
import { isFor, openMessage, readMessage, sealMessage, type SealedMessage, type SealError } from './sealed';

/** What a learner hands in, with what it is packed by. */
export type ResultToSeal = {
	readonly result: AssignmentResult;
	readonly assignment: Assignment;
	/** The items of the set or bank that the assignment is about, as this device has them. */
	readonly items: readonly Item[];
	/** The paper of the attempt. */
	readonly paper: Paper;
	/** The device's key for this assignment; null before the first result. */
	readonly sender: KeyPair | null;
};

/** An assignment given here, with what opens its results. `items` are as written, keys included. */
export type GivenAssignment = AssignmentItems & { readonly keyPairs: readonly KeyPair[] };

export type OpenedResult = {
	readonly assignment: string;
	/** The learner's device, by its key for this assignment. */
	readonly sender: string;
	readonly senderKey: PublicKey;
	readonly result: AssignmentResult;
};

/** Why a result cannot be opened. Each is one sentence on the screen. */
export type OpenResultError =
	/** Nothing was pasted, no link, or a link to something else. */
	| { readonly kind: 'not-a-result' }
	| { readonly kind: 'cut-off' }
	| { readonly kind: 'altered' }
	| { readonly kind: 'newer-version' }
	| { readonly kind: 'too-large' }
	/** Sealed for a key that this device lacks: another teacher's, or one that was lost. */
	| { readonly kind: 'other-key' }
	/** For a key that is here, but about an assignment that is not. */
	| { readonly kind: 'other-assignment' }
	/** It was not sealed by the device that it names, or was changed since. */
	| { readonly kind: 'forged' }
	/** Opened, but it answers other questions than those here, or other editions of them, and can't be read by these. */
	| { readonly kind: 'other-edition' }
	/** Opened, but what it says is impossible here; `path` says where. */
	| { readonly kind: 'invalid'; readonly path: string }
	/** This browser lacks the curve of the key. */
	| { readonly kind: 'no-curve' };

/**
 * Seals a result to the keys of its assignment: the fragment for `/result/#`.
 * @returns the fragment, and the device's key for this assignment, to be kept for the next result and for feedback
 */
export async function sealResult({
	result,
	assignment,
	items,
	paper,
	sender
}: ResultToSeal): Promise<Result<{ readonly fragment: string; readonly sender: KeyPair }, SealError>> {
	const from = sender ?? (await makeSender(assignment));
	const to = assignment.keys.find(({ curve }) => curve === from?.publicKey.curve);
	if (from === null || to === undefined) return err({ kind: 'no-curve' });
	const plain = packResult(result, assignment, items, paper);
	const fragment = await sealMessage('result', { assignment: assignment.id, to }, from, plain);
	return fragment.ok ? ok({ fragment: fragment.value, sender: from }) : fragment;
}

/** Opens a result for one of the assignments given here. Whatever the text is, it never throws. */
export async function openResult(
	text: string,
	given: readonly GivenAssignment[]
): Promise<Result<OpenedResult, OpenResultError>> {
	const read = await readMessage(text);
	if (!read.ok) return err(read.error.kind === 'not-sealed' ? { kind: 'not-a-result' } : { kind: read.error.kind });
	if (read.value.from === null) return err({ kind: 'not-a-result' });
	return openFrom(read.value, read.value.from, given);
}

async function openFrom(
	message: SealedMessage,
	from: PublicKey,
	given: readonly GivenAssignment[]
): Promise<Result<OpenedResult, OpenResultError>> {
	const candidates = given.flatMap((one) =>
		one.keyPairs.map((own) => {
			const address = { assignment: one.assignment.id, to: own.publicKey };
			return { one, own, address, fit: isFor(message, address) };
		})
	);
	if (!candidates.some(({ fit }) => fit.key)) return err({ kind: 'other-key' });
	const right = candidates.filter(({ fit }) => fit.key && fit.assignment);
	let failure: OpenResultError = { kind: right.length === 0 ? 'other-assignment' : 'forged' };
	for (const { one, own, address } of right) {
		const opened = await openMessage(message, address, own, from);
		if (opened.ok) return toOpened(opened.value, one, from);
		if (opened.error.kind === 'no-curve') failure = { kind: 'no-curve' };
	}
	return err(failure);
}

function toOpened(
	plain: Uint8Array,
	given: GivenAssignment,
	senderKey: PublicKey
): Result<OpenedResult, OpenResultError> {
	const result = unpackResult(plain, given);
	if (!result.ok) return result;
	const sender = encodeBase64url(toWire(senderKey));
	return ok({ assignment: given.assignment.id, sender, senderKey, result: result.value });
}

/** A key on the first curve that both the assignment and this browser have. */
async function makeSender(assignment: Assignment): Promise<KeyPair | null> {
	for (const curve of CURVES) {
		if (!assignment.keys.some((key) => key.curve === curve)) continue;
		const made = await makeKeyPair(curve);
		if (made !== null) return made;
	}
	return null;
}
