import type { CardId, CardState } from '$lib/domain/card';
import type { QueuedCard } from '$lib/domain/queue';
import type { Result } from '$lib/domain/result';
import type { WrittenCard } from '$lib/storage/card-write';
import type { ReviewWrite } from '$lib/storage/event-store';
import { Journal } from '$lib/storage/journal';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { CardAct } from './card-acts';
import { newId, now, studyDayOf } from './clock';
import { localStore } from './local-store';
import type { MemoryWatch } from './memory-watch';
import { openStudyStorage } from './open-study-storage';
import type { StudyStorage } from './study-storage';

/** The card as stored; `failed` when it should have been stored and was not, `not-kept` where the browser stores nothing. */
export type Saved = WrittenCard | 'failed' | 'not-kept';

/** What a session writes. Storage opens ahead of the first answer; where the browser allows none, the session goes on. */
export class SessionWriter {
	readonly #app: App;
	readonly #watch: MemoryWatch;
	#opening: Promise<Result<StudyStorage, StorageError>> | null = null;
	/** Where the first answer waits while storage is still opening. */
	readonly #journal = new Journal(localStore());
	#problem = $state.raw<StorageError | null>(null);

	/** @param watch begins with the first opening */
	constructor(app: App, watch: MemoryWatch) {
		this.#app = app;
		this.#watch = watch;
	}

	/** Why the last write was not stored, or storage did not open; null while all is well. */
	get problem(): StorageError | null {
		return this.#problem;
	}

	/** Opens storage, once. @returns any storage error, which is no problem before something is to be written */
	open(): Promise<Result<StudyStorage, StorageError>> {
		return (this.#opening ??= openStudyStorage(this.#app, this.#watch));
	}

	/** @returns storage where it was opened; null before, and when that failed */
	async opened(): Promise<StudyStorage | null> {
		const opened = await this.#opening;
		return opened?.ok === true ? opened.value : null;
	}

	/** Says what was found out elsewhere: that the session's cards could not be read. */
	report(problem: StorageError | null): void {
		this.#problem = problem;
	}

	/** Stores an answer. @param isFirst of the session: a tab that is closed before storage has opened has it written down */
	async review(write: ReviewWrite, isFirst: boolean): Promise<Saved> {
		if (isFirst) this.#journal.add(write.event);
		const saved = await this.#save((storage) => storage.saveReview(write));
		if (this.#opening === null) this.#journal.remove(write.event.id);
		return saved;
	}

	/** Stores another act on a card. @returns the stored event's id and the card after it; null when it could not be stored */
	async act(
		act: CardAct,
		card: CardId,
		state: CardState | null
	): Promise<{ readonly id: string; readonly state: CardState | null } | null> {
		const { planAct } = await import('./card-acts');
		const write = planAct(act, card, state, now());
		const saved = await this.#save((storage) => storage.saveReview(write));
		if (saved === 'failed') return null;
		return { id: write.event.id, state: saved === 'not-kept' ? write.step.next : saved.state };
	}

	/** Voids events of a card, the last first, as one step. @returns the card as it is then; null when it could not be stored */
	async takeBack(
		{ card, state: before }: QueuedCard,
		eventIds: readonly string[]
	): Promise<{ readonly state: CardState | null; readonly ids: readonly string[] } | null> {
		let state = before;
		const ids: string[] = [];
		for (const voids of [...eventIds].reverse()) {
			const at = now();
			const event = { kind: 'void', id: newId(at), card, at, day: studyDayOf(at), voids } as const;
			const saved = await this.#save((storage) => storage.saveVoid(event));
			if (saved === 'failed') return null;
			state = saved === 'not-kept' ? before : saved.state;
			ids.push(event.id);
		}
		return { state, ids };
	}

	async #save(write: (storage: StudyStorage) => Promise<Result<WrittenCard, StorageError>>): Promise<Saved> {
		const opened = await this.open();
		if (!opened.ok) this.#opening = null; // the next answer tries again
		const stored = opened.ok ? await write(opened.value) : opened;
		this.#problem = stored.ok ? null : stored.error;
		if (stored.ok) return stored.value;
		return stored.error.kind === 'denied' ? 'not-kept' : 'failed';
	}
}
