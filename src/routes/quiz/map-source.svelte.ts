import type { MapData } from '$lib/components/map-data';
import { NO_MAP, type QuizMap } from '$lib/components/quiz/quiz-map';
import type { BankPlace } from '$lib/content/bank';
import type { Item, ItemOf } from '$lib/domain/item';
import { extentOf } from '$lib/domain/map-projection';
import { isBundled, type Library } from '$lib/state/library.svelte';
import { placesToOffer, placesToReview, type MapPlace } from '$lib/state/map-places';

/** The drawn map and the places of a set, loaded only for a quiz that asks about a place. */
export class MapSource {
	readonly #library: Library;
	#map = $state.raw<MapData | null>(null);
	#failed = $state(false);
	#places = $state.raw<readonly BankPlace[]>([]);

	constructor(library: Library) {
		this.#library = library;
	}

	async load(setId: string): Promise<void> {
		if (isBundled(setId)) this.#places = (await this.#library.bank(setId)).places;
		try {
			this.#map = (await import('virtual:map')).default;
		} catch {
			// Offline before everything was stored: the list of places answers the question too.
			this.#failed = true;
		}
	}

	/** @returns what a question needs while it is being answered: nothing that gives the place away */
	forAnswer(item: Item): QuizMap {
		return item.type === 'map' ? this.#show(item, placesToOffer(item, this.#places)) : NO_MAP;
	}

	/** @returns what a question needs once it has been answered */
	forReview(item: Item): QuizMap {
		return item.type === 'map' ? this.#show(item, placesToReview(item.target, this.#places)) : NO_MAP;
	}

	#show({ target }: ItemOf<'map'>, places: readonly MapPlace[]): QuizMap {
		const extent = extentOf(target);
		if (extent === null) return { state: 'outside', map: null, extent: 'region', places };
		const state = this.#map !== null ? 'ready' : this.#failed ? 'failed' : 'loading';
		return { state, map: this.#map, extent, places };
	}
}
