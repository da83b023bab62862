import type { ReviewSight } from '$lib/domain/review-sight';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { QuizStore } from './quiz-store';
import { compareReceived } from './received-standing';
import type { AttemptInFull } from './set-of-attempt';
import { keepSet } from './taken-shelf';

/**
 * Where withheld answers have come and may be known, the questions join the learner's sets and the sitting teaches their
 * cards, in that order: what is cut off in between begins anew. Once only, as the learner may have deleted them since.
 * @param sight what may be seen of the sitting now
 * @returns any storage error, else null
 */
export async function learnSitting(
	app: App,
	{ attempt, set, feedback }: AttemptInFull,
	sight: ReviewSight
): Promise<StorageError | null> {
	if (feedback?.set === undefined || !sight.key || attempt.finishedAt === null) return null;
	const store = new QuizStore(app.database);
	const awaits = await store.awaitsTeaching(attempt, set.items);
	if (!awaits.ok || !awaits.value) return awaits.ok ? null : awaits.error;
	const isNew = compareReceived(await app.library.set(set.id), set).kind === 'new';
	const kept = isNew ? await keepSet(app, set) : null;
	if (kept?.ok === false) return kept.error;
	const taught = await store.teach(attempt, set.items);
	return taught.ok ? null : taught.error;
}
