/** The one language and its customs, as the Intl functions name it. */
export const LOCALE = 'en-GB';
