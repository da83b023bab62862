import { LOCALE } from './locale';

/** @returns a number with so many decimal places, such as `4.1` */
export function asDecimal(value: number, digits: number): string {
	const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
	return new Intl.NumberFormat(LOCALE, places).format(value);
}
