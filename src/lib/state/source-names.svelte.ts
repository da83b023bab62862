import type { Library, SourceName } from './library.svelte';

/** The sources that the answers of a set name. No card waits for them: an answer names them as soon as they are read. */
export class SourceNames {
	readonly #library: Pick<Library, 'sources'>;
	readonly #setId: string;
	#names = $state.raw<ReadonlyMap<string, SourceName> | null>(null);

	constructor(library: Pick<Library, 'sources'>, setId: string) {
		this.#library = library;
		this.#setId = setId;
	}

	/** @returns those of the keys that are known by now, by name */
	of(keys: readonly string[]): readonly SourceName[] {
		return keys.flatMap((key) => this.#names?.get(key) ?? []);
	}

	/** Reads them, unless they are there. Where that fails, the answer does without them, and the next call tries again. */
	async load(): Promise<void> {
		if (this.#names !== null) return;
		const names = await this.#library.sources(this.#setId).catch(() => null);
		if (names !== null) this.#names = names;
	}
}
