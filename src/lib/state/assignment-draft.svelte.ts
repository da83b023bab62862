import type { Assignment, KeyPair, KeyPolicy } from '$lib/domain/assignment';
import type { PaperForms } from '$lib/domain/blueprint';
import { cleanName, cleanText } from '$lib/domain/clean-text';
import type { StudySet } from '$lib/domain/set';
import { withholdKeys } from '$lib/domain/withhold-keys';
import type { ShareProblem } from '$lib/share/share-problem';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { gatherContent, type AssignedContent } from './assignment-content';
import { now } from './clock';
import { Composer, type ComposeStart } from './composer.svelte';
import { parseKeptAssignment, type KeptAssignment } from './kept-assignment';
import { KeptWork } from './kept-work';
import { selectItems } from './share-query';
import { isAll, isPartial, type StudyScope } from './study-scope';

/** Why an assignment can't be made: there is nothing to ask or too much, or this browser has no key to seal results to. */
export type AssignmentProblem = ShareProblem | 'no-curve';

/** What a teacher chooses besides the questions. */
export type AssignmentChoices = {
	/** Empty for the set's own title. */
	readonly title: string;
	/** May be empty. */
	readonly teacher: string;
	/** Sittings that a learner may hand in; 0 for any number. */
	readonly sittings: number;
	readonly forms: PaperForms;
	readonly keyPolicy: KeyPolicy;
};

const MAX_TITLE = 200;
const USUAL: AssignmentChoices = { title: '', teacher: '', sittings: 1, forms: 'same', keyPolicy: 'open' };
const WORK = 'assignment';

/** An assignment being made: what is asked comes from the composer, the rest from here. Making it stores it with its keys. */
export class AssignmentDraft {
	readonly #app: App;
	readonly #work: KeptWork<KeptAssignment>;
	#composer = $state.raw<Composer | null>(null);
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#choices = $state.raw<AssignmentChoices>(USUAL);
	#isResumed = $state(false);
	#problem = $state<AssignmentProblem | null>(null);
	#storageProblem = $state.raw<StorageError | null>(null);
	#busy = $state(false);
	/** As it was before anything was chosen: of that nothing is kept. */
	#untouched = '';
	#asked = '';

