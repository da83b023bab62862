import { buildQueue } from '$lib/domain/build-queue';
import { toCardAddress, type CardState } from '$lib/domain/card';
import type { Rating } from '$lib/domain/event';
import { answerCard, nextCard, restoreCard, type Queue, type QueuedCard } from '$lib/domain/queue';
import { previewRatings, type RatingPreview, type Wait } from '$lib/domain/schedule-card';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import type { WrittenCard } from '$lib/storage/card-write';
import type { StorageError } from '$lib/storage/storage-error';
import type { Result } from '$lib/domain/result';
import { Journal } from '$lib/storage/journal';
import type { App } from './app.svelte';
import { newId, now, studyDayOf } from './clock';
import { localStore } from './local-store';
import { showCard, type ShownCard } from './shown-card';
import { loadMaterial, type SessionMaterial } from './study-material';
import { isPartial, type StudyScope } from './study-scope';
import type { StudyStorage } from './study-storage';
import { summarise, type SessionSummary } from './study-summary';

export type SessionPhase = 'loading' | 'asking' | 'finished' | 'missing';

const DAYS_AHEAD = 30;

/** One answer of this session, with what undoing it needs. */
type Answered = {
	readonly before: Queue;
	readonly queued: QueuedCard;
	readonly eventId: string;
	readonly rating: Rating;
	readonly after: CardState;
};

/** Above this many cards the tally is one plain bar. */
const MOST_STROKES = 60;

type Stroke = { fresh: boolean; state: 'waiting' | 'todo' | 'now' | 'done' | 'again' };

/** One sitting of study: the queue, the card on the screen, and what is saved of it. */
export class StudySession {
	readonly #app: App;
	/** Starts to open with the session. */
	#opening: Promise<Result<StudyStorage, StorageError>> | null = null;
	#scope: StudyScope | null = null;
	#material: SessionMaterial | null = null;
	#shownAt: EpochMs = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Where the first answer waits while storage is still opening. */
	readonly #journal = new Journal(localStore());

	#phase = $state<SessionPhase>('loading');
	/** Not reactive: a few milliseconds of saving are nothing to show, and painting them would delay the next card. */
	#busy = false;
	/** Those of a first visit until storage was read. */
	#parameters = DEFAULT_PARAMETERS;
	#problem = $state.raw<StorageError | null>(null);
	#queue = $state.raw<Queue | null>(null);
	#queued = $state.raw<QueuedCard | null>(null);
	#shown = $state.raw<ShownCard | null>(null);
	#preview = $state.raw<Record<Rating, RatingPreview> | null>(null);
	#history = $state.raw<readonly Answered[]>([]);
	#summary = $state.raw<SessionSummary | null>(null);

