import { cleanText } from '$lib/domain/clean-text';

/** Unit separator. Cleaned text has no control characters, so it never occurs inside one. */
export const SEPARATOR = '\u001F';

/** Hands out the texts of a payload one by one, cleaned. */
export class TextCursor {
	readonly #texts: readonly string[];
	#next = 0;

	constructor(texts: readonly string[]) {
		this.#texts = texts;
	}

	/** @returns the next text; empty past the end, which `isUsedUp` then tells */
	take(): string {
		const text = this.#texts[this.#next] ?? '';
		this.#next += 1;
		return cleanText(text);
	}

	/** True when exactly as many texts were taken as there were. */
	get isUsedUp(): boolean {
		return this.#next === this.#texts.length;
	}
}
