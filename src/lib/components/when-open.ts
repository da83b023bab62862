import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * Does something whenever a `<details>` opens. A written page can be unfolded before the app runs, and then tells nobody: what
 * stands open by that time counts.
 */
export function whenOpen(work: () => void): Attachment<HTMLDetailsElement> {
	return (details) => {
		const look = () => {
			if (details.open) work();
		};
		untrack(look);
		details.addEventListener('toggle', look);
		return () => {
			details.removeEventListener('toggle', look);
		};
	};
}
