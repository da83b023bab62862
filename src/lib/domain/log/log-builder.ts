import { toCardId } from '../card';
import type { LearningEvent } from '../event';
import { ID_BYTES, idBytesOf } from './event-id';
import { CODES, type LogColumns } from './log-columns';

/** One event in numbers, its texts as places in the builder's lists. */
export type Row = {
	readonly device: number;
	readonly seq: number;
	readonly at: number;
	readonly day: number;
	readonly code: number;
	readonly card: number;
	readonly tookMs: number;
	readonly extra: number;
	readonly flags: number;
	readonly guess: number;
};

/** Collects events into columns. The columns keep the order in which the events came. */
export class LogBuilder {
	readonly devices = new TextList();
	readonly cards = new CardList();
	readonly attempts = new TextList();
	readonly guesses: number[] = [];
	#count = 0;
	#voidCount = 0;
	#columns: Columns;
	#voids = new Uint8Array(16 * ID_BYTES);

	/** @param room about how many events there will be: more are taken too, but then what is there is copied */
	constructor(room = 1024) {
		this.#columns = emptyColumns(Math.max(16, room));
	}

	get count(): number {
		return this.#count;
	}

	/**
	 * Adds an event. Of one that `isPackable` refuses the columns hold what they can: enough to order and fold it, though its
	 * id is another and its fractions are gone.
	 */
	addEvent(event: LearningEvent): void {
		this.addRow(idBytesOf(event.id), {
			device: this.devices.placeOf(event.device),
			seq: event.seq,
			at: event.at,
			day: event.day,
			card: this.cards.placeOf(event.card),
			...this.#detailOf(event)
		});
	}

