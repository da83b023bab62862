import type { Assignment } from '$lib/domain/assignment';
import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { toSharedSet } from '$lib/domain/share-model';
import type { SharedContent, SharedSet } from '$lib/domain/share-model';
import { blankKeys } from '$lib/domain/withhold-keys';
import { assignmentId } from './assignment-link';
import { inflateRaw } from './deflate';
import { openSealed } from './envelope';
import { findLink } from './find-link';
import { MAX_LINK_CHARACTERS, MAX_PASTE_CHARACTERS, MAX_PLAIN_BYTES } from './limits';
import { fromPlainText, toPlainText } from './positional';
import type { ReadContent } from './positional';
import type { ReadAssignment } from './positional-assignment';
import { kindOfBody } from './sealed-head';
import { findShareProblem } from './share-problem';
import { LINK_METHOD, LINK_VERSION, toFragment } from './to-fragment';

/** What a link or file may hold: something to study, or a quiz sent to a class. */
export type LinkContent = SharedContent | { readonly kind: 'assignment'; readonly assignment: Assignment };

/** Why a link cannot be opened. Each is one sentence on the screen. */
export type LinkError =
	/** Nothing was pasted. */
	| { readonly kind: 'empty' }
	| { readonly kind: 'not-a-link' }
	/** Made by a later version of the app, which knows more kinds of content. */
	| { readonly kind: 'newer-version' }
	/** A way of compressing that this version cannot undo. */
	| { readonly kind: 'unknown-method'; readonly method: string }
	| { readonly kind: 'not-base64' }
	/** Its end is missing. */
	| { readonly kind: 'cut-off' }
	/** Complete, but not as it was made. */
	| { readonly kind: 'altered' }
	| { readonly kind: 'too-large' }
	/** Intact, but its content breaks a rule; `path` says where, such as `items.3.options`. */
	| { readonly kind: 'invalid'; readonly path: string };

/** The project's one parser of sets, which a layer above brings along. */
export type ParseSet = (
	value: unknown
) => Result<
	SharedSet,
	{ readonly kind: 'invalid'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
>;

/** How much text is searched, and how long the link in it may be. */
type TextLimits = { readonly characters: number; readonly link: number };

const LINK_LIMITS: TextLimits = { characters: MAX_PASTE_CHARACTERS, link: MAX_LINK_CHARACTERS };

/**
 * Writes content as the fragment of a link, `1d.<base64url>`, without the `#`. The same content always gives the same
 * text on one engine; longer than `MAX_LINK_CHARACTERS` it is for a file.
 * @throws when `findShareProblem` finds one
 */
export async function encodeLink(content: SharedContent): Promise<string> {
	const problem = findShareProblem(content);
	if (problem !== null) throw new Error(`This content cannot be shared: ${problem}.`);
	return toFragment(toPlainText(content));
}

/**
 * Reads a link from anything a person pasted: the fragment alone, a whole address, or a message with one in it.
 * Whatever the text is, the answer is content or one of the errors; it never throws.
 * @param fragment text, with or without what stands before the `#`
 * @param parseSet parser that has the last word on a set
 */
export async function decodeLink(fragment: string, parseSet: ParseSet): Promise<Result<LinkContent, LinkError>> {
	return decodeText(fragment, parseSet, LINK_LIMITS);
}

/** `decodeLink` with limits of its own: a file may hold more than a link. */
export async function decodeText(
	text: string,
	parseSet: ParseSet,
	limits: TextLimits
): Promise<Result<LinkContent, LinkError>> {
	if (text.length > limits.characters) return err({ kind: 'too-large' });
	const found = findLink(text);
	if (!found.ok) return found;
	const { version, method, payload } = found.value;
	if (version > LINK_VERSION) return err({ kind: 'newer-version' });
	if (method !== LINK_METHOD) return err({ kind: 'unknown-method', method });
	if (payload.length > limits.link) return err({ kind: 'too-large' });
	const plain = await openPayload(payload);
	return plain.ok ? parsePlain(plain.value, parseSet) : plain;
}

async function openPayload(payload: string): Promise<Result<string, LinkError>> {
	const body = await openSealed(payload);
	if (!body.ok) return body;
	// A result or feedback: ours, but not to be opened here.
	if (kindOfBody(body.value[0] ?? 0) !== null) return err({ kind: 'not-a-link' });
	const inflated = await inflateRaw(body.value, MAX_PLAIN_BYTES);
	// The checksum was right, so a broken stream was made on purpose; for the reader it is an altered link all the same.
	if (!inflated.ok) return err({ kind: inflated.error.kind === 'damaged' ? 'altered' : 'too-large' });
	try {
		return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inflated.value));
	} catch {
		return err({ kind: 'invalid', path: '' });
	}
}

async function parsePlain(plain: string, parseSet: ParseSet): Promise<Result<LinkContent, LinkError>> {
	const read = fromPlainText(plain);
	if (!read.ok) return read;
	const content: ReadContent = read.value;
	switch (content.kind) {
		case 'bank-items':
			return ok(content);
		case 'set': {
			const set = parseShared(content.set, parseSet);
			return set.ok ? ok({ ...content, set: set.value }) : set;
		}
		case 'assignment':
			return parseAssignment(content.assignment, parseSet);
	}
}

/** A set without keys travels with every key in the same place, so that the one schema of a set holds for it too. */
async function parseAssignment(read: ReadAssignment, parseSet: ParseSet): Promise<Result<LinkContent, LinkError>> {
	const content = parseContent(read, parseSet);
	if (!content.ok) return content;
	const body = { ...read, content: content.value };
	return ok({ kind: 'assignment', assignment: { id: await assignmentId(body), ...body } });
}

function parseContent(
	{ content, keyPolicy }: ReadAssignment,
	parseSet: ParseSet
): Result<Assignment['content'], LinkError> {
	if (content.kind === 'bank-items') return ok(content);
	const set = parseShared(content.set, parseSet);
	if (!set.ok) return set;
	return ok({ kind: 'set', set: keyPolicy === 'withheld' ? blankKeys(set.value) : set.value });
}

function parseShared(value: unknown, parseSet: ParseSet): Result<SharedSet, LinkError> {
	const parsed = parseSet(value);
	return parsed.ok ? ok(toSharedSet(parsed.value)) : err({ kind: 'invalid', path: parsed.error.issues[0]?.path ?? '' });
}
