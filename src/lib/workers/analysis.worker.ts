/// <reference lib="webworker" />
import { openDatabase } from '$lib/storage/open-database';
import { analyseStored } from './analyse-stored';
import type { AnalysisReply, AnalysisRequest } from './analysis-request';

declare const self: DedicatedWorkerGlobalScope;

// Only the page that made this worker can send it anything, and it sends what `state/run-analysis.ts` types.
self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
	// A bug must reach the page as the worker's error event: a rejected promise would not.
	answer(data).catch(reportError);
});

async function answer({ assignment, device }: AnalysisRequest): Promise<void> {
	const db = await openDatabase({ newDevice: device, onSuperseded: () => self.close() });
	if (!db.ok) {
		post({ kind: 'failed', error: db.error });
		return;
	}
	const analysis = await analyseStored(db.value, assignment, (share) => post({ kind: 'progress', share }));
	db.value.close();
	post(analysis.ok ? { kind: 'done', analysis: analysis.value } : { kind: 'failed', error: analysis.error });
}

function post(reply: AnalysisReply): void {
	self.postMessage(reply);
}
