import type { Attempt } from '$lib/domain/quiz';
import type { TakenRow } from '$lib/storage/rows';

/** An assignment with something left to do: a sitting under way, or one whose result has not left the device. */
export type Unfinished = { readonly title: string; readonly kind: 'running' | 'unsent'; readonly attempt: string };

/** @returns a sitting under way, else the last one whose result has not left the device */
export function unfinishedOf(row: TakenRow, sittings: readonly Attempt[]): Unfinished[] {
	const running = sittings.find(({ finishedAt }) => finishedAt === null);
	if (running !== undefined) return [{ title: running.title, kind: 'running', attempt: running.id }];
	const last = sittings.at(-1);
	if (last === undefined || row.sent.includes(last.assignment?.number ?? 0)) return [];
	return [{ title: last.title, kind: 'unsent', attempt: last.id }];
}
