import { isWhole, type Head, type HeadValue } from './head';

/** Hands out the numbers of a flat list one by one, each within its bounds. */
export class NumberCursor {
	readonly #values: readonly HeadValue[];
	#next = 0;
	#failed: string | null = null;
	#isNewer = false;

	constructor(values: Head) {
		this.#values = values;
	}

	/**
	 * @param path what the number is, for the error
	 * @returns the next number; `least` when it is none or out of bounds, which `failed` then tells
	 */
	take(path: string, least: number, most: number): number {
		const value = this.#values[this.#next];
		this.#next += 1;
		if (isWhole(value, least, most)) return value;
		this.#failed ??= path;
		return least;
	}

	/** Takes a number of which later versions may know more: beyond `most` it is theirs. */
	takeKnown(path: string, most: number, later: number): number {
		const value = this.take(path, 0, later);
		if (value <= most) return value;
		this.#isNewer = true;
		return 0;
	}

	/** Takes a number that need not be whole. */
	takeShare(path: string): number {
		const value = this.#values[this.#next];
		this.#next += 1;
		if (typeof value === 'number' && value >= 0 && value <= 1 && !Object.is(value, -0)) return value;
		this.#failed ??= path;
		return 0;
	}

	/** What was wrong first, or null. */
	get failed(): string | null {
		return this.#failed;
	}

	/** True when a later version has written one of the numbers. */
	get isNewer(): boolean {
		return this.#isNewer;
	}

	get isUsedUp(): boolean {
		return this.#next === this.#values.length;
	}
}
