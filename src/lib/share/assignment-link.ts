import type { Assignment } from '$lib/domain/assignment';
import { encodeBase64url } from './base64url';
import { plainOfAssignment } from './positional';
import type { AssignmentBody } from './positional-assignment';
import { toFragment } from './to-fragment';

const ID_BYTES = 8;

/**
 * Writes an assignment as the fragment of a link, `1d.<base64url>`. Longer than `MAX_LINK_CHARACTERS` it is for a file.
 * @param assignment whose content `findShareProblem` finds nothing against
 */
export async function encodeAssignment(assignment: AssignmentBody): Promise<string> {
	return toFragment(plainOfAssignment(assignment));
}

/**
 * The id of an assignment: a hash of all that everybody's link says, so that a changed assignment is another one, and the
 * personal link of a learner belongs to the same.
 * @returns 11 characters of base64url: the first 64 bits of the SHA-256
 */
export async function assignmentId(assignment: AssignmentBody): Promise<Assignment['id']> {
	const { personal, ...shared } = assignment;
	const plain = plainOfAssignment(personal === undefined ? assignment : shared);
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plain));
	return encodeBase64url(new Uint8Array(digest).slice(0, ID_BYTES));
}
