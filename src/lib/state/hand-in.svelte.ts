import type { AssignmentResult } from '$lib/domain/assignment-result';
import { hasNeeds, makeResult } from '$lib/domain/make-result';
import { toPaperCode } from '$lib/domain/paper-code';
import type { Attempt } from '$lib/domain/quiz';
import { ok, type Result } from '$lib/domain/result';
import { sealResult } from '$lib/share/result-link';
import type { TakenRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import { keepSender, markSent } from '$lib/storage/taken-store';
import { isFields } from '$lib/storage/shape';
import type { App } from './app.svelte';
import { KeptWork } from './kept-work';
import { packLink, type Packed } from './pack-link';
import { QuizStore } from './quiz-store';
import { takenOf } from './set-of-attempt';

/** `running`: the sitting has not ended yet. */
export type HandInPhase = 'loading' | 'ready' | 'running' | 'missing';

type Sitting = { readonly attempt: Attempt; readonly row: TakenRow };

/** What a learner says for a result. */
type Said = { readonly name: string; readonly tellsNeeds: boolean };

/** A sitting on its way to the teacher: the learner puts their name to it, and it is sealed so that only the teacher reads it. */
export class HandIn {
	readonly #app: App;
	readonly #base: string;
	#phase = $state<HandInPhase>('loading');
	#sitting = $state.raw<Sitting | null>(null);
	#name = $state('');
	#work: KeptWork<Said> | null = null;
	/** As it was before anything was said, or as it was sent: of that nothing is kept. */
	#untouched: string | null = null;
	#tellsNeeds = $state(false);
	#packed = $state.raw<Packed | null>(null);
	/** The seal that left the device last, as far as this visit knows. */
	#sent = $state.raw<Packed | null>(null);
	#failure = $state<'no-curve' | 'too-large' | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#busy = $state(false);

	/** What will be sent; null without a sitting. */
	readonly result: AssignmentResult | null = $derived.by(() => this.#toResult());

	/** @param base address of the page that opens results, without a fragment */
	constructor(app: App, base: string) {
		this.#app = app;
		this.#base = base;
	}

	get phase(): HandInPhase {
		return this.#phase;
	}
	get attempt(): Attempt | null {
		return this.#sitting?.attempt ?? null;
	}
	get assignment(): TakenRow['assignment'] | null {
		return this.#sitting?.row.assignment ?? null;
	}
	get name(): string {
		return this.#name;
	}
	/** Whether the result may say that more time or other help was needed. */
	get tellsNeeds(): boolean {
		return this.#tellsNeeds;
	}
	get hasNeeds(): boolean {
		return this.#sitting !== null && hasNeeds(this.#sitting.attempt.spec);
	}
	/** Whether this sitting has left the device before. */
	get wasSent(): boolean {
		return this.#sitting?.row.sent.includes(this.#number) ?? false;
	}
	/** Whether what is sealed now has left the device; a later seal has not, whatever was sent before it. */
	get isSent(): boolean {
		return this.#packed !== null && this.#packed === this.#sent;
	}
	/** The sealed result; null before it is made, and again once the name or the consent changes. */
	get packed(): Packed | null {
		return this.#packed;
	}
	/** By which a teacher can tell the paper where nothing can be sealed. */
	get code(): string | null {
		if (this.#sitting === null) return null;
		const { attempt, row } = this.#sitting;
		return toPaperCode(attempt.spec.seed, attempt.spec.setId, attempt.paper, row.set.items);
	}
	/** Why it could not be sealed. */
	get failure(): 'no-curve' | 'too-large' | null {
		return this.#failure;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	get busy(): boolean {
		return this.#busy;
	}

	async load(id: string): Promise<void> {
		const found = await new QuizStore(this.#app.database).load(id);
		this.#problem = found.ok ? null : found.error;
		if (!found.ok) return;
		const attempt = found.value;
		const row = attempt === null ? null : await takenOf(this.#app, attempt);
		if (attempt === null || row === null) {
			this.#phase = 'missing';
			return;
		}
		this.#work = new KeptWork(this.#app.database, `hand.${attempt.id}`, parseSaid);
		const kept = await this.#work.resume();
		this.#sitting = { attempt, row };
		this.#name = this.#app.preferences.current.learnerName || (row.assignment.personal?.name ?? '');
		this.#untouched = JSON.stringify(this.#said);
		if (kept !== null) ({ name: this.#name, tellsNeeds: this.#tellsNeeds } = kept);
		this.#phase = attempt.finishedAt === null ? 'running' : 'ready';
	}

	/** Keeps what was said and not sent, for coming back to. */
	keep(): void {
		const said = this.#said;
		if (this.#untouched !== null) this.#work?.keep(JSON.stringify(said) === this.#untouched ? null : said);
	}

	/** The screen is left. */
	leave(): void {
		this.#work?.leave();
	}

	rename(name: string): void {
		this.#name = name;
		this.#packed = null;
	}

	setTellsNeeds(tells: boolean): void {
		this.#tellsNeeds = tells;
		this.#packed = null;
	}

	/** Goes back to what may be changed. */
	drop(): void {
		this.#packed = null;
	}

	/** Seals the result. @returns whether it can be sent now */
	async seal(): Promise<boolean> {
		const [sitting, result] = [this.#sitting, this.result];
		if (sitting === null || result === null || this.#busy) return false;
		this.#busy = true;
		try {
			await this.#app.preferences.change({ learnerName: result.name });
			const fragment = await this.#sealFor(sitting, result);
			this.#packed =
				fragment === null ? null : await packLink(this.#base, fragment, toTitle(result, sitting.row), true);
			return this.#packed !== null;
		} finally {
			this.#busy = false;
		}
	}

	/** Notes that the result has left the device. */
	async noteSent(): Promise<void> {
		const [sitting, packed] = [this.#sitting, this.#packed];
		if (sitting === null) return;
		const opened = await this.#app.database.open();
		const noted = opened.ok ? await markSent(opened.value, sitting.row.id, this.#number) : opened;
		this.#problem = noted.ok ? null : noted.error;
		if (!noted.ok) return;
		this.#sent = packed;
		this.#untouched = JSON.stringify(this.#said);
		this.keep();
		this.#sitting = { ...sitting, row: { ...sitting.row, sent: [...sitting.row.sent, this.#number] } };
	}

	get #said(): Said {
		return { name: this.#name, tellsNeeds: this.#tellsNeeds };
	}

	get #number(): number {
		return this.#sitting?.attempt.assignment?.number ?? 0;
	}

	#toResult(): AssignmentResult | null {
		const sitting = this.#sitting;
		if (sitting?.attempt.finishedAt == null) return null;
		const { attempt, row } = sitting;
		const { assignment, set } = row;
		return makeResult({ assignment, attempt, items: set.items, name: this.#name, tellsNeeds: this.#tellsNeeds });
	}

	/** Seals by the device's key for this assignment; the first time it is made and kept. */
	async #sealFor({ attempt, row }: Sitting, result: AssignmentResult): Promise<string | null> {
		const { assignment, set } = row;
		const seal = (sender: TakenRow['keyPair']) =>
			sealResult({ result, assignment, items: set.items, paper: attempt.paper, sender });
		const sealed = await seal(row.keyPair);
		this.#failure = sealed.ok ? null : sealed.error.kind;
		if (!sealed.ok) return null;
		if (row.keyPair !== null) return sealed.value.fragment;
		const kept = await this.#keep(row.id, sealed.value.sender);
		this.#problem = kept.ok ? null : kept.error;
		if (!kept.ok || kept.value === null) return null;
		this.#sitting = { attempt, row: { ...row, keyPair: kept.value } };
		// Another tab was first: its key is the one by which the teacher will know this device.
		const again = kept.value === sealed.value.sender ? sealed : await seal(kept.value);
		return again.ok ? again.value.fragment : null;
	}

	async #keep(
		id: string,
		sender: NonNullable<TakenRow['keyPair']>
	): Promise<Result<TakenRow['keyPair'], StorageError>> {
		const opened = await this.#app.database.open();
		const kept = opened.ok ? await keepSender(opened.value, id, sender) : opened;
		return kept.ok ? ok(kept.value) : kept;
	}
}

function parseSaid(value: unknown): Said | null {
	if (!isFields(value)) return null;
	const { name, tellsNeeds } = value;
	return typeof name === 'string' && typeof tellsNeeds === 'boolean' ? { name, tellsNeeds } : null;
}

function toTitle({ name, sitting }: AssignmentResult, { assignment }: TakenRow): string {
	return [assignment.title, name, ...(sitting > 1 ? [String(sitting)] : [])].filter((part) => part !== '').join(' ');
}
