import type { Assignment } from '$lib/domain/assignment';
import type { Attempt } from '$lib/domain/quiz';
import { ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { TakenRow } from '$lib/storage/rows';
import { saveSet } from '$lib/storage/set-store';
import type { StorageError } from '$lib/storage/storage-error';
import { listTaken, readTaken, saveTaken, sittingsOf } from '$lib/storage/taken-store';
import type { App } from './app.svelte';
import { now } from './clock';
import { unfinishedOf, type Unfinished } from './unfinished-sitting';

/** An assignment as this device knows it, with its sittings, the first one first. */
export type TakenAssignment = { readonly row: TakenRow | null; readonly sittings: readonly Attempt[] };

/** How many assignments are looked through for something left to do. */
const LATEST = 20;

/** @returns what was done here with an assignment; any storage error */
export async function loadTaken(app: App, id: string): Promise<Result<TakenAssignment, StorageError>> {
	const opened = await app.database.open();
	if (!opened.ok) return opened;
	const [row, sittings] = await Promise.all([readTaken(opened.value, id), sittingsOf(opened.value, id)]);
	if (!row.ok) return row;
	return sittings.ok ? ok({ row: row.value, sittings: sittings.value }) : sittings;
}

/** Notes that the learner takes an assignment. @returns the row as stored; any storage error */
export async function keepTaken(
	app: App,
	assignment: Assignment,
	set: StudySet
): Promise<Result<TakenRow, StorageError>> {
	const opened = await app.database.open();
	if (!opened.ok) return opened;
	const { id } = assignment;
	return saveTaken(opened.value, { id, assignment, openedAt: now(), set, keyPair: null, feedback: [], sent: [] });
}

/** Puts a set among the learner's, in place of the edition that is there. @returns any storage error */
export async function keepSet(app: App, set: StudySet): Promise<Result<null, StorageError>> {
	const opened = await app.database.open();
	const saved = opened.ok ? await saveSet(opened.value, { ...set, addedAt: now() }, { overwrite: true }) : opened;
	if (!saved.ok) return saved;
	app.library.forget(set.id);
	void app.home.refresh();
	return ok(null);
}

/** @returns what is left to do of the assignments opened last, latest first; any storage error */
export async function listUnfinished(app: App): Promise<Result<readonly Unfinished[], StorageError>> {
	const opened = await app.database.open();
	const listed = opened.ok ? await listTaken(opened.value) : opened;
	if (!opened.ok || !listed.ok) return listed.ok ? ok([]) : listed;
	const found = await Promise.all(
		listed.value.slice(0, LATEST).map(async (row) => {
			const sittings = await sittingsOf(opened.value, row.id);
			return sittings.ok ? unfinishedOf(row, sittings.value) : [];
		})
	);
	return ok(found.flat());
}