	/** The assignment as it would be made now: still without keys and without a name of its own. */
	readonly preview: Assignment | null = $derived.by(() => {
		const [composer, asked] = [this.#composer, this.#gather()];
		return composer === null || asked === null ? null : { id: '', ...this.#toBody(composer, asked, []) };
	});

	constructor(app: App) {
		this.#app = app;
		this.#work = new KeptWork(app.database, WORK, parseKeptAssignment);
	}

	get phase() {
		return this.#phase;
	}
	get composer(): Composer | null {
		return this.#composer;
	}
	get set(): StudySet | null {
		return this.#composer?.set ?? null;
	}
	get choices(): AssignmentChoices {
		return this.#choices;
	}
	/** The answers of a bundled bank are in every copy of the app. */
	get mayWithhold(): boolean {
		return this.set !== null && this.set.origin !== 'bundled';
	}
	/** Whether this is what was begun on an earlier visit. */
	get isResumed(): boolean {
		return this.#isResumed;
	}
	get problem(): AssignmentProblem | null {
		return this.#problem;
	}
	get storageProblem(): StorageError | null {
		return this.#storageProblem;
	}
	get busy(): boolean {
		return this.#busy;
	}

	/**
	 * Begins with the set that the address names, or the first bundled one, or with the items it picks; or goes on with what
	 * was begun, unless the address asks for something else.
	 */
	async load(scope: StudyScope): Promise<void> {
		this.#asked = JSON.stringify(scope);
		const kept = await this.#takeUp(scope);
		const id = kept?.setId ?? scope.setId ?? this.#app.library.banks[0]?.id ?? '';
		const set = await this.#app.library.set(id);
		if (set === null) {
			this.#phase = 'missing';
			return;
		}
		const picked = isPartial(scope) ? selectItems(set, scope).map(({ number }) => number) : [];
		await this.#begin(set, picked.length > 0 ? { way: 'hand', picked } : {});
		if (kept !== null) this.#resume(set, kept);
		this.#phase = 'ready';
	}

	/** Keeps what was chosen so far, for coming back to. */
	keep(): void {
		const work = this.#toWork();
		if (this.#phase === 'ready') this.#work.keep(JSON.stringify(work) === this.#untouched ? null : work);
	}

	/** Forgets what was begun. */
	async startAfresh(): Promise<void> {
		if (this.set !== null) await this.#begin(this.set, {});
		this.keep();
		await this.#work.stored();
	}

	/** The screen is left. */
	leave(): void {
		this.#work.leave();
	}

	async #begin(set: StudySet, start: ComposeStart): Promise<void> {
		const [composer, teacher] = [new Composer(set, start), await this.#lastTeacher()];
		this.#composer = composer;
		this.#choices = { ...USUAL, teacher };
		this.#isResumed = false;
		this.#untouched = JSON.stringify(this.#toWork());
	}

	/** What was begun is gone on with where the address asks for the same, or for nothing in particular. */
	#takeUp(scope: StudyScope): Promise<KeptAssignment | null> {
		return this.#work.resume(({ asked }) => isAll(scope) || asked === this.#asked);
	}

	#toWork(): KeptAssignment | null {
		const [composer, choices, asked] = [this.#composer, this.#choices, this.#asked];
		return composer === null ? null : { asked, setId: composer.set.id, choices, compose: composer.start };
	}

	#resume(set: StudySet, { choices, compose }: KeptAssignment): void {
		this.#composer = new Composer(set, compose);
		this.choose(choices);
		this.#isResumed = true;
	}

	choose(some: Partial<AssignmentChoices>): void {
		const { title, ...rest } = { ...this.#choices, ...some };
		this.#choices = { ...rest, title: title.slice(0, MAX_TITLE) };
	}

	/** Makes the keys and stores the assignment. @returns its id, or null with `problem` or `storageProblem` set */
	async make(): Promise<string | null> {
		const [composer, asked] = [this.#composer, this.#gather()];
		if (composer === null || asked === null || this.#busy) return null;
		this.#busy = true;
		try {
			return await this.#make(composer, asked);
		} finally {
			this.#busy = false;
		}
	}

	async #make(composer: Composer, asked: AssignedContent): Promise<string | null> {
		const [{ makeKeyPairs }, { assignmentId }, { findShareProblem }] = await Promise.all([
			import('$lib/share/key-pairs'),
			import('$lib/share/assignment-link'),
			import('$lib/share/share-problem')
		]);
		const pairs = await makeKeyPairs();
		this.#problem = pairs.ok ? findShareProblem(asked.content) : pairs.error.kind;
		if (!pairs.ok || this.#problem !== null) return null;
		const body = this.#toBody(composer, asked, pairs.value);
		const id = await assignmentId(body);
		const opened = await this.#app.database.open();
		const { saveGiven } = await import('$lib/storage/given-store');
		const row = { id, assignment: { id, ...body }, givenAt: now(), keyPairs: pairs.value, set: asked.set };
		const saved = opened.ok ? await saveGiven(opened.value, { ...row, classList: [], remarks: [] }) : opened;
		this.#storageProblem = saved.ok ? null : saved.error;
		if (!saved.ok) return null;
		this.#untouched = JSON.stringify(this.#toWork());
		this.keep();
		await this.#work.stored();
		void this.#app.keepStorage();
		return id;
	}

	#gather(): AssignedContent | null {
		const composer = this.#composer;
		if (composer === null || composer.count === 0) return null;
		const { set, sections, seed } = composer;
		return gatherContent({ set, sections, seed, forms: this.#choices.forms });
	}

	#toBody(
		composer: Composer,
		{ content, sections }: AssignedContent,
		pairs: readonly KeyPair[]
	): Omit<Assignment, 'id'> {
		const { title, teacher, sittings, forms } = this.#choices;
		const withholds = this.#choices.keyPolicy === 'withheld' && content.kind === 'set';
		const { time, seed } = composer;
		// What is not in the link can't be told question by question.
		const rules = withholds ? { ...composer.rules, feedback: { kind: 'end' } as const } : composer.rules;
		const named = cleanText(title).replaceAll('\n', ' ').trim();
		return {
			title: named === '' ? composer.set.title : named,
			teacher: cleanName(teacher),
			keyPolicy: withholds ? 'withheld' : 'open',
			content: withholds ? { kind: 'set', set: withholdKeys(content.set) } : content,
			quiz: { sections, time, rules, seed, forms, sittings },
			keys: pairs.map(({ publicKey }) => publicKey)
		};
	}

	/** What the teacher wrote the last time. */
	async #lastTeacher(): Promise<string> {
		if (!(await this.#app.database.mayHoldData())) return '';
		const opened = await this.#app.database.open();
		if (!opened.ok) return '';
		const { listGiven } = await import('$lib/storage/given-store');
		const given = await listGiven(opened.value);
		return given.ok ? (given.value[0]?.assignment.teacher ?? '') : '';
	}
}
