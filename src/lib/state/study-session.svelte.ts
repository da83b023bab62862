import type { ActHistory } from '$lib/domain/act-history';
import { buildQueue } from '$lib/domain/build-queue';
import type { CardId, CardState } from '$lib/domain/card';
import type { Rating } from '$lib/domain/event';
import type { Load } from '$lib/domain/load-balance';
import { answerCard, leaveQueue, nextCard, restoreCard, type Queue, type QueuedCard } from '$lib/domain/queue';
import { withPlan } from '$lib/domain/plan/with-plan';
import { previewRatings, type RatingPreview, type Wait } from '$lib/domain/schedule-card';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { CardAct } from './card-acts';
import { newId, now, studyDayOf } from './clock';
import { leechWarning, type LeechWarning } from './leech-warning';
import { LoadBalancer } from './load-balancer';
import { MemoryWatch } from './memory-watch';
import { NextStart } from './next-start';
import { SessionWriter } from './session-writer.svelte';
import { showCard, type ShownCard } from './shown-card';
import { loadMaterial, type SessionMaterial } from './study-material';
import { cardNow, earlierAct, earlierUndone, setOf, type Act, type UndoneAct } from './study-act';
import type { StudyScope } from './study-scope';
import type { StudyStorage } from './study-storage';
import { summarise, type SessionSummary } from './study-summary';
import { tallyOf } from './study-tally';

export type SessionPhase = 'loading' | 'asking' | 'finished' | 'missing';

const DAYS_AHEAD = 30;

/** The first card is painted by then: counting what lies ahead and reading sources must not delay it. */
const COUNT_AFTER_MS = 250;

/** The answer stands on the screen by then, and nobody has read it yet. */
const LAY_OUT_AFTER_MS = 150;

/** A card that waits for its turn, laid out. */
type LaidOut = { readonly next: QueuedCard; readonly shown: ShownCard };

/** One sitting of study: the queue, the card on the screen, and what is saved of it. */
export class StudySession {
	readonly #app: App;
	readonly #watch = new MemoryWatch(() => void this.#freshen());
	readonly #writer: SessionWriter;
	#material: SessionMaterial | null = null;
	#nextStart: NextStart | null = null;
	#balancer: LoadBalancer | null = null;
	/** What the intervals on the buttons follow from; once the learner has seen them it stays. */
	#load: Load | null = null;
	#isLookedAt = false;
	#shownAt: EpochMs = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#layingOut: ReturnType<typeof setTimeout> | undefined;
	/** Whether what was read at the start has changed since: earlier queues then hold old states. */
	#isFreshened = false;

	#phase = $state<SessionPhase>('loading');
	/** Not reactive: a few milliseconds of saving are nothing to show, and painting them would delay the next card. */
	#busy = false;
	#queue = $state.raw<Queue | null>(null);
	#queued = $state.raw<QueuedCard | null>(null);
	#shown = $state.raw<ShownCard | null>(null);
	#upcoming = $state.raw<LaidOut | null>(null);
	#preview = $state.raw<Record<Rating, RatingPreview> | null>(null);
	#history = $state.raw<readonly Act[]>([]);
	/** What was done earlier today and what of it was taken back, by the log. */
	#earlier = $state.raw<ActHistory>({ done: [], undone: [] });
	#undone = $state.raw<readonly UndoneAct[]>([]);
	#leech = $state.raw<LeechWarning | null>(null);
	#summary = $state.raw<SessionSummary | null>(null);

