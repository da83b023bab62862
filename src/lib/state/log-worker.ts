import type { Result } from '$lib/domain/result';
import type { StorageError } from '$lib/storage/storage-error';
import workerUrl from '$lib/workers/log.worker.ts?worker&url';
import type { LogReply, LogRequest, LogResults, LogTask } from '$lib/workers/log-request';
import { newId, now } from './clock';
import { startWorker } from './trusted-script';

/**
 * Runs a task on the whole log in a worker of its own, which ends with it: between tasks it would only hold memory.
 * @param onprogress the share that is done, 0 to 1
 * @returns what the task comes to; any storage error
 * @throws what the worker threw
 */
export function runOnLog<K extends LogTask['kind']>(
	task: Extract<LogTask, { kind: K }>,
	onprogress: (share: number) => void = () => undefined
): Promise<Result<LogResults[K], StorageError>> {
	const worker = startWorker(workerUrl);
	return new Promise<Result<LogResults[K], StorageError>>((resolve, reject) => {
		worker.addEventListener('error', ({ message }) => reject(new Error(message)));
		worker.addEventListener('message', ({ data }: MessageEvent<LogReply>) => {
			if (data.kind === 'progress') onprogress(data.share);
			else if (data.kind === 'failed') resolve({ ok: false, error: data.error });
			else resolve({ ok: true, value: data.value as LogResults[K] });
		});
		worker.postMessage({ id: 1, device: newId(now()).slice(-12), task } satisfies LogRequest);
	}).finally(() => worker.terminate());
}
