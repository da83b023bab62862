import { parseNewEvent } from './event-parser';
import { JOURNAL_PREFIX } from './journal-key';
import type { NewEvent } from './new-event';
import { hasOnly, isFields } from './shape';

/** The part of localStorage that is used here. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** How many events may wait. Normally one does, for the few milliseconds that its transaction takes. */
export const JOURNAL_SLOTS = 50;

/**
 * Events on their way into the database, written down synchronously so that they survive a tab that dies or a disk that
 * is full. Each has a key of its own: two tabs that rewrote one list would overwrite each other's entries.
 * A store that is missing or denied makes every method do nothing; the database still takes the events.
 */
export class Journal {
	/** Where this tab wrote its own events, which spares a search through all slots after every rating. */
	readonly #slotById = new Map<string, string>();

	constructor(private readonly store: KeyValueStore | null) {}

	/** Writes an event down. @returns false when there is no store, or no room in it */
	add(event: NewEvent): boolean {
		const known = this.#slotById.get(event.id);
		if (known !== undefined && idOf(this.read(known)) === event.id) return true;
		const text = JSON.stringify({ format: 1, event });
		return this.slots().some((slot) => {
			const waiting = this.read(slot);
			if (waiting !== null) return idOf(waiting) === event.id;
			this.#slotById.set(event.id, slot);
			return this.attempt(() => this.store?.setItem(slot, text));
		});
	}

	/** Strikes out an event that the database holds, or that the learner took back before it did. */
	remove(id: string): void {
		const known = this.#slotById.get(id);
		this.#slotById.delete(id);
		for (const slot of known === undefined ? this.slots() : [known]) {
			if (idOf(this.read(slot)) === id) this.clear(slot);
		}
	}

	/** @returns the events that wait, and the texts that are none */
	waiting(): { readonly events: readonly NewEvent[]; readonly unreadable: readonly string[] } {
		const texts = this.slots()
			.map((slot) => this.read(slot))
			.filter((text) => text !== null);
		const entries = texts.map((text) => ({ text, event: parseEntry(text) }));
		return {
			events: entries.flatMap(({ event }) => (event === null ? [] : [event])),
			unreadable: entries.flatMap(({ text, event }) => (event === null ? [text] : []))
		};
	}

	/** Strikes out a text that is no event. */
	removeText(text: string): void {
		for (const slot of this.slots()) if (this.read(slot) === text) this.clear(slot);
	}

	private slots(): string[] {
		if (this.store === null) return [];
		return Array.from({ length: JOURNAL_SLOTS }, (_, index) => `${JOURNAL_PREFIX}${index}`);
	}

	private read(slot: string): string | null {
		let text: string | null = null;
		this.attempt(() => (text = this.store?.getItem(slot) ?? null));
		return text;
	}

	private clear(slot: string): void {
		this.attempt(() => this.store?.removeItem(slot));
	}

	/** Storage that is denied or full throws. There is no other place to write to, so that is all there is to do. */
	private attempt(action: () => unknown): boolean {
		try {
			action();
			return true;
		} catch {
			return false;
		}
	}
}

function parseEntry(text: string): NewEvent | null {
	const entry = parseJson(text);
	if (!isFields(entry) || entry['format'] !== 1 || !hasOnly(entry, ['format', 'event'])) return null;
	return parseNewEvent(entry['event']);
}

function idOf(text: string | null): string | null {
	return text === null ? null : (parseEntry(text)?.id ?? null);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
