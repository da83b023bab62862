import type { AnswerColumns } from '$lib/domain/answer-columns';
import type { TimedReviews } from '$lib/domain/log/histories-of-log';
import type { EpochMs } from '$lib/domain/units';
import type { Backup } from '$lib/storage/backup';
import type { Merged } from '$lib/storage/merge-log';
import type { Refolded } from '$lib/storage/refold';
import type { Restored } from '$lib/storage/restore-backup';
import type { ArrivedLog } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';

/** Work on the whole log. It is long once the log is, and belongs beside the page. */
export type LogTask =
	| { readonly kind: 'seal'; readonly now: EpochMs }
	| { readonly kind: 'refold' }
	| { readonly kind: 'answers' }
	| { readonly kind: 'reviews' }
	| { readonly kind: 'merge'; readonly parts: ArrivedLog; readonly now: EpochMs }
	| { readonly kind: 'restore'; readonly backup: Backup; readonly now: EpochMs };

/** What each task comes to. */
export type LogResults = {
	readonly seal: number;
	readonly refold: Refolded;
	readonly answers: AnswerColumns;
	readonly reviews: TimedReviews;
	readonly merge: Merged;
	readonly restore: Restored;
};

export type LogRequest = { readonly id: number; readonly device: string; readonly task: LogTask };

export type LogReply =
	| { readonly kind: 'progress'; readonly id: number; readonly share: number }
	| { readonly kind: 'done'; readonly id: number; readonly value: LogResults[LogTask['kind']] }
	| { readonly kind: 'failed'; readonly id: number; readonly error: StorageError };
