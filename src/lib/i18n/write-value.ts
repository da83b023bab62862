import { LOCALE } from './locale';

/**
 * What a message shows of a value it is given; the build puts this call into every gap of every message
 * (scripts/build/single-locale.ts). A year is a name, not an amount: it is given as a text.
 * @returns a number from a thousand on with its thousands set apart, such as `9,033`; anything else as it is
 */
export function writeValue(value: unknown): unknown {
	if (typeof value !== 'number' || Math.abs(value) < 1000) return value;
	return new Intl.NumberFormat(LOCALE).format(value);
}
