import type { DatabaseAccess } from '../database.svelte';
import { KeptWork } from '../kept-work';

/** A comment being written to one learner, for coming back to. */
export class KeptComment {
	readonly #work: KeptWork<{ readonly comment: string }>;
	#isLoaded = $state(false);
	comment = $state('');

	/** @param result id of the result that is commented on */
	constructor(database: DatabaseAccess, result: string) {
		this.#work = new KeptWork(database, `feedback.${result}`, parseComment);
	}

	/** Whether what was begun is there. Before that nothing can be kept, and so nothing should be typed. */
	get isLoaded(): boolean {
		return this.#isLoaded;
	}

	async load(): Promise<void> {
		try {
			const kept = await this.#work.resume();
			this.comment = kept?.comment ?? '';
		} finally {
			this.#isLoaded = true;
		}
	}

	keep(): void {
		const { comment } = this;
		if (this.#isLoaded) this.#work.keep(comment === '' ? null : { comment });
	}

	/** The screen is left. */
	leave(): void {
		this.#work.leave();
	}
}

function parseComment(value: unknown): { readonly comment: string } | null {
	const isOne = typeof value === 'object' && value !== null && 'comment' in value;
	return isOne && typeof value.comment === 'string' ? { comment: value.comment } : null;
}
