import workerAddress from '$lib/workers/forecast.worker.ts?worker&url';
import { Forecaster } from './forecaster';
import { startWorker } from './trusted-script';

/** @returns what asks the forecast's worker */
export function startForecaster(): Forecaster {
	return new Forecaster(() => startWorker(workerAddress));
}
