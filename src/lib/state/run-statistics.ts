import type { Statistics, StatisticsInput } from '$lib/domain/statistics/statistics';
import { buffersOf, parseStatistics } from '$lib/workers/statistics-message';
import workerAddress from '$lib/workers/statistics.worker.ts?worker&url';
import { startWorker } from './trusted-script';

/**
 * Works out the statistics in a worker of their own, which ends with its answer: the page stays responsive.
 * @param input its columns are handed over and empty afterwards
 * @throws when the worker does
 */
export async function runStatistics(input: StatisticsInput): Promise<Statistics> {
	const worker = startWorker(workerAddress);
	try {
		return await new Promise<Statistics>((resolve, reject) => {
			worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
				const statistics = parseStatistics(data);
				if (statistics === null) reject(new TypeError('Not statistics.'));
				else resolve(statistics);
			});
			worker.addEventListener('error', ({ message }) => reject(new Error(`Statistics failed: ${message}`)));
			worker.postMessage(input, [...buffersOf(input.answers), ...buffersOf(input.cards)]);
		});
	} finally {
		worker.terminate();
	}
}
