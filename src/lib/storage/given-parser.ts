import type { Remark } from '$lib/domain/remark';
import { isAssignmentId, parseAssignment, parseKeyPair } from './assignment-parser';
import type { GivenRow } from './rows';
import { parseWholeSet } from './set-parser';
import { hasOnly, isCount, isFields, isOneOf, isText, isWhole, parseList } from './shape';

const MOST_KEYS = 9;
const MOST_LEARNERS = 10_000;
const MOST_REMARKS = 10_000;
const MOST_LETTERS = 2_000;
const NAMES = ['id', 'assignment', 'givenAt', 'keyPairs', 'set', 'classList', 'remarks'];

/** Reads an assignment given here, from its row or from a backup. @returns null when anything about it is wrong or unknown */
export function parseGivenRow(value: unknown): GivenRow | null {
	if (!isFields(value) || !hasOnly(value, NAMES)) return null;
	const { id, givenAt } = value;
	const assignment = parseAssignment(value['assignment']);
	const keyPairs = parseList(value['keyPairs'], MOST_KEYS, parseKeyPair);
	const set = parseWholeSet(value['set']);
	const classList = parseList(value['classList'], MOST_LEARNERS, (name) => (isText(name, MOST_LETTERS) ? name : null));
	const remarks = parseList(value['remarks'], MOST_REMARKS, parseRemark);
	if (!isAssignmentId(id) || assignment?.id !== id || !isWhole(givenAt) || keyPairs === null) return null;
	if (set === null || classList === null || remarks === null) return null;
	return { id, assignment, givenAt, keyPairs, set, classList, remarks };
}

function parseRemark(value: unknown): Remark | null {
	if (!isFields(value) || !isCount(value['item'])) return null;
	const { item, kind, option, words } = value;
	if (isOneOf(kind, ['left-out', 'all-right'] as const)) {
		return hasOnly(value, ['item', 'kind']) ? { item, kind } : null;
	}
	if (kind === 'option' && hasOnly(value, ['item', 'kind', 'option'])) {
		return isCount(option) ? { item, kind, option } : null;
	}
	if (kind !== 'words' || !hasOnly(value, ['item', 'kind', 'words'])) return null;
	return isText(words, MOST_LETTERS) ? { item, kind, words } : null;
}
