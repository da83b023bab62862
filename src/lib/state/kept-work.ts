const PREFIX = 'backstory.work.';

/**
 * Keeps what somebody is in the middle of and has not stored: a reload or another screen in between loses nothing. It
 * belongs to the tab, and goes with it.
 * @param name of the work; what was kept under it before is gone
 * @param work null when there is none any more
 */
export function keepWork(name: string, work: object | null): void {
	try {
		if (work === null) sessionStorage.removeItem(PREFIX + name);
		else sessionStorage.setItem(PREFIX + name, JSON.stringify(work));
	} catch {
		// Storage is denied or full: the work lives as long as its screen.
	}
}

/** @returns what was kept under a name, for a parser; null when there is nothing */
export function readWork(name: string): unknown {
	try {
		return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null');
	} catch {
		return null;
	}
}

/**
 * Has work kept whenever its screen may be about to go: on another screen's coming, on a reload, and on a tab's being hidden,
 * after which browsers end tabs without a word.
 * @returns what to call when the screen is left
 */
export function keepOnLeaving(keep: () => void): () => void {
	addEventListener('pagehide', keep);
	document.addEventListener('visibilitychange', keep);
	return () => {
		keep();
		removeEventListener('pagehide', keep);
		document.removeEventListener('visibilitychange', keep);
	};
}