	/** @param id 16 bytes */
	addRow(id: Uint8Array, row: Row): void {
		if (this.#count === this.#columns.at.length) this.#columns = grow(this.#columns, this.#count);
		const columns = this.#columns;
		const place = this.#count;
		columns.id.set(id, place * ID_BYTES);
		columns.device[place] = row.device;
		columns.seq[place] = row.seq;
		columns.at[place] = row.at;
		columns.day[place] = row.day;
		columns.code[place] = row.code;
		columns.card[place] = row.card;
		columns.tookMs[place] = row.tookMs;
		columns.extra[place] = row.extra;
		columns.flags[place] = row.flags;
		columns.guess[place] = row.guess;
		this.#count += 1;
	}

	/** Forgets all rows from one on. The lists keep what only these rows named. */
	dropFrom(row: number): void {
		this.#count = Math.min(this.#count, row);
	}

	/** @returns the place of an id that a void names. @param id 16 bytes */
	addVoided(id: Uint8Array): number {
		if ((this.#voidCount + 1) * ID_BYTES > this.#voids.length) {
			const larger = new Uint8Array(2 * this.#voids.length);
			larger.set(this.#voids);
			this.#voids = larger;
		}
		this.#voids.set(id, this.#voidCount * ID_BYTES);
		this.#voidCount += 1;
		return this.#voidCount - 1;
	}

	/** @returns the place of a chance of guessing. There are a handful: one for each number of options. */
	placeOfGuess(guess: number): number {
		const known = this.guesses.indexOf(guess);
		return known === -1 ? this.guesses.push(guess) - 1 : known;
	}

	finish(): LogColumns {
		const count = this.#count;
		const { id, device, seq, at, day, code, card, tookMs, extra, flags, guess } = this.#columns;
		return {
			count,
			devices: this.devices.texts,
			cards: this.cards.texts,
			attempts: this.attempts.texts,
			guesses: this.guesses,
			id: id.subarray(0, count * ID_BYTES),
			device: device.subarray(0, count),
			seq: seq.subarray(0, count),
			at: at.subarray(0, count),
			day: day.subarray(0, count),
			code: code.subarray(0, count),
			card: card.subarray(0, count),
			tookMs: tookMs.subarray(0, count),
			extra: extra.subarray(0, count),
			flags: flags.subarray(0, count),
			guess: guess.subarray(0, count),
			voids: this.#voids.subarray(0, this.#voidCount * ID_BYTES)
		};
	}

	#detailOf(event: LearningEvent): Pick<Row, 'code' | 'tookMs' | 'extra' | 'flags' | 'guess'> {
		const plain = { tookMs: 0, extra: 0, flags: 0, guess: 0 };
		switch (event.kind) {
			case 'review': {
				const { rating, tookMs, interval } = event;
				if (interval === undefined) return { ...plain, code: rating, tookMs };
				return { ...plain, code: CODES.reviewWithInterval + rating, tookMs, extra: interval };
			}
			case 'quiz-answer': {
				const { attempt, correct, answered, tookMs, guess } = event;
				const flags = Number(correct) + 2 * Number(answered);
				const extra = this.attempts.placeOf(attempt);
				return { code: CODES.quizAnswer, tookMs, extra, flags, guess: this.placeOfGuess(guess) };
			}
			case 'void':
				return { ...plain, code: CODES.void, extra: this.addVoided(idBytesOf(event.voids)) };
			case 'suspend':
				return { ...plain, code: event.suspended ? CODES.suspend : CODES.resume };
			case 'reset':
				return { ...plain, code: event.history === undefined ? CODES.reset : CODES.fullReset };
			case 'bury':
				return { ...plain, code: CODES.bury, extra: event.until };
			case 'set-due':
				return { ...plain, code: CODES.setDue, extra: event.dueDay };
		}
	}
}

/** Texts that stand once each, found by their place. */
class TextList {
	readonly texts: string[] = [];
	readonly #places = new Map<string, number>();

	placeOf(text: string): number {
		const known = this.#places.get(text);
		if (known !== undefined) return known;
		const place = this.texts.push(text) - 1;
		this.#places.set(text, place);
		return place;
	}
}

/** Parts below this share a number with their item; a card with a higher number is found by its text. */
const MOST_PARTS = 16;
const MOST_NUMBERS = 1 << 18;

/** Cards are found by numbers where that is possible: making and finding a text takes longer than all else of a row. */
class CardList extends TextList {
	readonly #bySet = new Map<string, Uint32Array>();

	placeOfAddress(setId: string, item: number, part: number): number {
		const number = part < MOST_PARTS ? item * MOST_PARTS + part : MOST_NUMBERS;
		if (number >= MOST_NUMBERS) return this.placeOf(toCardId({ setId, item, part }));
		const places = this.#placesOf(setId, number);
		// One more than the place, as 0 stands where there is none.
		const known = places[number] ?? 0;
		if (known > 0) return known - 1;
		const place = this.placeOf(toCardId({ setId, item, part }));
		places[number] = place + 1;
		return place;
	}

	/** @returns a list with room for the number */
	#placesOf(setId: string, number: number): Uint32Array {
		const known = this.#bySet.get(setId);
		if (known !== undefined && number < known.length) return known;
		const places = new Uint32Array(2 * (number + 1));
		if (known !== undefined) places.set(known);
		this.#bySet.set(setId, places);
		return places;
	}
}

type Columns = Pick<
	LogColumns,
	'id' | 'device' | 'seq' | 'at' | 'day' | 'code' | 'card' | 'tookMs' | 'extra' | 'flags' | 'guess'
>;

function emptyColumns(capacity: number): Columns {
	return {
		id: new Uint8Array(capacity * ID_BYTES),
		device: new Uint16Array(capacity),
		seq: new Uint32Array(capacity),
		at: new Float64Array(capacity),
		day: new Int32Array(capacity),
		code: new Uint8Array(capacity),
		card: new Uint32Array(capacity),
		tookMs: new Uint32Array(capacity),
		extra: new Int32Array(capacity),
		flags: new Uint8Array(capacity),
		guess: new Uint16Array(capacity)
	};
}

function grow(columns: Columns, count: number): Columns {
	const larger = emptyColumns(2 * count);
	larger.id.set(columns.id);
	larger.device.set(columns.device);
	larger.seq.set(columns.seq);
	larger.at.set(columns.at);
	larger.day.set(columns.day);
	larger.code.set(columns.code);
	larger.card.set(columns.card);
	larger.tookMs.set(columns.tookMs);
	larger.extra.set(columns.extra);
	larger.flags.set(columns.flags);
	larger.guess.set(columns.guess);
	return larger;
}
