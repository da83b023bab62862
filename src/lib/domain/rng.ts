/** A source of chance: each call gives a number from 0 (included) to 1 (excluded). */
export type Rng = () => number;

/**
 * A small seeded generator: the same seed gives the same numbers on every device, so a paper can be drawn again.
 * Good enough to shuffle a quiz, not for secrets.
 * @param seed any number; its lowest 32 bits count
 * @see mulberry32 by Tommy Ettinger, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function createRng(seed: number): Rng {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * @returns the values in an order decided by `rng`; every order is equally likely
 * @see Fisher and Yates's shuffle, "inside-out" form: D. E. Knuth, The Art of Computer Programming 2, 3.4.2
 */
export function shuffle<T>(values: readonly T[], rng: Rng): T[] {
	const shuffled: T[] = [];
	for (const value of values) {
		const at = Math.floor(rng() * (shuffled.length + 1));
		const displaced = shuffled.splice(at, 1, value);
		shuffled.push(...displaced);
	}
	return shuffled;
}
