import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadAnew } from '$lib/state/load-anew';

const reload = vi.fn();

/** A browser whose service worker has another one waiting, or none. */
function browserWith(waiting: { postMessage: (message: unknown) => void } | null): EventTarget {
	const container = Object.assign(new EventTarget(), { getRegistration: () => Promise.resolve({ waiting }) });
	vi.stubGlobal('navigator', { serviceWorker: container });
	return container;
}

beforeEach(() => {
	reload.mockClear();
	vi.useFakeTimers();
	vi.stubGlobal('location', { reload });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('loadAnew', () => {
	it('reloads at once where nothing waits, and where there are no service workers', async () => {
		browserWith(null);
		await loadAnew();
		vi.stubGlobal('navigator', {});
		await loadAnew();
		expect(reload).toHaveBeenCalledTimes(2);
	});

	it('lets the version that waits take over first', async () => {
		const postMessage = vi.fn();
		const container = browserWith({ postMessage });
		const loading = loadAnew();
		await vi.advanceTimersByTimeAsync(100);
		expect(postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' });
		expect(reload).not.toHaveBeenCalled();
		container.dispatchEvent(new Event('controllerchange'));
		await loading;
		expect(reload).toHaveBeenCalledTimes(1);
	});

	it('reloads all the same when that version does not answer', async () => {
		browserWith({ postMessage: () => {} });
		const loading = loadAnew();
		await vi.advanceTimersByTimeAsync(3000);
		await loading;
		expect(reload).toHaveBeenCalledTimes(1);
	});
});
