import type { CardId } from '$lib/domain/card';
import type { CurvePart, HistoryEntry } from '$lib/domain/statistics/card-history';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { now } from './clock';
import type { CardName } from './card-names';

/** A card's past, and the curve that follows from it. */
export type CardPast = {
	readonly card: CardId;
	/** Null when its question is gone. */
	readonly name: CardName | null;
	readonly entries: readonly HistoryEntry[];
	readonly curve: readonly CurvePart[];
	readonly today: StudyDay;
	/** When the curve was drawn, and where it ends: when the card is due, if that is later. */
	readonly now: EpochMs;
	readonly until: EpochMs;
	readonly recall: number | null;
	readonly dueDay: StudyDay | null;
	readonly lapses: number;
};

/** The history of one card. */
export class CardHistoryDesk {
	readonly #app: App;
	#phase = $state<'loading' | 'missing' | 'ready' | 'failed'>('loading');
	#problem = $state.raw<StorageError | null>(null);
	#past = $state.raw<CardPast | null>(null);

	constructor(app: App) {
		this.#app = app;
	}

	get phase() {
		return this.#phase;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	get past(): CardPast | null {
		return this.#past;
	}

	/** @param card as the address names it; null when it names none */
	async start(card: string | null): Promise<void> {
		if (card === null || !/^[\w-]{1,100}\.\d{1,9}\.\d{1,9}$/.test(card)) {
			this.#phase = 'missing';
			return;
		}
		const { readCardPast } = await import('./card-past');
		const read = await readCardPast(this.#app, card, now());
		this.#problem = read.ok ? null : read.error;
		this.#past = read.ok ? read.value : null;
		this.#phase = !read.ok ? 'failed' : read.value === null ? 'missing' : 'ready';
	}
}
