import { navigating, updated } from '$app/state';
import type { HandleClientError } from '@sveltejs/kit';

const RELOADED = 'backstory.reloaded';

addEventListener('vite:preloadError', () => void reloadIfUpdated());

/**
 * After an update an old tab may ask for a file that is gone: it loads the page anew, once. Without a network, or with a bad
 * one, that would take the page away and bring nothing; and the router itself sees to the page that it is on its way to.
 */
async function reloadIfUpdated(): Promise<void> {
	if (navigating.to !== null || !(await updated.check())) return;
	try {
		if (sessionStorage.getItem(RELOADED)) return;
		sessionStorage.setItem(RELOADED, '1');
	} catch {
		return;
	}
	location.reload();
}

/** The one boundary for bugs: they go to the console whole, and to the person as one plain sentence (+error.svelte). */
export const handleError: HandleClientError = ({ error, message }) => {
	console.error(error);
	return { message };
};
