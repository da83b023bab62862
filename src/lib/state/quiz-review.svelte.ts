import { calibrationOf, judgementOf, type CalibrationRow, type Judgement } from '$lib/domain/confidence';
import type { MissReason } from '$lib/domain/quiz';
import {
	broughtBy,
	lessSightAt,
	moreSightAt,
	nextStageAt,
	NO_SIGHT,
	type ReviewSight,
	type SightChange
} from '$lib/domain/review-sight';
import { missedItems, scoreAttempt, type AttemptScore } from '$lib/domain/score';
import { applyFeedback } from '$lib/domain/teacher-marks';
import type { EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { timeoutAt } from './at-instants';
import { now } from './clock';
import { learnSitting } from './learn-sitting';
import { QuizStore } from './quiz-store';
import { mixedUpIn, toReviewed, type MixedUpItems, type ReviewedQuestion } from './reviewed-question';
import { attemptInFull, sightOfFull, type AttemptInFull } from './set-of-attempt';
import { keepSet } from './taken-shelf';

type Reviewed = AttemptInFull & {
	/** With the teacher's marks, where feedback brought them. */
	readonly score: AttemptScore;
	readonly questions: readonly ReviewedQuestion[];
};

/** A finished quiz: its result, and each question with what was answered, as far as its rules let them be seen now. */
export class QuizReview {
	readonly #app: App;
	readonly #store: QuizStore;
	#phase = $state<'loading' | 'ready' | 'missing' | 'running'>('loading');
	#reviewed = $state.raw<Reviewed | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#now = $state<EpochMs>(now());
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What is being said of the attempt. */
	#correcting: Promise<boolean> | null = null;
	/** Whether the cards were taught what the sitting says of them, or are being. */
	#hasLearnt = false;

	/** What may be seen. */
	readonly sight: ReviewSight = $derived.by(() =>
		this.#reviewed === null ? NO_SIGHT : sightOfFull(this.#reviewed, this.#now)
	);
	/** When more will be seen, or null. */
	readonly more: SightChange | null = $derived.by(() => this.#change(moreSightAt));
	/** From when on less will be seen, or null. */
	readonly less: SightChange | null = $derived.by(() => this.#change(lessSightAt));
	/** Numbers of the items to study again, unanswered ones included; none while they may not be known. */
	readonly missed: readonly number[] = $derived.by(() =>
		this.#reviewed === null || !this.sight.correctness || !this.sight.key ? [] : missedItems(this.#reviewed.score)
	);
	/** Items of one topic that the learner says they mixed up, where there are several to tell apart. */
	readonly mixedUp: readonly MixedUpItems[] = $derived(mixedUpIn(this.#reviewed?.questions ?? []));
	readonly dueMissed: number = $derived(this.#countDue('missed'));
	readonly dueGuessed: number = $derived(this.#countDue('guessed'));
	/** How often the learner was right when sure, fairly sure and guessing; empty when nobody asked. */
	readonly calibration: readonly CalibrationRow[] = $derived(
		this.#reviewed === null ? [] : calibrationOf(this.#reviewed.score.questions)
	);
	readonly judgement: Judgement | null = $derived(
		this.#reviewed === null ? null : judgementOf(this.#reviewed.score.questions)
	);

	constructor(app: App) {
		this.#app = app;
		this.#store = new QuizStore(app.database);
	}

	/** `running`: the attempt is not finished yet. */
	get phase() {
		return this.#phase;
	}
	get reviewed(): Reviewed | null {
		return this.#reviewed;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	async load(id: string): Promise<void> {
		const found = await this.#store.load(id);
		if (!found.ok) {
			this.#problem = found.error;
			return;
		}
		const attempt = found.value;
		if (attempt !== null && attempt.finishedAt === null) {
			this.#phase = 'running';
			return;
		}
		const ground = attempt === null ? null : await attemptInFull(this.#app, attempt);
		if (ground === null) {
			this.#phase = 'missing';
			return;
		}
		await this.#show(ground);
		this.#phase = 'ready';
		this.#look();
	}

	/** Shows more or less as soon as the rules say so, until the returned function is called. */
	watch(): () => void {
		const look = () => {
			this.#look();
		};
		document.addEventListener('visibilitychange', look);
		return () => {
			clearTimeout(this.#timer);
			document.removeEventListener('visibilitychange', look);
		};
	}

	/**
	 * Takes the learner's word that what was typed is right, or takes that back: score and memory follow.
	 * @param index of the question on the paper
	 */
	overrule(index: number, overruled: boolean): Promise<boolean> {
		return this.#correct(async ({ attempt, set }) => {
			const stored = await this.#store.rule(attempt, index, overruled, set.items);
			if (stored.ok) void this.#app.home.refresh();
			return stored;
		});
	}

	/**
	 * Puts the questions among the learner's sets, where an assignment let their answers be known only later than its start:
	 * their cards can be studied from now on.
	 * @returns whether they are there
	 */
	async keepSet(): Promise<boolean> {
		const set = this.#reviewed?.set;
		if (set === undefined || (await this.#app.library.set(set.id)) !== null) return set !== undefined;
		const kept = await keepSet(this.#app, set);
		this.#problem = kept.ok ? null : kept.error;
		return kept.ok;
	}

	/** Notes why a question was missed. */
	giveReason(index: number, reason: MissReason): Promise<boolean> {
		return this.#correct(({ attempt }) => this.#store.giveReason(attempt.id, index, reason));
	}

	/**
	 * Keeps the learner's words on what is wrong with a question.
	 * @returns whether they are stored: not where the attempt was erased meanwhile, or storage fails
	 */
	async report(index: number, words: string): Promise<boolean> {
		while (this.#correcting !== null) await this.#correcting;
		return this.#correct(({ attempt }) => this.#store.report(attempt.id, index, words));
	}

	/** A second press while the first is being stored says nothing new. @returns whether it is stored */
	async #correct(store: (reviewed: Reviewed) => ReturnType<QuizStore['load']>): Promise<boolean> {
		if (this.#reviewed === null || this.#correcting !== null) return false;
		this.#correcting = this.#storeCorrection(store(this.#reviewed));
		try {
			return await this.#correcting;
		} finally {
			this.#correcting = null;
		}
	}

	async #storeCorrection(storing: ReturnType<QuizStore['load']>): Promise<boolean> {
		const stored = await storing;
		this.#problem = stored.ok ? null : stored.error;
		if (!stored.ok || stored.value === null) return false;
		const ground = await attemptInFull(this.#app, stored.value);
		if (ground !== null) await this.#show(ground);
		return true;
	}

	#look(): void {
		const reviewed = this.#reviewed;
		const sawKey = this.sight.key;
		this.#now = now();
		if (reviewed !== null && this.sight.key !== sawKey) void this.#show(reviewed);
		void this.#learn();
		clearTimeout(this.#timer);
		const next = reviewed === null ? null : nextStageAt(reviewed.attempt, this.#now);
		if (next === null) return;
		this.#timer = timeoutAt(next, () => {
			this.#look();
		});
	}

	/** Cards come back once the answers may be known, also while the review stays open. */
	async #learn(): Promise<void> {
		if (this.#reviewed === null || !this.sight.key || this.#hasLearnt) return;
		this.#hasLearnt = true;
		const problem = await learnSitting(this.#app, this.#reviewed, this.sight);
		if (problem === null) return;
		this.#hasLearnt = false;
		this.#problem = problem;
	}

	#change(find: typeof moreSightAt): SightChange | null {
		const reviewed = this.#reviewed;
		if (reviewed === null || reviewed.withheld) return null;
		return find(reviewed.attempt, this.#now, reviewed.feedback && broughtBy(reviewed.feedback));
	}

	#countDue(why: 'missed' | 'guessed'): number {
		return this.#reviewed?.questions.filter(({ due }) => due === why).length ?? 0;
	}

	/** What was withheld teaches no card before it may be known. */
	#mayTeach(ground: AttemptInFull): boolean {
		if (ground.withheld) return false;
		return ground.feedback?.set === undefined || sightOfFull(ground, now()).key;
	}

	async #show(ground: AttemptInFull): Promise<void> {
		const { attempt, set, feedback } = ground;
		const own = scoreAttempt(attempt, set.items);
		const marked = applyFeedback(attempt, set.items, own, feedback);
		const sources = await this.#app.library.sources(set.id);
		const questions = toReviewed(ground, { ...marked, own }, sources, this.#mayTeach(ground));
		this.#reviewed = { ...ground, score: marked.score, questions };
	}
}
