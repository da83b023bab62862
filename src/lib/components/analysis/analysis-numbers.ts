import { LOCALE } from '$lib/i18n/locale';

const SIGNED = new Intl.NumberFormat(LOCALE, {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2,
	signDisplay: 'exceptZero'
});
const PLAIN = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SHORT = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

/** @returns a correlation such as `+0.40` or `−0.63` */
export function asCorrelation(value: number): string {
	return SIGNED.format(value).replace('-', '−');
}

/** @returns a coefficient with two decimals such as `0.78` */
export function asCoefficient(value: number): string {
	return PLAIN.format(value).replace('-', '−');
}

/** @returns a share of 0 to 1 as marks of 100, with a decimal where it is below ten */
export function asMarks(share: number): string {
	return SHORT.format(share < 0.1 ? share * 100 : Math.round(share * 100));
}

/** @returns milliseconds as seconds, with a decimal below ten */
export function asSeconds(ms: number): string {
	return SHORT.format(ms < 10_000 ? ms / 1000 : Math.round(ms / 1000));
}
