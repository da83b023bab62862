import { createOptimiseRuns } from './optimise-runs';

const answer = createOptimiseRuns((reply) => self.postMessage(reply), breathe);

self.addEventListener('message', (event) => {
	// A bug must reach the page as the worker's error event: a rejected promise would not.
	answer(event.data).catch(reportError);
});

/** A task of its own, by a channel, because nested timers wait at least four milliseconds each. */
function breathe(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
