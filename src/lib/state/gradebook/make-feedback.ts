import type { PublicKey } from '$lib/domain/assignment';
import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import { cleanText } from '$lib/domain/clean-text';
import type { GradebookEntry } from '$lib/domain/gradebook';
import { toSharedSet } from '$lib/domain/share-model';
import { decodeBase64url } from '$lib/share/base64url';
import { sealFeedback } from '$lib/share/feedback-link';
import { CURVES, fromWire, KEY_BYTES } from '$lib/share/key-pairs';
import type { GivenRow } from '$lib/storage/rows';

/** Letters of a comment; a link has to stay a link. */
export const MAX_COMMENT = 2000;

/** @returns what one learner gets back: comment, marks, and the questions with their keys when the link had withheld them */
export function toFeedback(given: GivenRow, { received, marked }: GradebookEntry, comment: string): AssignmentFeedback {
	const credits = marked.score.questions.map(({ outcome, credit }) => (outcome === 'missing' ? null : credit));
	const feedback = {
		assignment: given.id,
		sitting: received.result.sitting,
		comment: cleanText(comment).slice(0, MAX_COMMENT).trim(),
		credits
	};
	if (given.assignment.keyPolicy === 'open') return feedback;
	const asked = new Set(marked.attempt.paper.map(({ item }) => item));
	const items = given.set.items.filter(({ number }) => asked.has(number));
	return { ...feedback, set: toSharedSet({ ...given.set, items }) };
}

/**
 * Seals feedback for the one device that sent the result.
 * @param base address of the page that opens it, without a fragment
 * @returns the link; null when this browser can't, or the result came on paper and has no device
 */
export async function feedbackLink(
	given: GivenRow,
	entry: GradebookEntry,
	comment: string,
	base: string
): Promise<string | null> {
	const to = keyOfSender(entry.received.sender);
	const from = given.keyPairs.find(({ publicKey }) => publicKey.curve === to?.curve);
	if (to === null || from === undefined) return null;
	const sealed = await sealFeedback({ feedback: toFeedback(given, entry, comment), to, from });
	return sealed.ok ? `${base}#${sealed.value}` : null;
}

/** @returns the learner's public key; null for answers typed in from paper */
function keyOfSender(sender: string): PublicKey | null {
	const wire = decodeBase64url(sender);
	const curve = wire.ok ? CURVES.find((one) => KEY_BYTES[one] === wire.value.length) : undefined;
	return wire.ok && curve !== undefined ? fromWire(curve, wire.value) : null;
}
