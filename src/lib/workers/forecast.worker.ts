/// <reference lib="webworker" />
import type { ForecastMessage } from './forecast-answer';
import { answerForecast } from './forecast-answer';

declare const self: DedicatedWorkerGlobalScope;

/** Long enough to try a few choices of minutes one after another. */
const IDLE_MS = 30_000;

let idle = setTimeout(end, IDLE_MS);

self.addEventListener('message', (event: MessageEvent<unknown>) => {
	clearTimeout(idle);
	try {
		answerForecast(event.data, post);
	} finally {
		idle = setTimeout(end, IDLE_MS);
	}
});

function post(message: ForecastMessage): void {
	self.postMessage(message);
}

function end(): void {
	post({ kind: 'ended' });
	self.close();
}
