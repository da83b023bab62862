import * as m from '$lib/i18n/paraglide/messages';

/** @returns what a right answer still counts after so many wrong tries, 1 or 2, in words */
export function shareInWords(misses: number): string {
	return misses === 1 ? m.run_two_thirds() : m.run_one_third();
}
