import type { Result } from '$lib/domain/result';

/** So many requests at a time: storages slow down those who ask for more. */
const AT_ONCE = 4;

/** Runs some work on each entry, a few at a time, until one fails. @returns the first error, or null */
export async function inTurns<T, E>(
	entries: readonly T[],
	work: (entry: T) => Promise<Result<unknown, E>>
): Promise<E | null> {
	for (let from = 0; from < entries.length; from += AT_ONCE) {
		const done = await Promise.all(entries.slice(from, from + AT_ONCE).map(work));
		const failed = done.find((result) => !result.ok);
		if (failed !== undefined) return failed.error;
	}
	return null;
}
