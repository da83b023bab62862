import type { Backup } from './backup';
import type { BackstoryDatabase } from './database';
import { parseGivenRow } from './given-parser';
import { parseResultRow } from './result-parser';
import type { GivenRow, ResultRow, TakenRow } from './rows';
import { parseTakenRow } from './taken-parser';

/** How many assignments and results a backup brought that were not here, or not in so late a form. */
export type RestoredClassroom = { readonly assignments: number; readonly results: number };

/** The tables that `mergeClassroom` writes. */
export function classroomTables(db: BackstoryDatabase) {
	return [db.given, db.results, db.taken];
}

/**
 * Merges what a backup holds of assignments. Of one given here the stored class list and remarks stay, unless they are empty;
 * of a result the later one holds; of one taken here feedback is joined, this device's key stays, and the terms of a personal
 * link hold whichever of the two has them. Runs inside a transaction that includes `classroomTables`.
 */
export async function mergeClassroom(db: BackstoryDatabase, backup: Backup): Promise<RestoredClassroom> {
	let [assignments, results] = [0, 0];
	for (const row of backup.given) {
		const stored = parseGivenRow(await db.given.get(row.id));
		await db.given.put(stored === null ? row : joinGiven(stored, row));
		if (stored === null) assignments += 1;
	}
	for (const row of backup.taken) {
		const stored = parseTakenRow(await db.taken.get(row.id));
		await db.taken.put(stored === null ? row : joinTaken(stored, row));
		if (stored === null) assignments += 1;
	}
	for (const row of backup.results) {
		const stored = parseResultRow(await db.results.get(row.id));
		if (stored !== null && !isLater(row, stored)) continue;
		await db.results.put(row);
		results += 1;
	}
	return { assignments, results };
}

function joinGiven(stored: GivenRow, row: GivenRow): GivenRow {
	return {
		...stored,
		keyPairs: stored.keyPairs.length > 0 ? stored.keyPairs : row.keyPairs,
		classList: stored.classList.length > 0 ? stored.classList : row.classList,
		remarks: stored.remarks.length > 0 ? stored.remarks : row.remarks
	};
}

function joinTaken(stored: TakenRow, row: TakenRow): TakenRow {
	const sittings = new Set(stored.feedback.map(({ sitting }) => sitting));
	const feedback = [...stored.feedback, ...row.feedback.filter(({ sitting }) => !sittings.has(sitting))];
	return {
		...stored,
		// Both are of one id, so all but the personal terms is the same.
		assignment: { ...row.assignment, ...stored.assignment },
		keyPair: stored.keyPair ?? row.keyPair,
		feedback: feedback.sort((a, b) => a.sitting - b.sitting),
		sent: [...new Set([...stored.sent, ...row.sent])].sort((a, b) => a - b)
	};
}

/** A paper corrected after closing has the times of before; that it took the place of another tells it. */
function isLater(row: ResultRow, stored: ResultRow): boolean {
	const [one, other] = [row.result, stored.result];
	return (one.startedAt - other.startedAt || one.tookMs - other.tookMs || row.replaced - stored.replaced) > 0;
}
