import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { parseCloze } from '../../src/lib/domain/cloze';
import type { Item } from '../../src/lib/domain/item';
import { assertNever } from '../../src/lib/domain/result';
import type { Result } from '../../src/lib/domain/result';
import type { ContentError } from '../../src/lib/content/content-error';
import { parseWith } from '../../src/lib/content/parse-with';
import { wholeNumber } from '../../src/lib/content/text-schema';

/** What is known of an item once it has been published. */
export type LockEntry = {
	readonly number: number;
	readonly revision: number;
	/** Of what is asked and what is right. */
	readonly hash: string;
	/** Of what is right alone, in letters and digits: case, spacing and punctuation are wording. */
	readonly key: string;
	readonly retired?: true;
};
export type Lock = Readonly<Record<string, LockEntry>>;
/** `id` names an item, or an entry of the lock when `inLock`. */
export type LockIssue = { readonly id: string; readonly inLock: boolean; readonly message: string };

const UPDATE = 'npm run check:questions -- --update-lock';
/** Fields of an item that say nothing about what is asked or what is right. */
const NOT_ASKED = new Set(['number', 'id', 'revision', 'topic', 'explanation', 'provenance', 'supersedes']);
const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'A hash of 16 hex digits is expected here.'));
const lockSchema = v.record(
	v.string(),
	v.strictObject({
		number: wholeNumber(1, 1_000_000),
		revision: wholeNumber(1, 1_000_000),
		hash: hashSchema,
		key: hashSchema,
		retired: v.exactOptional(v.literal(true))
	})
);

/** Reads `lock.json`. */
export function parseLock(value: unknown): Result<Lock, ContentError> {
	return parseWith(lockSchema, value);
}

/** @returns the text of `lock.json`, by number, so that a change shows as a short difference */
export function formatLock(lock: Lock): string {
	const entries = Object.entries(lock).sort(([, a], [, b]) => a.number - b.number);
	return `${JSON.stringify(Object.fromEntries(entries), null, '\t')}\n`;
}

/** @returns where items and lock contradict one another; empty when nothing changed silently */
export function checkLock(items: readonly Item[], lock: Lock): LockIssue[] {
	const ids = new Set(items.map((item) => item.id));
	const gone = Object.entries(lock).filter(([id, entry]) => entry.retired !== true && !ids.has(id));
	return [
		...items.flatMap((item) => checkItem(item, lock, ids).map((message) => ({ id: item.id, inLock: false, message }))),
		...gone.map(([id]) => ({ id, inLock: true, message: `The item "${id}" is gone. Retire it: ${UPDATE}` })),
		...doubleNumbers(lock)
	];
}

/**
 * Brings the lock up to date as far as the rules allow: new items get the next free number, a higher revision takes the
 * new hash, items that are gone are retired. What breaks a rule stays as it was and is still reported.
 */
export function updateLock(items: readonly Item[], lock: Lock): Lock {
	const ids = new Set(items.map((item) => item.id));
	const next: Record<string, LockEntry> = {};
	for (const [id, entry] of Object.entries(lock)) next[id] = ids.has(id) ? entry : { ...entry, retired: true };
	let number = Math.max(0, ...Object.values(lock).map((entry) => entry.number));
	for (const item of items) {
		const entry = next[item.id];
		const hashes = { revision: item.revision, hash: hashQuestion(item), key: hashKey(item) };
		if (entry === undefined) next[item.id] = { number: ++number, ...hashes };
		else if (entry.retired !== true && entry.key === hashes.key && item.revision > entry.revision) {
			next[item.id] = { ...entry, ...hashes };
		}
	}
	return next;
}

/** @returns 16 hex digits that change when what is asked or what is right changes; rationale and explanation do not count */
export function hashQuestion(item: Item): string {
	const question = Object.fromEntries(Object.entries(item).filter(([field]) => !NOT_ASKED.has(field)));
	if (item.type !== 'single-choice' && item.type !== 'multiple-choice') return digest(question);
	return digest({ ...question, options: item.options.map(({ text, correct }) => ({ text, correct })) });
}

/** @returns 16 hex digits that change when what is right changes */
export function hashKey(item: Item): string {
	return digest([item.type, keyOf(item)]);
}

function keyOf(item: Item): unknown {
	switch (item.type) {
		case 'basic':
			return plain(item.answer);
		case 'short-answer':
			return plain(item.answers[0] ?? '');
		case 'cloze':
			return parseCloze(item.stem).flatMap(({ text, deletion }) =>
				deletion === null ? [] : [[String(deletion), plain(text)]]
			);
		case 'single-choice':
		case 'multiple-choice':
			return item.options.flatMap((option) => (option.correct ? [plain(option.text)] : [])).sort();
		case 'true-false':
		case 'classify':
			return item.answer;
		case 'ordering':
			return item.entries.map((entry) => plain(entry.text));
		case 'matching':
			return item.pairs.map((pair) => `${plain(pair.left)}=${plain(pair.right)}`).sort();
		case 'map':
			return item.target.place;
		default:
			return assertNever(item);
	}
}

function checkItem(item: Item, lock: Lock, ids: ReadonlySet<string>): string[] {
	const entry = lock[item.id];
	const issues: string[] = [];
	if (item.supersedes !== undefined) {
		if (lock[item.supersedes] === undefined)
			issues.push(`It supersedes "${item.supersedes}", which never was in the lock.`);
		else if (ids.has(item.supersedes)) issues.push(`It supersedes "${item.supersedes}", which is still there.`);
	}
	if (entry === undefined) return [...issues, `The item "${item.id}" is not in the lock. Add it: ${UPDATE}`];
	if (entry.retired === true) return [...issues, `The id "${item.id}" was retired and is never used again.`];
	if (entry.key !== hashKey(item)) {
		issues.push(`The right answer changed: make it a new item with another id and "supersedes: ${item.id}".`);
	} else if (item.revision < entry.revision) {
		issues.push(`Revision ${String(item.revision)} is lower than the published ${String(entry.revision)}.`);
	} else if (item.revision > entry.revision) {
		issues.push(`The lock is behind this revision. Update it: ${UPDATE}`);
	} else if (entry.hash !== hashQuestion(item)) {
		issues.push(`The question changed: raise its revision to ${String(entry.revision + 1)}.`);
	}
	return issues;
}

function doubleNumbers(lock: Lock): LockIssue[] {
	const seen = new Map<number, string>();
	return Object.entries(lock).flatMap(([id, { number }]) => {
		const first = seen.get(number);
		seen.set(number, first ?? id);
		if (first === undefined) return [];
		return [{ id, inLock: true, message: `Number ${String(number)} belongs to "${first}" already.` }];
	});
}

function plain(text: string): string {
	const words = text
		.normalize('NFC')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu);
	return words?.join(' ') ?? text;
}

function digest(value: unknown): string {
	return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16);
}

/** JSON with sorted keys, so that the order of fields in a file means nothing. */
function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}
