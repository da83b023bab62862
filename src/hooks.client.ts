import type { HandleClientError } from '@sveltejs/kit';

const RELOADED = 'backstory.reloaded';

// After an update an old tab may ask for a file that is gone: load the page anew, but only once.
addEventListener('vite:preloadError', (event) => {
	try {
		if (sessionStorage.getItem(RELOADED)) return;
		sessionStorage.setItem(RELOADED, '1');
	} catch {
		return;
	}
	event.preventDefault();
	location.reload();
});

/** The one boundary for bugs: they go to the console whole, and to the person as one plain sentence (+error.svelte). */
export const handleError: HandleClientError = ({ error, message }) => {
	console.error(error);
	return { message };
};
