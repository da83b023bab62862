import { cardsOfItem } from '$lib/domain/card';
import type { Attempt } from '$lib/domain/quiz';
import { ok, type Result } from '$lib/domain/result';
import { scoreAttempt } from '$lib/domain/score';
import type { StudySet } from '$lib/domain/set';
import { weakItems } from '$lib/domain/weak-items';
import { listAttempts } from '$lib/storage/attempt-store';
import { loadCards } from '$lib/storage/due-store';
import type { StorageError } from '$lib/storage/storage-error';
import { now, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog } from './learning-log';

/** Older quizzes say little about what somebody believes now. */
const QUIZZES_LOOKED_AT = 50;

/** @returns the items of a set that the learner is weak at, the weakest first; any storage error */
export async function loadWeakItems(database: DatabaseAccess, set: StudySet): Promise<Result<number[], StorageError>> {
	const log = await openLog(database);
	if (!log.ok) return log;
	const cards = set.items.flatMap((item) => cardsOfItem(set.id, item));
	const [states, attempts] = await Promise.all([
		loadCards(log.value.db, cards),
		listAttempts(log.value.db, QUIZZES_LOOKED_AT)
	]);
	if (!states.ok) return states;
	if (!attempts.ok) return attempts;
	const known = {
		setId: set.id,
		states: states.value,
		sureErrors: sureErrorsIn(attempts.value, set),
		today: studyDayOf(now()),
		params: log.value.parameters
	};
	return ok(weakItems(known, set.items));
}

/** @param attempts latest first: the last answer to an item counts */
function sureErrorsIn(attempts: readonly Attempt[], set: StudySet): ReadonlySet<number> {
	const last = new Map<number, boolean>();
	for (const attempt of attempts.filter(({ spec }) => spec.setId === set.id)) {
		for (const [index, { item, outcome }] of scoreAttempt(attempt, set.items).questions.entries()) {
			const isAnswered = outcome !== 'missing' && outcome !== 'unanswered';
			const isSure = attempt.answers[index]?.confidence === 'sure';
			if (isAnswered && !last.has(item)) last.set(item, isSure && outcome === 'wrong');
		}
	}
	return new Set([...last].filter(([, isSureError]) => isSureError).map(([item]) => item));
}
