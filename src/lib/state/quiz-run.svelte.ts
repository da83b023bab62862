import {
	advance,
	answerQuestion,
	expire,
	finishAttempt,
	goTo,
	openQuestions,
	resumeAttempt
} from '$lib/domain/attempt';
import { questionLimitMs, quizLimitMs, remainingMs, thresholdsPassed } from '$lib/domain/attempt-time';
import type { Item } from '$lib/domain/item';
import { isAnswered, type Attempt, type PaperEntry, type Response } from '$lib/domain/quiz';
import type { StudySet } from '$lib/domain/set';
import type { DurationMs, EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { now } from './clock';
import { itemsByNumber } from './library.svelte';
import { QuizStore } from './quiz-store';

/** Often enough that no second is skipped on the screen. */
const TICK_MS = 250;

export type QuizPhase = 'loading' | 'asking' | 'finished' | 'missing';

/** A clock's news for those who do not look at it. */
export type TimeNews = { readonly kind: 'left'; readonly leftMs: DurationMs } | { readonly kind: 'question-over' };

/**
 * One attempt on the screen. Time is an instant compared with the clock, never counted down; a next question shows only
 * when the answer before it is stored.
 */
export class QuizRun {
	readonly #app: App;
	readonly #store: QuizStore;
	#items = $state.raw<ReadonlyMap<number, Item> | null>(null);
	#set = $state.raw<StudySet | null>(null);
	#attempt = $state.raw<Attempt | null>(null);
	#phase = $state<QuizPhase>('loading');
	#now = $state<EpochMs>(now());
	#busy = $state(false);
	#problem = $state.raw<StorageError | null>(null);
	#news = $state.raw<TimeNews | null>(null);
	/** The last write of the current choice, so that writes never overtake each other. */
	#writing: Promise<unknown> = Promise.resolve();

	readonly entry: PaperEntry | null = $derived(this.#attempt?.paper[this.#attempt.current] ?? null);
	/** Null when the set no longer has it. */
	readonly item: Item | null = $derived(this.entry === null ? null : (this.#items?.get(this.entry.item) ?? null));
	readonly response: Response | null = $derived(this.#attempt?.answers[this.#attempt.current]?.response ?? null);
	readonly leftMs: DurationMs | null = $derived(this.#attempt === null ? null : remainingMs(this.#attempt, this.#now));
	/** Indices of the questions still open, the one on the screen included while it is. */
	readonly open: readonly number[] = $derived(this.#attempt === null ? [] : openQuestions(this.#attempt));
	readonly isLast: boolean = $derived(this.open.every((index) => index === this.#attempt?.current));

	constructor(app: App) {
		this.#app = app;
		this.#store = new QuizStore(app.database);
	}

	get phase(): QuizPhase {
		return this.#phase;
	}
	get set(): StudySet | null {
		return this.#set;
	}
	get id(): string {
		return this.#attempt?.id ?? '';
	}
	/** Index of the question on the screen. */
	get current(): number {
		return this.#attempt?.current ?? 0;
	}
	get count(): number {
		return this.#attempt?.paper.length ?? 0;
	}
	get totalMs(): DurationMs | null {
		if (this.#attempt === null) return null;
		return quizLimitMs(this.#attempt.spec) ?? questionLimitMs(this.#attempt.spec);
	}
	/** Whether a question of this paper is answered on the map. */
	get asksForPlaces(): boolean {
		return this.#attempt?.paper.some(({ item }) => this.#items?.get(item)?.type === 'map') ?? false;
	}
	/** True while a step waits for storage. */
	get busy(): boolean {
		return this.#busy;
	}
	/** Why the last answer is not stored yet, or null. */
	get problem(): StorageError | null {
		return this.#problem;
	}
	get news(): TimeNews | null {
		return this.#news;
	}

	/** Takes up the attempt of that id, or the one under way. */
	async load(id: string | null): Promise<void> {
		const found = id === null ? await this.#store.unfinished() : await this.#store.load(id);
		if (!found.ok) {
			this.#problem = found.error;
			return;
		}
		const attempt = found.value;
		const set = attempt === null ? null : await this.#app.library.set(attempt.spec.setId);
		if (attempt === null || set === null) {
			this.#phase = 'missing';
			return;
		}
		this.#set = set;
		this.#items = itemsByNumber(set);
		if (attempt.finishedAt !== null) {
			this.#attempt = attempt;
			this.#phase = 'finished';
			return;
		}
		await this.#step(resumeAttempt(attempt, now()));
	}

	/** Watches the clock until the returned function is called. */
	watch(): () => void {
		const look = () => void this.#look();
		const timer = setInterval(look, TICK_MS);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}

	/** Shows a choice at once and writes it down, so that a killed browser comes back to it. */
	respond(response: Response): void {
		if (this.#attempt === null || this.#phase !== 'asking' || this.#busy) return;
		const answered = answerQuestion(this.#attempt, isAnswered(response) ? response : null, now());
		if (answered.finishedAt !== null || answered.current !== this.#attempt.current) {
			void this.#step(answered);
			return;
		}
		this.#attempt = answered;
		this.#writing = this.#writing.then(() => this.#write());
	}

	/** Goes on; on an unanswered question this leaves it for later. */
	async next(): Promise<void> {
		if (this.#attempt !== null) await this.#step(advance(this.#attempt, now()));
	}

	async goTo(index: number): Promise<void> {
		if (this.#attempt !== null) await this.#step(goTo(this.#attempt, index, now()));
	}

	async finish(): Promise<void> {
		if (this.#attempt !== null) await this.#step(finishAttempt(this.#attempt, now()));
	}

	/** Stores what comes next, then shows it. When that fails, everything stays where it is and may be tried again. */
	async #step(next: Attempt): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		try {
			await this.#writing;
			const isOver = next.finishedAt !== null;
			const stored = isOver ? await this.#store.finish(next, this.#set?.items ?? []) : await this.#store.save(next);
			this.#problem = stored.ok ? null : stored.error;
			if (!stored.ok) return;
			this.#attempt = stored.value;
			this.#now = now();
			this.#phase = stored.value.finishedAt === null ? 'asking' : 'finished';
			if (this.#phase === 'finished') this.#tellTheApp();
		} finally {
			this.#busy = false;
		}
	}

	/** Home has new numbers, and there is something worth keeping now. */
	#tellTheApp(): void {
		void this.#app.home.refresh();
		void this.#app.keepStorage();
	}

	async #write(): Promise<void> {
		const attempt = this.#attempt;
		if (attempt === null || attempt.finishedAt !== null) return;
		const stored = await this.#store.save(attempt);
		this.#problem = stored.ok ? null : stored.error;
	}

	async #look(): Promise<void> {
		const attempt = this.#attempt;
		if (attempt === null || this.#phase !== 'asking' || this.#busy) return;
		const before = this.leftMs;
		this.#now = now();
		const live = expire(attempt, this.#now);
		if (live !== attempt) {
			this.#news = { kind: 'question-over' };
			await this.#step(live);
			return;
		}
		const [total, after] = [this.totalMs, this.leftMs];
		if (before === null || after === null || total === null) return;
		const mark = thresholdsPassed(before, after, total).at(-1);
		if (mark !== undefined) this.#news = { kind: 'left', leftMs: mark };
	}
}
