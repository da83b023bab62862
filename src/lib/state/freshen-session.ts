import { freshenCard, freshenQueue } from '$lib/domain/freshen-queue';
import type { Queue, QueuedCard } from '$lib/domain/queue';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { readMemoryNow } from '$lib/storage/memory-now';
import type { DatabaseAccess } from './database.svelte';

export { watchMemory } from '$lib/storage/memory-now';

type Fresh = {
	readonly parameters: SchedulerParameters;
	readonly queue: Queue;
	readonly queued: QueuedCard | null;
};

/**
 * Reads what has changed under a session. A module of its own: few sessions ever need it.
 * @param queued the card on the screen
 * @returns null when storage fails: the session then goes on with what it knows, and answers are scheduled by what is stored
 */
export async function freshen(
	database: DatabaseAccess,
	queue: Queue,
	queued: QueuedCard | null
): Promise<Fresh | null> {
	const opened = await database.open();
	if (!opened.ok) return null;
	const left = [...queue.learning, ...queue.main.slice(queue.done), queue.restored, queued];
	const cards = new Set(left.flatMap((entry) => entry?.card ?? []));
	const read = await readMemoryNow(opened.value, [...cards]);
	if (!read.ok) return null;
	const { parameters, states } = read.value;
	return {
		parameters,
		queue: freshenQueue(queue, states),
		queued: queued === null ? null : freshenCard(queued, states)
	};
}
