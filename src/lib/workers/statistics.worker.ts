import { gatherStatistics } from '$lib/domain/statistics/statistics';
import { parseStatisticsInput } from './statistics-message';

// Answers one question: whoever asks starts a worker and ends it.
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
	const input = parseStatisticsInput(data);
	if (input === null) throw new TypeError('Not a question about statistics.');
	self.postMessage(gatherStatistics(input));
});
