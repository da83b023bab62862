/** The first card is painted by then: nothing of this must delay it. */
const WATCH_AFTER_MS = 250;

/** Watches for a session whether its cards' memories are worked out anew: in this tab, another one, or a worker. */
export class MemoryWatch {
	readonly #onchange: () => void;
	#end: (() => void) | null = null;
	#isOver = false;

	constructor(onchange: () => void) {
		this.#onchange = onchange;
	}

	/** May be called again. */
	begin(): void {
		setTimeout(() => void this.#begin(), WATCH_AFTER_MS);
	}

	end(): void {
		this.#isOver = true;
		this.#end?.();
	}

	async #begin(): Promise<void> {
		const { watchMemory } = await import('./freshen-session');
		if (!this.#isOver) this.#end ??= watchMemory(this.#onchange);
	}
}
