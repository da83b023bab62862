/** Longest fragment a link may have, in characters. Anything longer travels as a file. */
export const MAX_LINK_CHARACTERS = 32_000;

/** Longest text that is searched for a link: a link with every character percent-encoded, inside a message. */
export const MAX_PASTE_CHARACTERS = 120_000;

/** Most bytes that a payload may inflate to. Read while inflating, so a bomb costs no more than this. */
export const MAX_PLAIN_BYTES = 1_048_576;

/** Most bytes of a file: `MAX_PLAIN_BYTES` that would not compress at all, written in base64url, and some white space. */
export const MAX_FILE_BYTES = 1_400_000;

export const MAX_ITEMS = 500;

/** Longest single text, in UTF-16 code units. */
export const MAX_TEXT = 2_000;

export const MAX_TITLE = 200;

/** Options, entries or pairs of one question. */
export const MAX_OPTIONS = 10;

/** Accepted answers of one typed question or one deletion. */
export const MAX_ANSWERS = 20;

/** Largest item number and item revision. */
export const MAX_NUMBER = 1_000_000;

export const MAX_TOPICS = 100;
