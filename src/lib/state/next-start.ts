import type { CardId } from '$lib/domain/card';
import { promiseCard, type Queue } from '$lib/domain/queue';
import type { EpochMs } from '$lib/domain/units';
import type { App } from './app.svelte';
import { forgetCardAhead, keepCardAhead, readCardAhead } from './card-ahead';
import { now } from './clock';
import type { ShownCard } from './shown-card';
import type { SessionMaterial } from './study-material';
import { isAll, type StudyScope } from './study-scope';
import type { StudyStorage } from './study-storage';

/** What a session about everything leaves for the next one: the card it begins with. A session about less leaves nothing. */
export class NextStart {
	readonly #app: App;
	readonly #scope: StudyScope;

	constructor(app: App, scope: StudyScope) {
		this.#app = app;
		this.#scope = scope;
	}

	/** @returns the queue with the card first that was promised, as long as it is one of the day's */
	keepPromise(queue: Queue, at: EpochMs): Queue {
		return isAll(this.#scope) ? promiseCard(queue, readCardAhead(at), at) : queue;
	}

	/** Promises a card from an instant on. */
	promise(card: CardId, shown: ShownCard, from: EpochMs): void {
		if (isAll(this.#scope)) keepCardAhead(card, shown, from, this.#app.preferences);
	}

	/**
	 * Promises what comes first after a finished session.
	 * @param isStillSo whether nothing was taken back while the next day's cards were looked at
	 */
	async promiseLater(
		storage: StudyStorage,
		left: { readonly queue: Queue; readonly material: SessionMaterial },
		isStillSo: () => boolean
	): Promise<void> {
		if (!isAll(this.#scope)) return;
		const { chooseAhead } = await import('./choose-ahead');
		const beginning = await chooseAhead(this.#app, this.#scope, storage, left, now());
		if (beginning !== null && isStillSo()) this.promise(beginning.card, beginning.shown, beginning.from);
	}

	/** A card is answered, or dealt with in another way: it may be the promised one. */
	forget(): void {
		forgetCardAhead();
	}
}
