import { NO_ACCOMMODATIONS, type Accommodations } from '$lib/domain/accommodations';
import {
	advance,
	answerQuestion,
	continueAttempt,
	expire,
	finishAttempt,
	goTo,
	openQuestions,
	pauseAttempt,
	resumeAttempt
} from '$lib/domain/attempt';
import { checkAnswer, isToBeChecked, triesOf } from '$lib/domain/attempt-feedback';
import { flagQuestion, reportQuestion, stateConfidence } from '$lib/domain/attempt-notes';
import { overviewOf } from '$lib/domain/attempt-overview';
import { graceEndsAt, stageOf, type AttemptStage } from '$lib/domain/attempt-stage';
import { isCutByClosing, recordJump, remainingMs, runningLimitMs, thresholdsPassed } from '$lib/domain/attempt-time';
import type { Item } from '$lib/domain/item';
import { accommodationsOf, rulesOf } from '$lib/domain/opening';
import { sectionsOfPaper, type PaperSection } from '$lib/domain/paper-sections';
import { isAnswered, type AnsweredQuestion, type Attempt, type Confidence, type PaperEntry } from '$lib/domain/quiz';
import type { Response } from '$lib/domain/quiz';
import { PRACTICE_RULES, type QuizRules } from '$lib/domain/quiz-rules';
import type { StudySet } from '$lib/domain/set';
import type { DurationMs, EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { now } from './clock';
import { JumpWatch } from './jump-watch';
import { itemsByNumber, type SourceName } from './library.svelte';
import { QuizStore } from './quiz-store';
import { setOfAttempt } from './set-of-attempt';

/** Often enough that no second is skipped on the screen. */
const TICK_MS = 250;

export type QuizPhase = 'loading' | 'asking' | 'finished' | 'missing';

/** News for those who do not look at the clock. `elsewhere`: another tab went on with the attempt, so its state holds. */
export type TimeNews =
	| { readonly kind: 'left'; readonly leftMs: DurationMs }
	| { readonly kind: 'question-over' }
	| { readonly kind: 'time-up' }
	| { readonly kind: 'elsewhere' };

type Act = (attempt: Attempt, at: EpochMs) => Attempt;

/**
 * One attempt on the screen. Time is an instant compared with the clock, never counted down; a next question shows only
 * when the answer before it is stored.
 */
export class QuizRun {
	readonly #app: App;
	readonly #store: QuizStore;
	#items = $state.raw<ReadonlyMap<number, Item> | null>(null);
	#set = $state.raw<StudySet | null>(null);
	#sources = $state.raw<ReadonlyMap<string, SourceName>>(new Map());
	#attempt = $state.raw<Attempt | null>(null);
	#sections = $state.raw<readonly (PaperSection | null)[]>([]);
	#phase = $state<QuizPhase>('loading');
	#now = $state<EpochMs>(now());
	#busy = $state(false);
	#problem = $state.raw<StorageError | null>(null);
	#news = $state.raw<TimeNews | null>(null);
	/** Whether the current answer was changed on this visit: one that was a miss is not checked again as it is. */
	#isTouched = $state(false);
	/** Set with the attempt, in the browser only. */
	#clock: JumpWatch | null = null;
	/** `lastAt` of what this tab last read or stored. */
	#storedAt: EpochMs = 0;
	/** The last write of the current choice, so that writes never overtake each other. */
	#writing: Promise<unknown> = Promise.resolve();
	/** The last step, done or under way. */
	#stepping: Promise<unknown> = Promise.resolve();

	/** Null until the attempt is loaded. */
	readonly attempt: Attempt | null = $derived(this.#attempt);
	readonly stage: AttemptStage = $derived(this.#attempt === null ? 'running' : stageOf(this.#attempt, this.#now));
	readonly entry: PaperEntry | null = $derived(this.#attempt?.paper[this.#attempt.current] ?? null);
	/** Null when the set no longer has it. */
	readonly item: Item | null = $derived(this.entry === null ? null : (this.#items?.get(this.entry.item) ?? null));
	/** In which section the question on the screen stands; null where that cannot be known, or the quiz is one part without a title. */
	readonly section: PaperSection | null = $derived(this.#sections[this.#attempt?.current ?? 0] ?? null);
	readonly answer: AnsweredQuestion | null = $derived(this.#attempt?.answers[this.#attempt.current] ?? null);
	readonly response: Response | null = $derived(this.answer?.response ?? null);
	readonly leftMs: DurationMs | null = $derived(this.#attempt === null ? null : remainingMs(this.#attempt, this.#now));
	/** Indices of the questions still open, the one on the screen included while it is. */
	readonly open: readonly number[] = $derived(this.#attempt === null ? [] : openQuestions(this.#attempt));
	readonly isLast: boolean = $derived(this.open.every((index) => index === this.#attempt?.current));
	/** Whether going on first tells the answer. A question that the set has lost has none. */
	readonly isToBeChecked: boolean = $derived(
		this.#attempt !== null && this.item !== null && isToBeChecked(this.#attempt)
	);
	/** Whether the answer was wrong, has another try, and is still as it was. */
	readonly isMissed: boolean = $derived(this.isToBeChecked && (this.answer?.misses ?? 0) > 0 && !this.#isTouched);
	readonly overview = $derived(this.#attempt === null ? [] : overviewOf(this.#attempt));
	readonly isFlagged: boolean = $derived(
		this.#attempt !== null && (this.#attempt.flagged?.includes(this.#attempt.current) ?? false)
	);
	/** Whether the learner may stop the clock, and one runs that can be stopped. */
	readonly canPause: boolean = $derived.by(() => {
		if (this.#attempt === null || this.stage !== 'running') return false;
		return this.needs.pauses && this.leftMs !== null && !isCutByClosing(this.#attempt);
	});
	/** Until when handing in is in time after time is up; null where there is no such instant, or it is past. */
	readonly inTimeUntil: EpochMs | null = $derived.by(() => {
		const end = this.#attempt === null ? null : graceEndsAt(this.#attempt);
		return end === null || this.#now > end ? null : end;
	});
	/** Where the current answer comes from. */
	readonly sources: readonly SourceName[] = $derived(
		(this.item?.provenance?.sources ?? []).flatMap((key) => this.#sources.get(key) ?? [])
	);

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
	/** By index of the paper. */
	get sections(): readonly (PaperSection | null)[] {
		return this.#sections;
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
	/** What the learner needs besides more time. */
	get needs(): Accommodations {
		return this.#attempt === null ? NO_ACCOMMODATIONS : accommodationsOf(this.#attempt.spec);
	}
	get totalMs(): DurationMs | null {
		return this.#attempt === null ? null : runningLimitMs(this.#attempt);
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
	get rules(): QuizRules {
		return this.#attempt === null ? PRACTICE_RULES : rulesOf(this.#attempt.spec);
	}
	/** How many tries a question has. */
	get tries(): number {
		return this.#attempt === null ? 1 : triesOf(this.#attempt);
	}
	/** When the quiz closes, or null. */
	get closing(): EpochMs | null {
		return this.rules.closesAt;
	}
	/** When the quiz closes, where that and no limit is what ends it; else null. */
	get closesAt(): EpochMs | null {
		return this.#attempt !== null && isCutByClosing(this.#attempt) ? this.closing : null;
	}

	/** Takes up the attempt of that id, or the one under way. */
	async load(id: string | null): Promise<void> {
		const found = id === null ? await this.#store.unfinished() : await this.#store.load(id);
		if (!found.ok) {
			this.#problem = found.error;
			return;
		}
		const attempt = found.value;
		const set = attempt === null ? null : await setOfAttempt(this.#app, attempt);
		if (attempt === null || set === null) {
			this.#phase = 'missing';
			return;
		}
		this.#set = set;
		this.#items = itemsByNumber(set);
		this.#sections = sectionsOfPaper(attempt.spec, attempt.paper, set.items);
		this.#attempt = attempt;
		this.#storedAt = attempt.lastAt;
		this.#clock = new JumpWatch();
		if (attempt.finishedAt !== null) {
			this.#phase = 'finished';
			return;
		}
		if (attempt.spec.rules !== undefined) this.#sources = await this.#app.library.sources(set.id);
		await this.#step(resumeAttempt);
	}

	/** Watches the clock until the returned function is called. */
	watch(): () => void {
		const look = () => void this.#look();
		const turn = () => {
			this.#clock?.noteVisibility();
			look();
		};
		const timer = setInterval(look, TICK_MS);
		document.addEventListener('visibilitychange', turn);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', turn);
		};
	}

	/** Shows a choice at once and writes it down, so that a killed browser comes back to it. */
	respond(response: Response): void {
		this.#isTouched = true;
		this.#note((attempt, at) => answerQuestion(attempt, isAnswered(response) ? response : null, at));
	}

	/** Says how sure the learner is of the answer on the screen. */
	rate(confidence: Confidence): void {
		this.#note((attempt, at) => stateConfidence(attempt, confidence, at));
	}

	/** Flags the question on the screen, or takes the flag away. */
	flag(): void {
		this.#note((attempt, at) => flagQuestion(attempt, attempt.current, !this.isFlagged, at));
	}

	/** @returns what the learner has said is wrong with the question at an index of the paper; empty for nothing */
	reportOn(index: number): string {
		return this.#attempt?.answers[index]?.report ?? '';
	}

	/**
	 * Keeps the learner's words on what is wrong with a question; its time may be over meanwhile.
	 * @returns whether they are stored: not where the quiz has ended, another tab's state holds, or storage fails
	 */
	async report(index: number, words: string): Promise<boolean> {
		while (this.#busy) await this.#stepping;
		this.#note((attempt, at) => reportQuestion(attempt, index, words, at));
		// Where time has just run out, noting has become a step.
		await Promise.all([this.#stepping, this.#writing]);
		return this.#problem === null && this.reportOn(index) === words.trim();
	}

	/** Says the time left now, to whoever asks. */
	tellTime(): void {
		if (this.leftMs !== null) this.#news = { kind: 'left', leftMs: this.leftMs };
	}

	/** Tells the answer where that comes first, else goes on; on an unanswered question this leaves it for later. */
	async next(): Promise<void> {
		const { item } = this;
		if (this.isMissed) return;
		if (this.isToBeChecked && item !== null) await this.#step((attempt, at) => checkAnswer(attempt, item, at));
		else await this.#step(advance);
	}

	async goTo(index: number): Promise<void> {
		await this.#step((attempt, at) => goTo(attempt, index, at));
	}

	async finish(): Promise<void> {
		await this.#step(finishAttempt);
	}

	async pause(): Promise<void> {
		await this.#step(pauseAttempt);
	}

	async goOn(): Promise<void> {
		await this.#step(continueAttempt);
	}

	/** Shows at once what changes nothing but the question on the screen, and writes it down. */
	#note(act: Act): void {
		if (this.#phase !== 'asking' || this.#busy) return;
		const at = this.#readClock();
		if (this.#attempt === null) return;
		const noted = act(this.#attempt, at);
		if (noted.finishedAt !== null || noted.current !== this.#attempt.current) {
			void this.#step(() => noted);
			return;
		}
		this.#attempt = noted;
		this.#now = at;
		this.#writeLater();
	}

	/** Stores what comes next, then shows it. When that fails, everything stays where it is and may be tried again. */
	async #step(act: Act): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		await (this.#stepping = this.#takeStep(act));
	}

	async #takeStep(act: Act): Promise<void> {
		try {
			const shown = this.#news;
			await this.#writing;
			// Another tab was quicker: what was meant is not what is shown any more.
			const wasElsewhere = this.#news !== shown && this.#news?.kind === 'elsewhere';
			const at = this.#readClock();
			if (this.#attempt === null || wasElsewhere) return;
			await this.#storeStep(act(this.#attempt, at));
		} finally {
			this.#busy = false;
		}
	}

	async #storeStep(next: Attempt): Promise<void> {
		const stored =
			next.finishedAt === null
				? await this.#store.save(next, this.#storedAt)
				: await this.#store.finish(next, this.#set?.items ?? [], this.#storedAt);
		this.#problem = stored.ok ? null : stored.error;
		if (!stored.ok) return;
		this.#isTouched = false;
		this.#show(stored.value, next);
		this.#now = now();
		this.#phase = stored.value.finishedAt === null ? 'asking' : 'finished';
		if (this.#phase === 'finished') this.#tellTheApp();
	}

	/** Takes over what is stored; what another tab has stored meanwhile holds. */
	#show(stored: Attempt, meant: Attempt): void {
		this.#attempt = stored;
		this.#storedAt = stored.lastAt;
		if (stored !== meant && stored.finishedAt === null) this.#news = { kind: 'elsewhere' };
	}

	/** Home has new numbers, and there is something worth keeping now. */
	#tellTheApp(): void {
		void this.#app.home.refresh();
		void this.#app.keepStorage();
	}

	#writeLater(): void {
		this.#writing = this.#writing.then(() => this.#write());
	}

	async #write(): Promise<void> {
		const attempt = this.#attempt;
		if (attempt === null || attempt.finishedAt !== null) return;
		const stored = await this.#store.save(attempt, this.#storedAt);
		this.#problem = stored.ok ? null : stored.error;
		if (!stored.ok) {
			if (stored.error.kind !== 'erased') this.#store.keepForLater({ attempt, basedOn: this.#storedAt });
			return;
		}
		if (stored.value !== attempt) this.#show(stored.value, attempt);
		// What was chosen while this was being written follows in a write of its own.
		else this.#storedAt = attempt.lastAt;
	}

	/** Reads the clock; where it was set forward, the attempt moves with it. */
	#readClock(): EpochMs {
		const at = now();
		const jump = this.#clock?.jumpUntil(at) ?? 0;
		if (jump === 0 || this.#attempt === null) return at;
		this.#attempt = recordJump(this.#attempt, jump, at);
		// At once, as nobody could tell after a reload.
		if (this.#phase === 'asking' && !this.#busy) this.#writeLater();
		return at;
	}

	async #look(): Promise<void> {
		if (this.#attempt === null || this.#phase !== 'asking' || this.#busy) return;
		const [before, stage] = [this.leftMs, this.stage];
		this.#now = this.#readClock();
		const { current } = this.#attempt;
		if (expire(this.#attempt, this.#now) !== this.#attempt) {
			await this.#step(expire);
			if (this.#attempt.current !== current) this.#news = { kind: 'question-over' };
			return;
		}
		if (stage === 'running' && this.stage !== 'running') this.#news = { kind: 'time-up' };
		const [total, after] = [this.totalMs, this.leftMs];
		if (before === null || after === null || total === null) return;
		const mark = after > 0 ? thresholdsPassed(before, after, total).at(-1) : undefined;
		if (mark !== undefined) this.#news = { kind: 'left', leftMs: mark };
	}
}
