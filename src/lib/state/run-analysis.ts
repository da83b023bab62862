import type { ClassAnalysis } from '$lib/domain/analysis/analyse-class';
import { err, ok, type Result } from '$lib/domain/result';
import type { StorageError } from '$lib/storage/storage-error';
import workerUrl from '$lib/workers/analysis.worker.ts?worker&url';
import type { AnalysisReply, AnalysisRequest } from '$lib/workers/analysis-request';
import { newId, now } from './clock';
import { startWorker } from './trusted-script';

/**
 * Marks and analyses the results of an assignment in a worker of their own, which reads them itself and ends with its answer.
 * @param onprogress the share that is done, 0 to 1
 * @returns null where no such assignment was given here; any storage error
 * @throws what the worker threw
 */
export function runAnalysis(
	assignment: string,
	onprogress: (share: number) => void
): Promise<Result<ClassAnalysis | null, StorageError>> {
	const begun = performance.now();
	const worker = startWorker(workerUrl);
	return new Promise<Result<ClassAnalysis | null, StorageError>>((resolve, reject) => {
		worker.addEventListener('error', ({ message }) => reject(new Error(message)));
		worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => {
			if (data.kind === 'progress') onprogress(data.share);
			else resolve(data.kind === 'failed' ? err(data.error) : ok(data.analysis));
		});
		worker.postMessage({ assignment, device: newId(now()).slice(-12) } satisfies AnalysisRequest);
	}).finally(() => {
		worker.terminate();
		// For `npm run bench`, and for whoever looks into the browser's own profiler.
		performance.measure('backstory-analysis', { start: begun });
	});
}
