import type { AnswerColumns } from '$lib/domain/answer-columns';
import type { Result } from '$lib/domain/result';
import type { StorageError } from '$lib/storage/storage-error';
import { runOnLog } from './log-worker';

/** Reads the answers that count, as columns, in a worker. @returns any storage error */
export function readAnswers(): Promise<Result<AnswerColumns, StorageError>> {
	return runOnLog({ kind: 'answers' });
}
