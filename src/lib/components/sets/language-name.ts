/** @returns a language's name in the language of the screens, such as `Urdu`; the tag itself when it has none */
export function languageName(tag: string): string {
	try {
		return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
	} catch {
		// Well-formed enough for the schema, unknown to the browser.
		return tag;
	}
}

/** Languages offered for a set of one's own: those with the most learners first would be a judgement, so by tag. */
export const SET_LANGUAGES = [
	'ar',
	'bn',
	'de',
	'en',
	'es',
	'fa',
	'fr',
	'gu',
	'hi',
	'id',
	'it',
	'ja',
	'ko',
	'ml',
	'mr',
	'nl',
	'pa',
	'pl',
	'ps',
	'pt',
	'ru',
	'sv',
	'sw',
	'ta',
	'te',
	'tr',
	'uk',
	'ur',
	'vi',
	'zh'
] as const;
