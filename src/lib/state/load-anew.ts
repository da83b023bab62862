/** A worker that does not answer must not keep the person waiting. */
const MOST_WAIT_MS = 3000;

/**
 * Loads the page anew, in the new version if one waits on this device: a plain reload would come back with the old one as
 * long as the old service worker answers for it.
 */
export async function loadAnew(): Promise<void> {
	const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
	const waiting = registration?.waiting ?? null;
	if (waiting !== null) await takeOver(waiting);
	location.reload();
}

/** @returns when the worker answers for this page, or too much time has passed */
function takeOver(worker: ServiceWorker): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, MOST_WAIT_MS);
		navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
		worker.postMessage({ type: 'SKIP_WAITING' });
	});
}
