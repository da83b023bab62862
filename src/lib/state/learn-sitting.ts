import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { QuizStore } from './quiz-store';
import { compareReceived } from './received-standing';
import type { AttemptInFull } from './set-of-attempt';
import { keepSet } from './taken-shelf';

/**
 * The withheld answers have come and may be known: the sitting teaches its cards, and its questions join the learner's
 * sets. Once only, as the learner may have deleted them since.
 * @returns any storage error, else null
 */
export async function learnSitting(app: App, { attempt, set, withheld }: AttemptInFull): Promise<StorageError | null> {
	if (withheld || attempt.finishedAt === null) return null;
	const taught = await new QuizStore(app.database).teach(attempt, set.items);
	if (!taught.ok) return taught.error;
	if (!taught.value || compareReceived(await app.library.set(set.id), set).kind !== 'new') return null;
	const kept = await keepSet(app, set);
	return kept.ok ? null : kept.error;
}
