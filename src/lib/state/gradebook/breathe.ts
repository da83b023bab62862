import { now } from '../clock';

/** Longer without a rest, and a page feels stuck. */
const BUDGET_MS = 16;

/** Lets the page answer in the middle of long work. @returns a function to await between two steps of it */
export function createBreather(): () => Promise<void> {
	let since = now();
	return async () => {
		if (Math.abs(now() - since) < BUDGET_MS) return;
		await new Promise((resolve) => setTimeout(resolve));
		since = now();
	};
}
