import { LOCALE } from './locale';

/** @returns an amount of storage such as `1.2 MB` */
export function bytesInWords(bytes: number): string {
	const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
	return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(
		amount
	);
}
