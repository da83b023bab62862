// Imports across layers are relative here: these files also run under Node, where nothing resolves `$lib`.
import * as v from 'valibot';
import { cleanText } from '../domain/clean-text';

/** Longest stem, answer, option, rationale or explanation, in UTF-16 code units. */
export const MAX_TEXT = 2000;
const MAX_TITLE = 200;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const notBlank = v.check((text: string) => text === '' || text.trim() !== '', 'This text is empty.');

/** Text as it may arrive from anywhere: cleaned, then 1 to 2,000 characters, not all of them spaces. */
export const textSchema = v.pipe(
	v.string('A text is expected here.'),
	v.transform(cleanText),
	v.string(),
	v.minLength(1, 'This text is empty.'),
	v.maxLength(MAX_TEXT, `This text is longer than ${String(MAX_TEXT)} characters.`),
	notBlank
);

/** A title or name on one line, 1 to 200 characters. */
export const titleSchema = v.pipe(
	v.string('A text is expected here.'),
	v.transform((text) => cleanText(text).replaceAll('\n', ' ')),
	v.string(),
	v.minLength(1, 'This text is empty.'),
	v.maxLength(MAX_TITLE, `This title is longer than ${String(MAX_TITLE)} characters.`),
	notBlank
);

/** Ids of items, topics, sources, objectives and tags: 1 to 80 letters, digits, `-` and `_`. */
export const keySchema = v.pipe(
	v.string('An id is expected here.'),
	v.regex(/^[A-Za-z0-9_-]{1,80}$/, 'An id is 1 to 80 letters, digits, hyphens and underscores.')
);

/** Id of a set; it is part of every card id, so it is short and has no dot. */
export const setIdSchema = v.pipe(
	v.string('A set id is expected here.'),
	v.regex(/^[A-Za-z0-9_-]{1,40}$/, 'A set id is 1 to 40 letters, digits, hyphens and underscores.')
);

/** A BCP 47 language tag such as `en` or `ur-PK`. */
export const langSchema = v.pipe(
	v.string('A language tag is expected here.'),
	v.maxLength(35, 'This is not a language tag.'),
	v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'This is not a language tag.')
);

/** A calendar date `YYYY-MM-DD`, or `YYYY-MM`, or `YYYY`. */
export const isoDateSchema = v.pipe(
	v.string('A date is expected here.'),
	v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'A date is written YYYY-MM-DD, YYYY-MM or YYYY.'),
	v.check(isCalendarDate, 'This day does not exist.')
);

/** @returns a schema of whole numbers from `least` to `most` */
export function wholeNumber(least: number, most: number) {
	return v.pipe(
		v.number('A number is expected here.'),
		v.integer('A whole number is expected here.'),
		v.minValue(least, `The least possible number is ${String(least)}.`),
		v.maxValue(most, `The greatest possible number is ${String(most)}.`)
	);
}

/** @returns a schema of numbers from `least` to `most` */
export function numberBetween(least: number, most: number) {
	return v.pipe(
		v.number('A number is expected here.'),
		v.minValue(least, `The least possible number is ${String(least)}.`),
		v.maxValue(most, `The greatest possible number is ${String(most)}.`)
	);
}

/**
 * A list of bounded length. The length is checked first, so that a list of a million entries costs nothing.
 * @param entry schema of one entry
 * @param noun what the entries are called in messages, in the plural
 */
export function listOf<T extends v.GenericSchema>(entry: T, least: number, most: number, noun: string) {
	return v.pipe(
		v.array(v.unknown(), `A list of ${noun} is expected here.`),
		v.minLength(least, `At least ${String(least)} ${noun} are needed here.`),
		v.maxLength(most, `At most ${String(most)} ${noun} fit here.`),
		v.array(entry),
		// Once more, because the JSON Schema is made from what stands after the last schema.
		v.minLength(least),
		v.maxLength(most)
	);
}

/** The 29th of February counts in every year that has one; years before 1582 follow the same rule. */
function isCalendarDate(date: string): boolean {
	const [year = 0, month, day] = date.split('-').map(Number);
	if (month === undefined) return true;
	const days = DAYS_IN_MONTH[month - 1];
	if (days === undefined) return false;
	if (day === undefined) return true;
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return day >= 1 && day <= (month === 2 && leap ? 29 : days);
}
