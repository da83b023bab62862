import type { Attempt } from '$lib/domain/quiz';
import type { StudySet } from '$lib/domain/set';
import type { TakenRow } from '$lib/storage/rows';
import { readTaken } from '$lib/storage/taken-store';
import type { App } from './app.svelte';

/**
 * The set whose questions an attempt asks. For an assignment it is the set as it came, whatever edition is among the
 * learner's sets by now; with answers withheld it is nowhere else.
 * @returns null when this device has none
 */
export async function setOfAttempt(app: App, attempt: Attempt): Promise<StudySet | null> {
	const row = await takenOf(app, attempt);
	return row?.set ?? (await app.library.set(attempt.spec.setId));
}

/** @returns the assignment that an attempt is for; null when it is a quiz of one's own, or nothing is known of it here */
export async function takenOf(app: App, { assignment }: Attempt): Promise<TakenRow | null> {
	if (assignment === undefined) return null;
	const opened = await app.database.open();
	const row = opened.ok ? await readTaken(opened.value, assignment.id) : opened;
	return row.ok ? row.value : null;
}