	/** How far the session is; a card that was put off or suspended counts like an answered one. */
	readonly tally = $derived(
		tallyOf(this.#queue, this.#queued, new Map(this.#history.map(({ queued }) => [queued.card, queued])))
	);

	constructor(app: App) {
		this.#app = app;
		this.#writer = new SessionWriter(app, this.#watch);
	}

	get phase(): SessionPhase {
		return this.#phase;
	}
	/** True while an answer is being saved. */
	get busy(): boolean {
		return this.#busy;
	}
	/** Why answers are not being saved, or null while they are; a newer version in another tab says so before an answer. */
	get problem(): StorageError | null {
		const known = this.#app.database.problem;
		return this.#writer.problem ?? (known?.kind === 'newer-version' ? known : null);
	}
	get shown(): ShownCard | null {
		return this.#shown;
	}
	/** The card that most likely comes next, while the answer of the one before it is read. */
	get upcoming(): ShownCard | null {
		return this.#upcoming?.shown ?? null;
	}
	/** What each rating would bring, for the words on the buttons. */
	get waits(): Record<Rating, Wait> | null {
		const preview = this.#preview;
		return preview === null ? null : { 1: preview[1].wait, 2: preview[2].wait, 3: preview[3].wait, 4: preview[4].wait };
	}
	/** Place of the card on the screen among today's, from 1 on. */
	get position(): number | null {
		return this.#queued === null ? null : this.tally.done + 1;
	}
	/** Of what genre the article behind the shown card's set is, until the first answer in that set on this device; else null. */
	get newGenre(): string | null {
		const setId = this.#queued === null ? null : setOf(this.#queued);
		if (setId === null || this.#material?.unbegun.has(setId) !== true) return null;
		if (this.#history.some(({ queued }) => setOf(queued) === setId)) return null;
		return this.#app.library.banks.find(({ id }) => id === setId)?.article.genre ?? null;
	}
	get canUndo(): boolean {
		return this.#history.length > 0 || this.#earlier.done.length > 0;
	}
	get canRedo(): boolean {
		return this.#undone.length > 0 || this.#earlier.undone.length > 0;
	}
	get summary(): SessionSummary | null {
		return this.#summary;
	}
	/** Whether the card on the screen has a memory that can be forgotten or given a due day. */
	get isShownLearnt(): boolean {
		return (this.#queued?.state?.reviews ?? 0) > 0;
	}
	/** The card that was just forgotten once too often, until the learner has dealt with it. */
	get leech(): LeechWarning | null {
		return this.#leech;
	}

	/** Loads what is due and shows the first card. On a first visit nothing is stored, and the card need not wait for storage. */
	async start(scope: StudyScope): Promise<void> {
		const nextStart = (this.#nextStart = new NextStart(this.#app, scope));
		this.#app.library.prefetch(scope.setId);
		const somethingStored = await this.#app.database.mayHoldData();
		const opened = somethingStored ? await this.#writer.open() : null;
		const storage = opened?.ok === true ? opened.value : null;
		const material = await loadMaterial(this.#app, scope, storage, now());
		this.#writer.report((opened?.ok === false ? opened.error : null) ?? material?.problem ?? null);
		if (material === null) {
			this.#phase = 'missing';
			return;
		}
		this.#material = material;
		this.#balancer = new LoadBalancer(this.#app, material);
		const begun = performance.now();
		const built = withPlan(buildQueue({ ...material.due, last: null }), material.planned);
		const queue = (this.#queue = nextStart.keepPromise(built, material.due.now));
		performance.measure('backstory-queue', { start: begun });
		this.#proceed();
		const cards = [...queue.learning, ...queue.main].map(({ card }) => card);
		setTimeout(() => {
			this.#nameSources();
			void this.#balance(cards, storage);
		}, COUNT_AFTER_MS);
	}

	/** Opens storage ahead of the first answer: called when the learner looks at one. */
	prepare(): void {
		this.#isLookedAt = true;
		void this.#writer.open();
		this.#nameSources();
		clearTimeout(this.#layingOut);
		this.#layingOut = setTimeout(() => this.#layOutNext(), LAY_OUT_AFTER_MS);
	}

	/**
	 * Saves a rating of the shown card, then shows the next one.
	 * @returns whether it went on; if not, the card stays and `problem` says why
	 */
	async rate(rating: Rating): Promise<boolean> {
		const [queue, queued] = [this.#queue, this.#queued];
		if (queue === null || queued === null || this.#busy) return false;
		this.#busy = true;
		const at = now();
		const day = studyDayOf(at);
		const { state: next, interval } = this.#previewAt(queued, at)[rating];
		const id = newId(at);
		const tookMs = Math.max(0, at - this.#shownAt);
		const chosen = interval === null ? {} : { interval };
		const event = { kind: 'review', id, card: queued.card, at, day, rating, tookMs, ...chosen } as const;
		const step = { expected: queued.state, next, parameters: this.#parameters };
		const saved = await this.#writer.review({ event, step }, this.#history.length === 0);
		if (saved !== 'failed') {
			const after = saved === 'not-kept' ? next : (saved.state ?? next);
			const act: Act = { before: queue, queued, wasShown: true, eventIds: [id], rating, after, isEarlier: false };
			const warning = leechWarning(this.#app.preferences.current, queued, after, this.#shown);
			const settled = warning?.suspends === true ? await this.#suspendLeech(act, after) : act;
			if (warning !== null) this.#leech = { ...warning, suspends: settled !== act };
			this.#conclude(settled, answerCard(queue, settled.after ?? after));
		}
		this.#busy = false;
		return saved !== 'failed';
	}

	/**
	 * Does something else with a card than answering it; then the next one shows.
	 * @param card the one on the screen, or one that was warned of
	 * @returns whether it is done; if not, `problem` says why
	 */
	async act(act: CardAct, card = this.#queued?.card): Promise<boolean> {
		const [queue, queued] = [this.#queue, cardNow(card, this.#queued, this.#queue, this.#history)];
		if (queue === null || queued === null || this.#busy) return false;
		this.#busy = true;
		const saved = await this.#writer.act(act, queued.card, queued.state);
		if (saved !== null) {
			if (this.#leech?.card === card) this.#leech = null;
			const done = { before: queue, queued, wasShown: card === this.#queued?.card, eventIds: [saved.id] };
			this.#conclude({ ...done, rating: null, after: saved.state, isEarlier: false }, leaveQueue(queue, queued.card));
		}
		this.#busy = false;
		return saved !== null;
	}

	/** The warning goes, and the card stays as it is. */
	dismissLeech(): void {
		this.#leech = null;
	}

	/** Takes back the last act and shows its card again; may be repeated down to the first, also past a reload. */
	async undo(): Promise<boolean> {
		const act = this.#history.at(-1) ?? earlierAct(this.#earlier.done.at(-1), this.#queue, this.#material);
		if (act === null || this.#busy) return false;
		this.#busy = true;
		const taken = await this.#writer.takeBack(act.queued, act.eventIds);
		this.#busy = false;
		if (taken === null) return false;
		const { state, ids } = taken;
		if (act.isEarlier) this.#earlier = { ...this.#earlier, done: this.#earlier.done.slice(0, -1) };
		else this.#balancer?.move(act.after, state);
		this.#history = this.#history.slice(0, -1);
		this.#undone = [...this.#undone, { ...act, queued: { ...act.queued, state }, voidIds: ids }];
		if (this.#leech?.card === act.queued.card) this.#leech = null;
		this.#queue = act.wasShown ? restoreCard(act.before, { ...act.queued, state }) : act.before;
		if (act.wasShown || this.#phase === 'finished') this.#proceed();
		if (this.#isFreshened) void this.#freshen();
		return true;
	}

	/** Does again what was undone last, also past a reload, until something else is done. */
	async redo(): Promise<boolean> {
		const [act, queue] = [
			this.#undone.at(-1) ?? earlierUndone(this.#earlier.undone.at(-1), this.#queue, this.#material),
			this.#queue
		];
		if (act === null || queue === null || this.#busy) return false;
		this.#busy = true;
		const taken = await this.#writer.takeBack(act.queued, act.voidIds);
		this.#busy = false;
		if (taken === null) return false;
		const { state } = taken;
		const undone = this.#undone.slice(0, -1);
		const { done, undone: before } = this.#earlier;
		const earlier = { done, undone: this.#undone.length > 0 ? before : before.slice(0, -1) };
		const left = state === null ? leaveQueue(queue, act.queued.card) : answerCard(queue, state);
		this.#conclude({ ...act, before: queue, isEarlier: false, after: state }, left);
		[this.#undone, this.#earlier] = [undone, earlier];
		return true;
	}

	/** Answers name their sources once a register is read that the first card need not wait for. */
	#nameSources(): void {
		for (const { sources } of this.#material?.sets.values() ?? []) void sources.load();
	}

	/** The learner wants leeches suspended at once: part of the same step. */
	async #suspendLeech(act: Act, after: CardState): Promise<Act> {
		const saved = await this.#writer.act({ kind: 'suspend', suspended: true }, act.queued.card, after);
		return saved === null ? act : { ...act, eventIds: [...act.eventIds, saved.id], after: saved.state };
	}

	#conclude(act: Act, queue: Queue): void {
		this.#nextStart?.forget();
		this.#balancer?.move(act.queued.state, act.after);
		this.#history = [...this.#history, act];
		this.#undone = [];
		this.#earlier = { ...this.#earlier, undone: [] };
		this.#queue = queue;
		if (act.wasShown || this.#phase === 'finished') this.#proceed();
	}

	/**
	 * The page is out of sight, and may be closed without a word: the next session begins with the card on the screen, unless
	 * that is being answered.
	 */
	keepPlace(): void {
		if (this.#busy) this.#nextStart?.forget();
		else if (this.#shown !== null && this.#queued !== null && this.newGenre === null)
			this.#nextStart?.promise(this.#queued.card, this.#shown, now());
	}

	/** Leaves the session: what Home shows is brought up to date. */
	end(): void {
		this.keepPlace();
		clearTimeout(this.#timer);
		clearTimeout(this.#layingOut);
		this.#watch.end();
		if (this.#history.length + this.#undone.length > 0) void this.#app.home.refresh();
	}

	#proceed(): void {
		const [queue, material] = [this.#queue, this.#material];
		if (queue === null || material === null) return;
		clearTimeout(this.#timer);
		clearTimeout(this.#layingOut);
		const at = now();
		const next = nextCard(queue, at, this.#app.preferences.learnAhead);
		if (next !== null && 'card' in next) {
			this.#queued = next;
			this.#shown = this.#layOut(material, next);
			this.#upcoming = null;
			this.#shownAt = at;
			this.#isLookedAt = false;
			this.#load = this.#balancer?.loadFor(next.card) ?? null;
			this.#preview = this.#previewAt(next, at);
			this.#phase = 'asking';
			return;
		}
		this.#queued = this.#shown = this.#upcoming = this.#preview = null;
		this.#phase = 'finished';
		this.#summary = summarise(material, this.#history, queue, at);
		if (next !== null) this.#timer = setTimeout(() => this.#proceed(), Math.min(DAY_MS, next.wait - at));
		void this.#finish();
	}

	/** @returns a card as the screen shows it: the same object if that was worked out ahead */
	#layOut(material: SessionMaterial, next: QueuedCard): ShownCard {
		const ready = this.#upcoming;
		if (ready?.next.card === next.card && ready.next.state === next.state) return ready.shown;
		return showCard(material, next, this.#app.preferences.current.leechThreshold);
	}

	/** Guesses that the card will be remembered: whatever the rating, the next one is nearly always the same. */
	#layOutNext(): void {
		const [queue, queued, material] = [this.#queue, this.#queued, this.#material];
		if (queue === null || queued === null || material === null || this.#busy) return;
		const at = now();
		const left = answerCard(queue, this.#previewAt(queued, at)[3].state);
		const next = nextCard(left, at, this.#app.preferences.learnAhead);
		if (next !== null && 'card' in next) this.#upcoming = { next, shown: this.#layOut(material, next) };
	}

	/** After the last card: what lies ahead is read from storage, and the browser is asked to keep the data. */
	async #finish(): Promise<void> {
		const [storage, material, queue] = [await this.#writer.opened(), this.#material, this.#queue];
		if (storage === null || material === null || queue === null) return;
		const ahead = await storage.ahead(material.setIds, now(), DAYS_AHEAD);
		if (this.#phase === 'finished') this.#summary = summarise(material, this.#history, queue, now(), ahead);
		await this.#nextStart?.promiseLater(storage, { queue, material }, () => this.#phase === 'finished');
		if (this.#history.length > 0) await this.#app.keepStorage();
	}

	/** Counts what is due on the days ahead, and chooses anew for the card on the screen unless its answer was looked at. */
	async #balance(cards: readonly CardId[], storage: StudyStorage | null): Promise<void> {
		const earlier = await storage?.recentActs(now());
		if (earlier !== undefined && this.#history.length === 0 && !this.#busy) this.#earlier = earlier;
		await this.#balancer?.prepare(storage, cards, now());
		const queued = this.#queued;
		if (queued === null || this.#isLookedAt) return;
		this.#load = this.#balancer?.loadFor(queued.card) ?? null;
		this.#preview = this.#previewAt(queued, now());
	}

	#previewAt({ card, state }: QueuedCard, at: EpochMs): Record<Rating, RatingPreview> {
		return previewRatings(state, { card, at, day: studyDayOf(at) }, this.#parameters, this.#load);
	}

	get #parameters(): SchedulerParameters {
		const parameters = this.#material?.due.parameters;
		if (parameters === undefined) throw new Error('A card is shown after its material has loaded');
		return parameters;
	}

	/** Another tab or device has changed what intervals follow from: those on the buttons are what will come of an answer. */
	async #freshen(): Promise<void> {
		const [queue, queued] = [this.#queue, this.#queued];
		if (queue === null) return;
		const fresh = await (await import('./freshen-session')).freshen(this.#app.database, queue, queued);
		if (fresh === null || this.#material === null) return;
		// Read before an answer that was given meanwhile.
		if (this.#busy || this.#queue !== queue) return this.#freshen();
		this.#isFreshened = true;
		this.#material = { ...this.#material, due: { ...this.#material.due, parameters: fresh.parameters } };
		[this.#queue, this.#queued] = [fresh.queue, fresh.queued];
		if (fresh.queued !== null) this.#preview = this.#previewAt(fresh.queued, now());
	}
}
