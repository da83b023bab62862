export const PAPER_SIZES = ['a4', 'letter'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

/** Regions that print on Letter. @see Unicode CLDR, supplemental data, measurementData, paperSize "US-Letter" */
const LETTER_REGIONS: readonly string[] = 'BZ CA CL CO CR DO GT MX NI PA PH PR SV US VE'.split(' ');

/**
 * The paper that printers hold where a language is spoken.
 * @param language a language tag such as `en-US`; without a region it says A4, as most of the world does
 */
export function usualPaper(language: string): PaperSize {
	const [, ...subtags] = language.toUpperCase().split('-');
	return subtags.some((subtag) => LETTER_REGIONS.includes(subtag)) ? 'letter' : 'a4';
}
