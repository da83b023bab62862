import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from '../database.svelte';
import type { Returned } from './open-returns';

/** What was opened by its link: a result, or what a teacher sent back, which `FeedbackDesk` reads. */
export class ReturnedLink {
	readonly #database: DatabaseAccess;
	#phase = $state<'empty' | 'reading' | 'done' | 'feedback'>('empty');
	#returned = $state.raw<Returned | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#turn = 0;

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	get phase() {
		return this.#phase;
	}
	/** What became of it; null until then, and when storage failed. */
	get returned(): Returned | null {
		return this.#returned;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	/** Forgets what was opened, for the next link. */
	clear(): void {
		this.#turn += 1;
		this.#phase = 'empty';
		this.#returned = this.#problem = null;
	}

	/** Opens a link and puts the result into the gradebook, when it is for an assignment given here. */
	async read(text: string): Promise<void> {
		const turn = ++this.#turn;
		this.#phase = 'reading';
		this.#returned = this.#problem = null;
		const [opened, { openReturns }, { returnKind }] = await Promise.all([
			this.#database.open(),
			import('./open-returns'),
			import('$lib/share/find-returns')
		]);
		if (returnKind(text) === 'feedback') {
			if (turn === this.#turn) this.#phase = 'feedback';
			return;
		}
		const done = opened.ok ? await openReturns(opened.value, [text]) : opened;
		// Another link was opened meanwhile.
		if (turn !== this.#turn) return;
		this.#returned = done.ok ? (done.value[0] ?? null) : null;
		this.#problem = done.ok ? null : done.error;
		this.#phase = 'done';
	}
}
