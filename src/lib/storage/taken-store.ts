import type { KeyPair } from '$lib/domain/assignment';
import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import type { Attempt } from '$lib/domain/quiz';
import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { parseAttempt } from './attempt-parser';
import { inTransaction, withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import type { TakenRow } from './rows';
import { parseAll } from './shape';
import type { StorageError } from './storage-error';
import { parseTakenRow } from './taken-parser';

/**
 * Saves an assignment that is taken here. One that is stored already keeps its questions, its key and its feedback: the
 * sittings begun with them must stay what they were. A personal link brings its terms to it.
 * @returns the row as stored; any storage error
 */
export function saveTaken(db: BackstoryDatabase, row: TakenRow): Promise<Result<TakenRow, StorageError>> {
	return inTransaction(db, 'rw', [db.taken], async () => {
		const stored = parseTakenRow(await db.taken.get(row.id));
		const { personal } = row.assignment;
		const isPersonal = stored !== null && personal !== undefined;
		const kept = isPersonal ? { ...stored, assignment: { ...stored.assignment, personal } } : (stored ?? row);
		await db.taken.put(kept);
		return kept;
	});
}

/** Loads an assignment taken here. @returns null when there is none; any storage error */
export function readTaken(db: BackstoryDatabase, id: string): Promise<Result<TakenRow | null, StorageError>> {
	return withReconnect(db, async () => parseTakenRow(await db.taken.get(id)));
}

/** Loads some of the assignments taken here, in one question. @returns those that are here, by id; any storage error */
export function readTakenOf(
	db: BackstoryDatabase,
	ids: readonly string[]
): Promise<Result<ReadonlyMap<string, TakenRow>, StorageError>> {
	return withReconnect(db, async () => {
		const rows = parseAll(await db.taken.bulkGet([...ids]), parseTakenRow);
		return new Map(rows.map((row) => [row.id, row]));
	});
}

/** Lists the assignments taken here, latest first. @returns any storage error */
export function listTaken(db: BackstoryDatabase): Promise<Result<TakenRow[], StorageError>> {
	return withReconnect(db, async () => {
		const rows = parseAll(await db.taken.toArray(), parseTakenRow);
		return rows.sort((a, b) => b.openedAt - a.openedAt);
	});
}

/**
 * Keeps the device's key for an assignment. The first one stays: by it the teacher tells this device from others.
 * @returns the key as stored, null when the assignment is gone; any storage error
 */
export async function keepSender(
	db: BackstoryDatabase,
	id: string,
	keyPair: KeyPair
): Promise<Result<KeyPair | null, StorageError>> {
	const changed = await change(db, id, (row) => ({ ...row, keyPair: row.keyPair ?? keyPair }));
	return changed.ok ? ok(changed.value?.keyPair ?? null) : changed;
}

/**
 * Keeps what a teacher sent back, in place of what came for the same sitting before.
 * @returns the row as stored, null when the assignment is not here; any storage error
 */
export function keepFeedback(
	db: BackstoryDatabase,
	feedback: AssignmentFeedback
): Promise<Result<TakenRow | null, StorageError>> {
	return change(db, feedback.assignment, (row) => {
		const others = row.feedback.filter(({ sitting }) => sitting !== feedback.sitting);
		return { ...row, feedback: [...others, feedback].sort((a, b) => a.sitting - b.sitting) };
	});
}

/** Notes that the result of a sitting has left the device. @returns any storage error */
export async function markSent(
	db: BackstoryDatabase,
	id: string,
	sitting: number
): Promise<Result<null, StorageError>> {
	const changed = await change(db, id, (row) => ({
		...row,
		sent: [...new Set([...row.sent, sitting])].sort((a, b) => a - b)
	}));
	return changed.ok ? ok(null) : changed;
}

/** Lists the sittings of an assignment, first one first. @returns any storage error */
export function sittingsOf(db: BackstoryDatabase, id: string): Promise<Result<Attempt[], StorageError>> {
	return withReconnect(db, async () => {
		const rows = await db.attempts.where('assignment.id').equals(id).toArray();
		return parseAll(rows, parseAttempt).sort((a, b) => (a.assignment?.number ?? 0) - (b.assignment?.number ?? 0));
	});
}

function change(
	db: BackstoryDatabase,
	id: string,
	to: (row: TakenRow) => TakenRow
): Promise<Result<TakenRow | null, StorageError>> {
	return inTransaction(db, 'rw', [db.taken], async () => {
		const stored = parseTakenRow(await db.taken.get(id));
		if (stored === null) return null;
		const changed = to(stored);
		await db.taken.put(changed);
		return changed;
	});
}
