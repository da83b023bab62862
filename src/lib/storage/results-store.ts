import type { AssignmentResult } from '$lib/domain/assignment-result';
import type { Result } from '$lib/domain/result';
import { inTransaction, withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { parseResultRow, resultId } from './result-parser';
import type { ResultRow } from './rows';
import { parseAll } from './shape';
import type { StorageError } from './storage-error';

/** A result that has come in; its row is made when it is stored. */
export type IncomingResult = Pick<ResultRow, 'assignment' | 'sender' | 'receivedAt' | 'result'>;

/**
 * What became of an incoming result. `same`: it was here already, word for word. `older`: what is here was handed in later,
 * so it stays. `unreadable`: it is not stored, because it could not be read again.
 */
export type IntakeOutcome = 'added' | 'replaced' | 'same' | 'older' | 'unreadable';

/**
 * Stores results, all or none. A device's later result for the same sitting takes the place of its earlier one, in whatever
 * order they arrive.
 * @returns what became of each, in the order given; any storage error
 */
export function addResults(
	db: BackstoryDatabase,
	incoming: readonly IncomingResult[]
): Promise<Result<IntakeOutcome[], StorageError>> {
	return inTransaction(db, 'rw', [db.results], async () => {
		const ids = incoming.map(resultId);
		const stored = parseAll(await db.results.bulkGet([...new Set(ids)]), parseResultRow);
		const rows = new Map(stored.map((row) => [row.id, row]));
		const changed = new Map<string, ResultRow>();
		const outcomes = incoming.map((result, index): IntakeOutcome => {
			const id = ids[index] ?? '';
			const held = rows.get(id);
			const row = parseResultRow({ id, ...result, replaced: held === undefined ? 0 : held.replaced + 1 });
			if (row === null) return 'unreadable';
			const outcome = held === undefined ? 'added' : compare(held.result, row.result);
			if (outcome === 'same' || outcome === 'older') return outcome;
			rows.set(id, row);
			changed.set(id, row);
			return outcome;
		});
		await db.results.bulkPut([...changed.values()]);
		return outcomes;
	});
}

/** Lists the results of an assignment, in no order. @returns any storage error */
export function listResults(db: BackstoryDatabase, assignment: string): Promise<Result<ResultRow[], StorageError>> {
	return withReconnect(db, async () =>
		parseAll(await db.results.where('assignment').equals(assignment).toArray(), parseResultRow)
	);
}

/** Counts the results of each assignment that has any. @returns by assignment; any storage error */
export function countResults(
	db: BackstoryDatabase,
	assignments: readonly string[]
): Promise<Result<Map<string, number>, StorageError>> {
	return withReconnect(db, async () => {
		const counts = await Promise.all(
			assignments.map(async (id) => [id, await db.results.where('assignment').equals(id).count()] as const)
		);
		return new Map(counts);
	});
}

/** Deletes one result. @returns any storage error */
export function deleteResult(db: BackstoryDatabase, id: string): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.results.delete(id);
		return null;
	});
}

/** Deletes all results of an assignment, which stays. @returns any storage error */
export function deleteResultsOf(db: BackstoryDatabase, assignment: string): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.results.where('assignment').equals(assignment).delete();
		return null;
	});
}

/**
 * Deletes an assignment given here with its results and its keys: results that arrive later can't be opened any more.
 * @returns any storage error
 */
export function deleteGivenWithResults(db: BackstoryDatabase, id: string): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [db.given, db.results], async () => {
		await Promise.all([db.given.delete(id), db.results.where('assignment').equals(id).delete()]);
		return null;
	});
}

function compare(held: AssignmentResult, incoming: AssignmentResult): 'replaced' | 'same' | 'older' {
	const later = incoming.startedAt - held.startedAt || incoming.tookMs - held.tookMs;
	if (later !== 0) return later > 0 ? 'replaced' : 'older';
	// Both come from one parser, which writes their names in one order.
	return JSON.stringify(held) === JSON.stringify(incoming) ? 'same' : 'replaced';
}
