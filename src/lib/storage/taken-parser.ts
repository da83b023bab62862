import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import { isAssignmentId, parseAssignment, parseKeyPair } from './assignment-parser';
import type { TakenRow } from './rows';
import { parseSharedSet, parseWholeSet } from './set-parser';
import { hasOnly, isAmount, isCount, isFields, isWhole, parseCount, parseList } from './shape';

const MOST_QUESTIONS = 10_000;
const MOST_SITTINGS = 1_000;
const MOST_LETTERS = 100_000;
const NAMES = ['id', 'assignment', 'openedAt', 'set', 'keyPair', 'feedback', 'sent'];

/** Reads an assignment taken here, from its row or from a backup. @returns null when anything about it is wrong or unknown */
export function parseTakenRow(value: unknown): TakenRow | null {
	if (!isFields(value) || !hasOnly(value, NAMES)) return null;
	const { id, openedAt } = value;
	const assignment = parseAssignment(value['assignment']);
	const set = parseWholeSet(value['set']);
	const feedback = parseList(value['feedback'], MOST_SITTINGS, parseFeedback);
	const sent = parseList(value['sent'], MOST_SITTINGS, parseCount);
	const keyPair = value['keyPair'] === null ? null : parseKeyPair(value['keyPair']);
	if (keyPair === null && value['keyPair'] !== null) return null;
	if (!isAssignmentId(id) || assignment?.id !== id || !isWhole(openedAt)) return null;
	if (set === null || feedback === null || sent === null) return null;
	return { id, assignment, openedAt, set, keyPair, feedback, sent };
}

function parseFeedback(value: unknown): AssignmentFeedback | null {
	if (!isFields(value) || !hasOnly(value, ['assignment', 'sitting', 'comment', 'credits', 'set'])) return null;
	const { assignment, sitting, comment, set } = value;
	// Wrapped, because null is a credit too.
	const credits = parseList(value['credits'], MOST_QUESTIONS, (credit) =>
		credit === null || (isAmount(credit) && credit <= 1) ? { credit } : null
	);
	if (!isAssignmentId(assignment) || !isCount(sitting) || credits === null) return null;
	if (typeof comment !== 'string' || comment.length > MOST_LETTERS) return null;
	const feedback = { assignment, sitting, comment, credits: credits.map(({ credit }) => credit) };
	if (set === undefined) return feedback;
	const shared = parseSharedSet(set);
	return shared && { ...feedback, set: shared };
}
