import type { CardId, CardState } from '$lib/domain/card';
import { ok, type Result } from '$lib/domain/result';
import type { WrittenCard } from '$lib/storage/card-write';
import { commitActs, commitVoids, type ActWrite } from '$lib/storage/card-acts';
import { loadCards } from '$lib/storage/due-store';
import type { LogWriter, NewVoid } from '$lib/storage/event-store';
import type { StorageError } from '$lib/storage/storage-error';
import { planAct, type CardAct } from './card-acts';
import { newId, now, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog } from './learning-log';

/** A card as the screen has it; null without a state. */
export type ShelvedCard = { readonly card: CardId; readonly state: CardState | null };

/** What was done with cards in one go: enough to undo it. */
export type ShelfAct = { readonly cards: readonly ShelvedCard[]; readonly events: readonly ActWrite['event'][] };

/** What a list of cards reads and writes. A module of its own: a first visit has nothing to read and does without it. */
export class CardShelf {
	readonly #log: LogWriter;

	private constructor(log: LogWriter) {
		this.#log = log;
	}

	/** @returns any storage error */
	static async open(database: DatabaseAccess): Promise<Result<CardShelf, StorageError>> {
		const log = await openLog(database);
		return log.ok ? ok(new CardShelf(log.value)) : log;
	}

	/** @returns the states of those cards that have one; any storage error */
	read(cards: readonly CardId[]): Promise<Result<ReadonlyMap<CardId, CardState>, StorageError>> {
		return loadCards(this.#log.db, cards);
	}

	/** Does the same with each of the cards, or with none. @returns what undoes it, and the cards now; any storage error */
	async act(cards: readonly ShelvedCard[], act: CardAct): Promise<Result<ShelfAct, StorageError>> {
		const at = now();
		const writes = cards.map(({ card, state }) => planAct(act, card, state, at));
		const events = writes.map(({ event }) => event);
		const stored = this.#settle(events, await commitActs(this.#log, writes));
		return stored.ok ? ok({ events, cards: stored.value }) : stored;
	}

	/** Takes it back. @returns the cards as they are then; any storage error */
	async undo({ events }: ShelfAct): Promise<Result<readonly ShelvedCard[], StorageError>> {
		const at = now();
		const day = studyDayOf(at);
		const voids = events.map(({ id, card }): NewVoid => ({ kind: 'void', id: newId(at), card, at, day, voids: id }));
		return this.#settle(voids, await commitVoids(this.#log, voids));
	}

	/** The screen says that nothing was changed, so nothing may be stored later from the journal. */
	#settle(
		events: readonly { readonly id: string; readonly card: CardId }[],
		stored: Result<readonly WrittenCard[], StorageError>
	): Result<readonly ShelvedCard[], StorageError> {
		if (stored.ok) return ok(events.map(({ card }, index) => ({ card, state: stored.value[index]?.state ?? null })));
		for (const { id } of events) this.#log.journal.remove(id);
		return stored;
	}
}
