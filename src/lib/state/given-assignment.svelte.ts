import type { Assignment, PersonalTerms } from '$lib/domain/assignment';
import { paperOf } from '$lib/domain/assigned-paper';
import { cleanName } from '$lib/domain/clean-text';
import { encodeAssignment } from '$lib/share/assignment-link';
import { readGiven } from '$lib/storage/given-store';
import type { GivenRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { packLink, type Packed } from './pack-link';

/** A link for one learner, and whose it is. */
export type PersonalLink = { readonly name: string; readonly packed: Packed };

/** An assignment that was given: its link, its QR code and its file, and links for single learners. */
export class GivenAssignment {
	readonly #app: App;
	readonly #base: string;
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#row = $state.raw<GivenRow | null>(null);
	#packed = $state.raw<Packed | null>(null);
	#personal = $state.raw<PersonalLink | null>(null);
	#problem = $state.raw<StorageError | null>(null);

	/** How many questions a learner gets. */
	readonly count: number = $derived.by(() => {
		if (this.#row === null) return 0;
		const { assignment, set } = this.#row;
		return paperOf(assignment, set.items, assignment.quiz.seed).length;
	});

	/** @param base address of the page that opens links, without a fragment */
	constructor(app: App, base: string) {
		this.#app = app;
		this.#base = base;
	}

	get phase() {
		return this.#phase;
	}
	get row(): GivenRow | null {
		return this.#row;
	}
	get packed(): Packed | null {
		return this.#packed;
	}
	/** The link made last for a single learner. */
	get personal(): PersonalLink | null {
		return this.#personal;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	async load(id: string): Promise<void> {
		const opened = await this.#app.database.open();
		const read = opened.ok ? await readGiven(opened.value, id) : opened;
		this.#problem = read.ok ? null : read.error;
		if (!read.ok) return;
		if (read.value === null) {
			this.#phase = 'missing';
			return;
		}
		this.#packed = await this.#pack(read.value.assignment);
		this.#row = read.value;
		this.#phase = 'ready';
	}

	/** Makes a link for one learner. */
	async makePersonal(terms: PersonalTerms): Promise<void> {
		if (this.#row === null) return;
		const personal = { ...terms, name: cleanName(terms.name) };
		this.#personal = { name: personal.name, packed: await this.#pack({ ...this.#row.assignment, personal }) };
	}

	dropPersonal(): void {
		this.#personal = null;
	}

	async #pack(assignment: Assignment): Promise<Packed> {
		const title = [assignment.title, assignment.personal?.name ?? ''].join(' ').trim();
		return packLink(this.#base, await encodeAssignment(assignment), title, true);
	}
}
