import { plainText } from './text';

// Accents and vowel points of European, Arabic and Hebrew writing. Not every mark: the vowel signs of Indic scripts and
// the voicing marks of kana (U+3099, U+309A) are marks too, and without them different words would be the same.
const ACCENTS = /(?!\u3099|\u309a)(?=\p{Mn})[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}]/gu;
/** Apostrophes and the like vanish (`Qur'an`, `Quran`), as do invisible format characters and the Arabic stretch. */
const VANISHING = /['’‘`´ʹʻʼʽʾʿ\u0640\p{Cf}]/gu;
const MARKS = /[\p{P}\p{Sc}\p{Sk}−]/gu;
const GROUPED_NUMBER = /\b\d{1,3}(?:[, ]\d{3})+(?!\d)/g;
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** Letters that decomposition leaves alone, and the two Arabic letters that Urdu and Persian keyboards type otherwise. */
const LETTERS: ReadonlyMap<string, string> = new Map([
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ø', 'o'],
	['đ', 'd'],
	['ð', 'd'],
	['þ', 'th'],
	['ł', 'l'],
	['ı', 'i'],
	['ك', 'ک'],
	['ي', 'ی'],
	['ى', 'ی'],
	['&', ' and ']
]);
const REPLACED_LETTERS = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * Reduces a typed answer to what counts: words in lower case without accents, punctuation, currency signs or English
 * articles; inside an answer only `the` is one, as `a` may be a name there (`Hepatitis A`). Numbers keep their minus sign and decimal point and lose the separators of thousands.
 */
export function foldAnswer(text: string): string[] {
	const letters = plainText(text)
		.normalize('NFKD')
		.toLowerCase()
		.replace(ACCENTS, '')
		.replace(VANISHING, '')
		.replace(REPLACED_LETTERS, (letter) => LETTERS.get(letter) ?? letter)
		.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
	const words = letters
		.replace(GROUPED_NUMBER, (number) => number.replace(/[, ]/g, ''))
		.replace(MARKS, foldMark)
		.split(/\s+/)
		.filter((word) => word !== '');
	const [first] = words;
	const bare = first !== undefined && words.length > 1 && ARTICLES.has(first) ? words.slice(1) : words;
	return bare.filter((word, place) => place === 0 || word !== 'the');
}

/** A point or comma inside a number is part of it, and so is a minus before one; every other mark parts words. */
function foldMark(mark: string, at: number, whole: string): string {
	const before = whole[at - 1] ?? ' ';
	if (!isDigit(whole[at + 1])) return ' ';
	if ((mark === '.' || mark === ',') && isDigit(before)) return '.';
	return (mark === '-' || mark === '−') && before.trim() === '' ? '-' : ' ';
}

function isDigit(char: string | undefined): boolean {
	return char !== undefined && char >= '0' && char <= '9';
}
