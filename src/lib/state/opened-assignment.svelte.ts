import { namedNeeds } from '$lib/domain/accommodations';
import { paperOf, seedOfForm, specOfAssignment } from '$lib/domain/assigned-paper';
import type { Assignment } from '$lib/domain/assignment';
import { startAttempt } from '$lib/domain/attempt';
import { fitPaper } from '$lib/domain/fewer-options';
import { closingCut, openingState, type ClosingCut, type OpeningState } from '$lib/domain/opening';
import type { Attempt, Paper, QuizSpec } from '$lib/domain/quiz';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import type { TakenRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { countMissing, setOfAssignment, type BankEdition } from './assigned-set';
import { atInstants } from './at-instants';
import { newId, newSeed, now } from './clock';
import { compareReceived, type Standing } from './received-standing';
import { unfinishedOf, type Unfinished } from './unfinished-sitting';

export type OpenedPhase = 'loading' | 'ready' | 'unknown-bank' | 'invalid';

/** What the learner can do with an assignment now. */
export type OpenedStep =
	/** A sitting of it is under way. */
	| { readonly kind: 'go-on'; readonly attempt: string }
	| { readonly kind: 'start' }
	| { readonly kind: 'early' }
	/** Closed, or all sittings taken. `practice`: the questions may still be practised, with answers. */
	| { readonly kind: 'over'; readonly why: 'closed' | 'used-up'; readonly practice: boolean };

/** An assignment that a link or file brought, as its learner sees it before starting. Nothing is stored until they start. */
export class OpenedAssignment {
	readonly assignment: Assignment;
	readonly #app: App;
	#phase = $state<OpenedPhase>('loading');
	#set = $state.raw<StudySet | null>(null);
	#missing = $state(0);
	#edition = $state<BankEdition>('same');
	#standing = $state.raw<Standing | null>(null);
	#taken = $state.raw<TakenRow | null>(null);
	#sittings = $state.raw<readonly Attempt[]>([]);
	#form = $state<'A' | 'B'>('A');
	#canSeal = $state(true);
	#problem = $state.raw<StorageError | null>(null);
	#busy = $state(false);
	#now = $state<EpochMs>(now());

	/** The quiz as this learner takes it, with the more generous of their own terms and those of a personal link. */
	readonly spec: QuizSpec = $derived.by(() => this.#toSpec(this.#seed(), this.#withTerms()));
	readonly count: number = $derived.by(() => this.#count());
	readonly opening: OpeningState = $derived.by(() => openingState(this.assignment.quiz.rules, this.#now));
	/** What closing would cut off a sitting that began now; null for nothing. */
	readonly cut: ClosingCut | null = $derived(closingCut(this.spec, this.count, this.#now));
	/** Sittings that have ended, the first one first. */
	readonly ended: readonly Attempt[] = $derived(this.#sittings.filter(({ finishedAt }) => finishedAt !== null));
	/** What is left to do about sittings begun before. */
	readonly unfinished: Unfinished | null = $derived(
		this.#taken === null ? null : (unfinishedOf(this.#taken, this.#sittings)[0] ?? null)
	);
	readonly step: OpenedStep = $derived.by(() => this.#toStep());

	constructor(app: App, assignment: Assignment) {
		this.#app = app;
		this.assignment = assignment;
	}

	/** The teacher's name for it, or the set's. */
	get title(): string {
		return this.assignment.title === '' ? (this.#set?.title ?? '') : this.assignment.title;
	}
	get phase(): OpenedPhase {
		return this.#phase;
	}
	get set(): StudySet | null {
		return this.#set;
	}
	/** Items that the link names and this copy of the app lacks. */
	get missing(): number {
		return this.#missing;
	}
	/** How the questions here stand to the edition that the teacher gave; `same` once it was begun, as they stay then. */
	get edition(): BankEdition {
		return this.#edition;
	}
	/** How its set stands to the learner's own edition of it; null when its answers are withheld. */
	get standing(): Standing | null {
		return this.#standing;
	}
	/** Whether starting puts its questions among the learner's sets; not while the answers in there are to be found out. */
	get willKeep(): boolean {
		return this.#standing !== null && isNews(this.#standing) && this.#mayKnow();
	}
	get form(): 'A' | 'B' {
		return this.#form;
	}
	/** Whether a result can be sealed here: some old browsers lack what it takes. */
	get canSeal(): boolean {
		return this.#canSeal;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	get busy(): boolean {
		return this.#busy;
	}

	/** Looks for its questions, and for what was done with it here before. */
	async load(): Promise<void> {
		const found = await setOfAssignment(this.#app, this.assignment);
		if (!found.ok) {
			this.#phase = found.error.kind;
			return;
		}
		await this.#readTaken();
		// Those it was begun with stay: an update of the app may have brought others.
		this.#set = this.#taken?.set ?? found.value.set;
		this.#missing = countMissing(this.assignment, this.#set);
		this.#edition = this.#taken === null ? found.value.edition : 'same';
		if (this.assignment.keyPolicy === 'open') {
			this.#standing = compareReceived(await this.#app.library.set(found.value.set.id), found.value.set);
		}
		this.#phase = 'ready';
		await this.#askForCurves();
	}

	/** Looks at the clock again. */
	look(): void {
		this.#now = now();
	}

	/** Looks at the clock when it opens, when it closes, and whenever the page comes into sight, until the returned function is called. */
	watch(): () => void {
		const { opensAt, closesAt } = this.assignment.quiz.rules;
		return atInstants([opensAt, closesAt], () => {
			this.look();
		});
	}

	chooseForm(form: 'A' | 'B'): void {
		this.#form = form;
	}

	/** Begins a sitting. @returns its id, or null when it could not be stored */
	async start(): Promise<string | null> {
		this.look();
		if (this.step.kind !== 'start') return null;
		return this.#begin(async (set, at) => {
			// Another tab may have begun or ended a sitting since: two of one number would replace each other in the gradebook.
			if (!(await this.#readTaken()) || this.step.kind !== 'start') return null;
			if (!(await this.#keepSet(set))) return null;
			const { keepTaken } = await import('./taken-shelf');
			const kept = await keepTaken(this.#app, this.assignment, set);
			this.#problem = kept.ok ? null : kept.error;
			if (!kept.ok) return null;
			const { assignment, set: asked } = kept.value;
			const spec = this.#toSpec(assignment.quiz.forms === 'each' ? newSeed() : this.#seed(), assignment);
			const paper = this.#fit(paperOf(assignment, asked.items, spec.seed), asked, spec);
			const begun = startAttempt({ id: newId(at), title: this.title, spec, paper }, at);
			const number = 1 + Math.max(0, ...this.#sittings.map(({ assignment }) => assignment?.number ?? 0));
			return { ...begun, assignment: { id: this.assignment.id, number } };
		});
	}

	/** Begins a quiz of the learner's own on the same questions; its answers are told. @returns its id, or null */
	async practise(): Promise<string | null> {
		if (this.step.kind !== 'over' || !this.step.practice) return null;
		return this.#begin(async (set, at) => {
			if (!(await this.#keepSet(set))) return null;
			const spec = { ...this.#toSpec(newSeed(), this.#withTerms()), rules: PRACTICE_RULES };
			const paper = this.#fit(paperOf(this.assignment, set.items, spec.seed), set, spec);
			return startAttempt({ id: newId(at), title: this.title, spec, paper }, at);
		});
	}

	/** @returns whether what was done with it here is known */
	async #readTaken(): Promise<boolean> {
		// Most learners open an assignment before they have done anything: they see it without the database library.
		if (!(await this.#app.database.mayHoldData())) return true;
		const { loadTaken } = await import('./taken-shelf');
		const taken = await loadTaken(this.#app, this.assignment.id);
		this.#problem = taken.ok ? null : taken.error;
		if (taken.ok) [this.#taken, this.#sittings] = [taken.value.row, taken.value.sittings];
		return taken.ok;
	}

	async #begin(make: (set: StudySet, at: EpochMs) => Promise<Attempt | null>): Promise<string | null> {
		if (this.#set === null || this.#busy) return null;
		this.#busy = true;
		try {
			const attempt = await make(this.#set, now());
			if (attempt === null) return null;
			const { QuizStore } = await import('./quiz-store');
			const saved = await new QuizStore(this.#app.database).save(attempt);
			this.#problem = saved.ok ? null : saved.error;
			return saved.ok ? saved.value.id : null;
		} finally {
			this.#busy = false;
		}
	}

	#toStep(): OpenedStep {
		const { quiz, keyPolicy } = this.assignment;
		const running = this.#sittings.find(({ finishedAt }) => finishedAt === null);
		if (running !== undefined) return { kind: 'go-on', attempt: running.id };
		if (this.opening === 'early') return { kind: 'early' };
		const practice = keyPolicy === 'open' && this.#mayKnow();
		if (this.opening === 'closed' && quiz.rules.ending.kind !== 'late')
			return { kind: 'over', why: 'closed', practice };
		if (quiz.sittings > 0 && this.ended.length >= quiz.sittings) return { kind: 'over', why: 'used-up', practice };
		return { kind: 'start' };
	}

	/** Everyone's, or that of the chosen form; where each gets their own, one that shows what such a paper is like. */
	#seed(): number {
		return this.assignment.quiz.forms === 'ab' ? seedOfForm(this.assignment, this.#form) : this.assignment.quiz.seed;
	}

	#count(): number {
		return this.#set === null ? 0 : paperOf(this.assignment, this.#set.items, this.spec.seed).length;
	}

	/** The link may be the common one although a personal one was opened before. */
	#withTerms(): Assignment {
		const { assignment } = this;
		return assignment.personal === undefined ? (this.#taken?.assignment ?? assignment) : assignment;
	}

	#toSpec(seed: number, terms: Assignment): QuizSpec {
		const { content } = this.assignment;
		const setId = content.kind === 'set' ? content.set.id : content.bank;
		const { timeFactor, needs } = this.#app.preferences.current;
		return specOfAssignment(terms, { setId, seed, factor: timeFactor, accommodations: namedNeeds(needs) });
	}

	/** Without keys nobody knows which options are wrong, so none is left out. */
	#fit(paper: Paper, set: StudySet, spec: QuizSpec): Paper {
		return this.assignment.keyPolicy === 'withheld' ? paper : fitPaper(paper, set.items, spec);
	}

	/** Whether the rules let the answers be known by now. */
	#mayKnow(): boolean {
		const { feedback, review } = this.assignment.quiz.rules;
		if (this.opening === 'closed') return review.key.includes('closed');
		return feedback.kind !== 'end' || review.key.includes('after') || review.key.includes('later');
	}

	/** Puts the questions among the learner's sets, as any that was received: their cards can be studied. */
	async #keepSet(set: StudySet): Promise<boolean> {
		if (!this.willKeep) return true;
		const { keepSet } = await import('./taken-shelf');
		const kept = await keepSet(this.#app, set);
		this.#problem = kept.ok ? null : kept.error;
		return kept.ok;
	}

	async #askForCurves(): Promise<void> {
		const { makeKeyPairs } = await import('$lib/share/key-pairs');
		const made = await makeKeyPairs();
		const curves = made.ok ? made.value.map(({ publicKey }) => publicKey.curve) : [];
		this.#canSeal = this.assignment.keys.some(({ curve }) => curves.includes(curve));
	}
}

/** Whoever opens a link to their own set keeps their edition. */
function isNews(standing: Standing): boolean {
	return standing.kind === 'new' || (standing.kind === 'newer' && !standing.mine);
}
