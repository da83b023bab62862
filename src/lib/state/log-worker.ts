import type { Result } from '$lib/domain/result';
import type { StorageError } from '$lib/storage/storage-error';
import workerUrl from '$lib/workers/log.worker.ts?worker&url';
import type { LogReply, LogRequest, LogResults, LogTask } from '$lib/workers/log-request';
import { newId, now } from './clock';
import { startWorker } from './trusted-script';

/**
 * A worker for a task on the whole log, or for some that rest on one another. It starts to load when it is made, which may
 * be before the task is known.
 */
export class LogWorker {
	readonly #worker = startWorker(workerUrl);
	#tasks = 0;

	/**
	 * @param onprogress the share that is done, 0 to 1
	 * @returns what the task comes to; any storage error
	 * @throws what the worker threw
	 */
	run<K extends LogTask['kind']>(
		task: Extract<LogTask, { kind: K }>,
		onprogress: (share: number) => void = () => undefined
	): Promise<Result<LogResults[K], StorageError>> {
		this.#tasks += 1;
		const id = this.#tasks;
		return new Promise((resolve, reject) => {
			this.#worker.addEventListener('error', ({ message }) => reject(new Error(message)));
			this.#worker.addEventListener('message', ({ data }: MessageEvent<LogReply>) => {
				if (data.id !== id) return;
				if (data.kind === 'progress') onprogress(data.share);
				else if (data.kind === 'failed') resolve({ ok: false, error: data.error });
				else resolve({ ok: true, value: data.value as LogResults[K] });
			});
			this.#worker.postMessage({ id, device: newId(now()).slice(-12), task } satisfies LogRequest);
		});
	}

	/** Ends the worker: between tasks it would only hold memory. */
	end(): void {
		this.#worker.terminate();
	}
}

/** Runs a task in a worker of its own, which ends with it. See `LogWorker`. */
export async function runOnLog<K extends LogTask['kind']>(
	task: Extract<LogTask, { kind: K }>,
	onprogress?: (share: number) => void
): Promise<Result<LogResults[K], StorageError>> {
	const worker = new LogWorker();
	try {
		return await worker.run(task, onprogress);
	} finally {
		worker.end();
	}
}
