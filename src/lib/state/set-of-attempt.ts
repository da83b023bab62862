import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import type { Attempt } from '$lib/domain/quiz';
import { restoreAttempt } from '$lib/domain/restore-attempt';
import { broughtBy, NO_SIGHT, sightOf, type ReviewSight } from '$lib/domain/review-sight';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import type { TakenRow } from '$lib/storage/rows';
import { readTaken, readTakenOf } from '$lib/storage/taken-store';
import type { App } from './app.svelte';

/** An attempt with what is needed to look back at it. */
export type AttemptInFull = {
	/** Said in terms of `set`: where answers were withheld and have come since, its indices are those of the questions as written. */
	readonly attempt: Attempt;
	readonly set: StudySet;
	/** The answers are with the teacher: nothing can be marked here yet. */
	readonly withheld: boolean;
	/** What the teacher sent back about this sitting, or null. */
	readonly feedback: AssignmentFeedback | null;
};

/**
 * The set whose questions an attempt asks. For an assignment it is the set as it came, whatever edition is among the
 * learner's sets by now; with answers withheld it is nowhere else.
 * @returns null when this device has none
 */
export async function setOfAttempt(app: App, attempt: Attempt): Promise<StudySet | null> {
	const row = await takenOf(app, attempt);
	return row?.set ?? (await app.library.set(attempt.spec.setId));
}

/** @returns an attempt with its questions, and with their answers as far as they are here; null when the questions are gone */
export async function attemptInFull(app: App, attempt: Attempt): Promise<AttemptInFull | null> {
	return withSet(app, attempt, await takenOf(app, attempt));
}

/** The same for many attempts; each assignment is read once. @returns by index of the attempts */
export async function attemptsInFull(app: App, attempts: readonly Attempt[]): Promise<(AttemptInFull | null)[]> {
	const ids = new Set(attempts.flatMap(({ assignment }) => assignment?.id ?? []));
	const opened = ids.size === 0 ? null : await app.database.open();
	const read = opened?.ok === true ? await readTakenOf(opened.value, [...ids]) : null;
	const rows = read?.ok === true ? read.value : null;
	return Promise.all(attempts.map((attempt) => withSet(app, attempt, rows?.get(attempt.assignment?.id ?? '') ?? null)));
}

/** @returns what may be seen of it now: nothing while the answers are with the teacher */
export function sightOfFull({ attempt, withheld, feedback }: AttemptInFull, now: EpochMs): ReviewSight {
	return withheld ? NO_SIGHT : sightOf(attempt, now, feedback && broughtBy(feedback));
}

async function withSet(app: App, attempt: Attempt, row: TakenRow | null): Promise<AttemptInFull | null> {
	if (row !== null) return inFull(row, attempt);
	const set = await app.library.set(attempt.spec.setId);
	return set && { attempt, set, withheld: false, feedback: null };
}

/** @returns a sitting with the questions of its assignment, and with their answers as far as they are here */
export function inFull(row: TakenRow, attempt: Attempt): AttemptInFull {
	const feedback = row.feedback.find(({ sitting }) => sitting === attempt.assignment?.number) ?? null;
	if (row.assignment.keyPolicy === 'open') return { attempt, set: row.set, withheld: false, feedback };
	if (feedback?.set === undefined) return { attempt, set: row.set, withheld: true, feedback };
	const set = { ...row.set, ...feedback.set };
	return { attempt: restoreAttempt(attempt, set.items), set, withheld: false, feedback };
}

/** @returns the assignment that an attempt is for; null when it is a quiz of one's own, or nothing is known of it here */
export async function takenOf(app: App, { assignment }: Attempt): Promise<TakenRow | null> {
	if (assignment === undefined) return null;
	const opened = await app.database.open();
	const row = opened.ok ? await readTaken(opened.value, assignment.id) : opened;
	return row.ok ? row.value : null;
}