	/** The cards answered, each once, with the last answer. */
	readonly #answered = $derived(new Map(this.#history.map((answer) => [answer.queued.card, answer])));
	/** How many cards are done with, for now or for the day. */
	readonly done = $derived(
		this.#answered.size - (this.#queued !== null && this.#answered.has(this.#queued.card) ? 1 : 0)
	);
	/** How many cards the session has in all. */
	readonly total = $derived.by(() => {
		if (this.#queue === null) return 0;
		const { learning, main, done } = this.#queue;
		const waiting = learning.filter(({ card }) => !this.#answered.has(card)).length;
		return this.#answered.size + waiting + main.length - done;
	});
	/** The strokes of the tally: what is done, the card now, what is left. */
	readonly strokes = $derived.by((): Stroke[] => {
		const queue = this.#queue;
		if (queue === null || this.total > MOST_STROKES) return [];
		const waiting = new Set(queue.learning.map(({ card }) => card));
		const shown = this.#queued?.card;
		const done = [...this.#answered.values()].filter(({ queued }) => queued.card !== shown);
		const left = [...queue.learning.filter(({ card }) => !this.#answered.has(card)), ...queue.main.slice(queue.done)];
		return [
			...done.map(({ queued }) => stroke(queued, waiting.has(queued.card) ? 'again' : 'done')),
			...(this.#queued === null ? [] : [stroke(this.#queued, 'now')]),
			...left.filter(({ card }) => card !== shown).map((queued) => stroke(queued, 'todo'))
		];
	});

	constructor(app: App) {
		this.#app = app;
	}

	get phase(): SessionPhase {
		return this.#phase;
	}
	/** True while an answer is being saved. */
	get busy(): boolean {
		return this.#busy;
	}
	/** Why answers are not being saved, or null while they are. */
	get problem(): StorageError | null {
		return this.#problem;
	}
	get shown(): ShownCard | null {
		return this.#shown;
	}
	/** What each rating would bring, for the words on the buttons. */
	get waits(): Record<Rating, Wait> | null {
		const preview = this.#preview;
		return preview === null ? null : { 1: preview[1].wait, 2: preview[2].wait, 3: preview[3].wait, 4: preview[4].wait };
	}
	/** Place of the card on the screen among today's, from 1 on. */
	get position(): number | null {
		return this.#queued === null ? null : this.done + 1;
	}
	/** Of what genre the article behind the shown card's set is, until the first answer in that set on this device; else null. */
	get newGenre(): string | null {
		const setId = this.#queued === null ? null : setOf(this.#queued);
		if (setId === null || this.#material?.unbegun.has(setId) !== true) return null;
		if (this.#history.some(({ queued }) => setOf(queued) === setId)) return null;
		return this.#app.library.banks.find(({ id }) => id === setId)?.article.genre ?? null;
	}
	get canUndo(): boolean {
		return this.#history.length > 0;
	}
	get summary(): SessionSummary | null {
		return this.#summary;
	}

	/** Loads what is due and shows the first card. On a first visit nothing is stored, and the card need not wait for storage. */
	async start(scope: StudyScope): Promise<void> {
		this.#scope = scope;
		this.#app.library.prefetch(scope.setId);
		const somethingStored = await this.#app.database.mayHoldData();
		if (somethingStored) this.prepare();
		const opened = await this.#opening;
		const storage = opened?.ok === true ? opened.value : null;
		this.#parameters = storage?.parameters ?? DEFAULT_PARAMETERS;
		const material = await loadMaterial(this.#app, scope, storage, this.#limits(), now());
		this.#problem = (opened?.ok === false ? opened.error : null) ?? material?.problem ?? null;
		if (material === null) {
			this.#phase = 'missing';
			return;
		}
		this.#material = material;
		this.#queue = buildQueue({ ...material.due, last: null });
		this.#proceed();
	}

	/** Opens storage ahead of the first answer: called when the learner looks at one. */
	prepare(): void {
		this.#opening ??= openStorage(this.#app);
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
		const next = previewRatings(queued.state, { card: queued.card, at, day }, this.#parameters)[rating].state;
		const id = newId(at);
		const tookMs = Math.max(0, at - this.#shownAt);
		const event = { kind: 'review', id, card: queued.card, at, day, rating, tookMs } as const;
		// A tab that is closed before storage has opened has its answer written down.
		if (this.#history.length === 0) this.#journal.add(event);
		const saved = await this.#save((storage) => storage.saveReview({ event, step: { expected: queued.state, next } }));
		if (this.#opening === null) this.#journal.remove(id);
		this.#busy = false;
		if (saved === 'failed') return false;
		const after = saved === 'not-kept' ? next : (saved.state ?? next);
		this.#history = [...this.#history, { before: queue, queued, eventId: id, rating, after }];
		this.#queue = answerCard(queue, after);
		this.#proceed();
		return true;
	}

	/** Takes back the last answer and shows its card again; may be repeated down to the first. */
	async undo(): Promise<boolean> {
		const answered = this.#history.at(-1);
		if (answered === undefined || this.#busy) return false;
		this.#busy = true;
		const { queued, eventId } = answered;
		const at = now();
		const event = { kind: 'void', id: newId(at), card: queued.card, at, day: studyDayOf(at), voids: eventId } as const;
		const saved = await this.#save((storage) => storage.saveVoid(event));
		this.#busy = false;
		if (saved === 'failed') return false;
		const state = saved === 'not-kept' ? queued.state : saved.state;
		this.#history = this.#history.slice(0, -1);
		this.#queue = restoreCard(answered.before, { ...queued, state });
		this.#proceed();
		return true;
	}

	/**
	 * Writes to storage. Where the browser allows none, the session goes on and says that nothing is kept.
	 * @returns the card as stored; `failed` when it should have been stored and was not
	 */
	async #save(
		write: (storage: StudyStorage) => Promise<Result<WrittenCard, StorageError>>
	): Promise<WrittenCard | 'failed' | 'not-kept'> {
		const opened = await (this.#opening ??= openStorage(this.#app));
		if (!opened.ok) this.#opening = null; // the next answer tries again
		const stored = opened.ok ? await write(opened.value) : opened;
		this.#problem = stored.ok ? null : stored.error;
		if (stored.ok) return stored.value;
		return stored.error.kind === 'denied' ? 'not-kept' : 'failed';
	}

	/** Leaves the session: what Home shows is brought up to date. */
	end(): void {
		clearTimeout(this.#timer);
		if (this.#history.length > 0) void this.#app.home.refresh();
	}

	#proceed(): void {
		const [queue, material] = [this.#queue, this.#material];
		if (queue === null || material === null) return;
		clearTimeout(this.#timer);
		const at = now();
		const next = nextCard(queue, at);
		if (next !== null && 'card' in next) {
			this.#queued = next;
			this.#shown = showCard(material, next);
			this.#shownAt = at;
			this.#preview = previewRatings(next.state, { card: next.card, at, day: studyDayOf(at) }, this.#parameters);
			this.#phase = 'asking';
			return;
		}
		this.#queued = this.#shown = this.#preview = null;
		this.#phase = 'finished';
		this.#summary = summarise(material, this.#history, queue, at);
		if (next !== null) this.#timer = setTimeout(() => this.#proceed(), Math.min(DAY_MS, next.wait - at));
		void this.#finish();
	}

	/** After the last card: what lies ahead is read from storage, and the browser is asked to keep the data. */
	async #finish(): Promise<void> {
		const [opened, material, queue] = [await this.#opening, this.#material, this.#queue];
		if (opened?.ok !== true || material === null || queue === null) return;
		const ahead = await opened.value.ahead([...material.sets.keys()], now(), DAYS_AHEAD);
		if (this.#phase === 'finished') this.#summary = summarise(material, this.#history, queue, now(), ahead);
		if (this.#history.length > 0) await this.#app.keepStorage();
	}

	#limits() {
		const { newPerDay, reviewsPerDay } = this.#app.preferences.current;
		// Someone who picks a paragraph or a selection means those cards: only the day's new ones stay limited.
		const partial = this.#scope !== null && isPartial(this.#scope);
		return { fresh: newPerDay, reviews: partial ? Number.MAX_SAFE_INTEGER : reviewsPerDay };
	}
}

async function openStorage(app: App): Promise<Result<StudyStorage, StorageError>> {
	const { StudyStorage } = await import('./study-storage');
	return StudyStorage.open(app.database);
}

function setOf({ card }: QueuedCard): string {
	return toCardAddress(card).setId;
}

function stroke(queued: QueuedCard, state: Stroke['state']): Stroke {
	return { fresh: queued.kind === 'new', state };
}
