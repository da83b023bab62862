import type { CardId, CardState } from '$lib/domain/card';
import { emptyForecast, moveInForecast, siblingDueDays, type DueForecast } from '$lib/domain/due-forecast';
import type { Load } from '$lib/domain/load-balance';
import type { EpochMs } from '$lib/domain/units';
import type { App } from './app.svelte';
import { studyDayOf } from './clock';
import { partsOf, type SessionMaterial } from './study-material';
import type { StudyStorage } from './study-storage';

/** How many cards of a session are looked at for siblings; a longer one is hardly finished in one go. */
const MOST_CARDS = 1000;

/**
 * What a session's intervals are chosen with an eye to: how much is due on the days ahead. Counted once, after the first
 * card shows, and kept up to date in memory as answers move cards. Until then intervals are the plain ones.
 */
export class LoadBalancer {
	readonly #app: App;
	readonly #material: SessionMaterial;
	#forecast: DueForecast | null = null;

	constructor(app: App, material: SessionMaterial) {
		this.#app = app;
		this.#material = material;
	}

	/** @param storage null when nothing is stored, and so nothing due */
	async prepare(storage: StudyStorage | null, cards: readonly CardId[], at: EpochMs): Promise<void> {
		if (!this.#app.preferences.current.balanceLoad) return;
		const parts = cards.slice(0, MOST_CARDS).map((card) => partsOf(this.#material, card));
		const siblings = new Set(parts.filter((ofItem) => ofItem.length > 1).flat());
		const bundled = this.#app.library.banks.map(({ id }) => id);
		this.#forecast =
			storage === null ? emptyForecast(studyDayOf(at)) : await storage.forecast(bundled, [...siblings], at);
	}

	/** @returns what the intervals of a card follow from besides itself; null for nothing */
	loadFor(card: CardId): Load | null {
		const { balanceLoad, easyDays } = this.#app.preferences.current;
		if (!balanceLoad || this.#forecast === null) return null;
		return {
			forecast: this.#forecast,
			easyDays,
			siblings: siblingDueDays(this.#forecast, card, partsOf(this.#material, card))
		};
	}

	/** After a card moved, or with the states in each other's place after that was undone. */
	move(before: CardState | null, after: CardState | null): void {
		if (this.#forecast !== null) this.#forecast = moveInForecast(this.#forecast, before, after);
	}
}
