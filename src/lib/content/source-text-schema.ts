import * as v from 'valibot';
import { hasHiddenCharacters } from '../domain/clean-text';
import { isoDateSchema, textSchema, titleSchema } from './text-schema';

const NOT_TEXT = 'A text is expected here; put numbers and true or false in quotes.';

/** What an author writes is refused where received text is cleaned: hidden characters in a source file are a mistake. */
const plainString = v.pipe(
	v.string(NOT_TEXT),
	v.check((text) => !hasHiddenCharacters(text), 'This text holds a control or direction character or a tab.')
);

/** Text of a bank's source files, 1 to 2,000 characters. */
export const sourceText = v.pipe(plainString, textSchema);

/** Title or name in a bank's source files, 1 to 200 characters. */
export const sourceTitle = v.pipe(plainString, titleSchema);

/** A date of a bank's source files; YAML reads a bare year as a number. */
export const yearOrDate = v.pipe(
	v.union([v.string(), v.number()], 'A date is expected here.'),
	v.transform(String),
	isoDateSchema
);

/** A full day `YYYY-MM-DD` of a bank's source files. */
export const dayDate = v.pipe(
	isoDateSchema,
	v.check((date) => date.length === 'YYYY-MM-DD'.length, 'A full day YYYY-MM-DD is expected here.')
);
