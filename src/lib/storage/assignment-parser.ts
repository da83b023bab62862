import type { AssignedQuiz, Assignment, KeyPair, PersonalTerms, PublicKey } from '$lib/domain/assignment';
import { PAPER_FORMS } from '$lib/domain/blueprint';
import { TIME_FACTORS } from '$lib/domain/quiz';
import { MAX_SEED, type SharedBankItems, type SharedSetContent } from '$lib/domain/share-model';
import { fromBase64 } from './base64';
import { parseAccommodations, parseRules, parseSections, parseTime } from './quiz-spec-parser';
import { parseSharedSet } from './set-parser';
import { hasOnly, isCount, isFields, isOneOf, isText, parseCount, parseList, type Fields } from './shape';

const MOST_ITEMS = 10_000;
const MOST_LETTERS = 1_000;
const MOST_KEYS = 9;
const MOST_SITTINGS = 9;
/** Room for the private half of any key there is; that of P-256 takes 138 bytes. */
const MOST_KEY_BYTES = 500;
const NAMES = ['id', 'title', 'teacher', 'keyPolicy', 'content', 'quiz', 'keys', 'personal'];
const QUIZ_NAMES = ['sections', 'time', 'rules', 'seed', 'forms', 'sittings'];

/** Reads an assignment, from its row or from a backup. @returns null when anything about it is missing, wrong or unknown */
export function parseAssignment(value: unknown): Assignment | null {
	if (!isFields(value) || !hasOnly(value, NAMES)) return null;
	const { id, title, teacher, keyPolicy, personal } = value;
	const content = parseContent(value['content']);
	const quiz = parseQuiz(value['quiz']);
	const keys = parseList(value['keys'], MOST_KEYS, parsePublicKey);
	if (!isAssignmentId(id) || !isLine(title) || !isLine(teacher)) return null;
	if (!isOneOf(keyPolicy, ['open', 'withheld'] as const) || content === null || quiz === null || keys === null)
		return null;
	const assignment = { id, title, teacher, keyPolicy, content, quiz, keys };
	if (personal === undefined) return assignment;
	const terms = parsePersonal(personal);
	return terms && { ...assignment, personal: terms };
}

/** @returns whether a value names an assignment: 11 characters of base64url */
export function isAssignmentId(value: unknown): value is string {
	return typeof value === 'string' && /^[\w-]{11}$/.test(value);
}

/** Reads a key pair of this device. @returns null when anything about it is missing, wrong or unknown */
export function parseKeyPair(value: unknown): KeyPair | null {
	if (!isFields(value) || !hasOnly(value, ['publicKey', 'pkcs8'])) return null;
	const publicKey = parsePublicKey(value['publicKey']);
	const pkcs8 = parseBytes(value['pkcs8']);
	return publicKey !== null && pkcs8 !== null ? { publicKey, pkcs8 } : null;
}

function parsePublicKey(value: unknown): PublicKey | null {
	if (!isFields(value) || !hasOnly(value, ['curve', 'bytes'])) return null;
	const { curve } = value;
	const bytes = parseBytes(value['bytes']);
	if (!isOneOf(curve, ['X25519', 'P-256'] as const) || bytes === null) return null;
	return bytes.length === (curve === 'X25519' ? 32 : 65) ? { curve, bytes } : null;
}

/** Bytes as a row holds them, or as base64 text in a backup. */
function parseBytes(value: unknown): Uint8Array<ArrayBuffer> | null {
	const bytes = value instanceof Uint8Array ? Uint8Array.from(value) : fromBase64(value);
	return bytes !== null && bytes.length > 0 && bytes.length <= MOST_KEY_BYTES ? bytes : null;
}

function parseContent(value: unknown): SharedSetContent | SharedBankItems | null {
	if (!isFields(value)) return null;
	return value['kind'] === 'set' ? parseSetContent(value) : parseBankItems(value);
}

function parseSetContent(value: Fields): SharedSetContent | null {
	if (!hasOnly(value, ['kind', 'set'])) return null;
	const set = parseSharedSet(value['set']);
	return set && { kind: 'set', set };
}

function parseBankItems(value: Fields): SharedBankItems | null {
	if (!hasOnly(value, ['kind', 'bank', 'bankRevision', 'title', 'items'])) return null;
	const { kind, bank, bankRevision, title } = value;
	const items = parseList(value['items'], MOST_ITEMS, parseCount);
	if (kind !== 'bank-items' || !isText(bank, 100) || !isCount(bankRevision) || !isLine(title) || items === null) {
		return null;
	}
	return { kind, bank, bankRevision, title, items };
}

function parseQuiz(value: unknown): AssignedQuiz | null {
	if (!isFields(value) || !hasOnly(value, QUIZ_NAMES)) return null;
	const { seed, forms, sittings } = value;
	const sections = parseSections(value['sections']);
	const time = parseTime(value['time']);
	const rules = parseRules(value['rules']);
	if (sections === null || time === null || rules === null || !isOneOf(forms, PAPER_FORMS)) return null;
	if (!isCount(seed) || seed > MAX_SEED || !isCount(sittings) || sittings > MOST_SITTINGS) return null;
	return { sections, time, rules, seed, forms, sittings };
}

function parsePersonal(value: unknown): PersonalTerms | null {
	if (!isFields(value) || !hasOnly(value, ['name', 'factor', 'accommodations'])) return null;
	const { name, factor } = value;
	const accommodations = parseAccommodations(value['accommodations']);
	if (!isLine(name) || !isOneOf(factor, TIME_FACTORS) || accommodations === null) return null;
	return { name, factor, accommodations };
}

/** A line that may be empty. */
function isLine(value: unknown): value is string {
	return typeof value === 'string' && value.length <= MOST_LETTERS;
}
