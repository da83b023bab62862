import { foldAnswer } from '../../src/lib/domain/fold-answer';
import { toPlainText } from './words';

/** English words that carry grammar rather than content, folded. */
const FUNCTION_WORDS = new Set(
	(
		'a an the this that these those it its he she they them their his her him we us our you your i my me ' +
		'and or but nor so if then than as while when whenever where why how what which who whom whose whether because ' +
		'of in on at to into onto from by for with without within about after before between among against along over ' +
		'under up down out off through during until since upon toward towards beside besides across per via ' +
		'is are was were be been being am do does did done doing have has had having can could may might shall should ' +
		'will would must not no yes there here also too very just still yet ever each both either neither any all some ' +
		'such same other others another own more most much many few less least one ones'
	).split(' ')
);

/** A folded word of a text, and what is left of it without its ending. */
export type ContentWord = { readonly form: string; readonly stem: string };

/** @returns the words of a text that carry content, in order; of a text with none, all its words */
export function contentForms(text: string): ContentWord[] {
	const words = foldAnswer(toPlainText(text));
	const content = words.filter((word) => !FUNCTION_WORDS.has(word));
	return (content.length > 0 ? content : words).map((form) => ({ form, stem: stemWord(form) }));
}

/** @returns the same words without their endings */
export function contentWords(text: string): string[] {
	return contentForms(text).map(({ stem }) => stem);
}

/**
 * Takes the commonest English endings off a folded word, so that `borders` and `border`, `recognised` and `recognise` agree.
 * Only forms of one text are compared with one another, so what is left need not be a word.
 */
export function stemWord(word: string): string {
	if (word.length < 4 || /\P{L}/u.test(word)) return word;
	const singular = word.replace(/(?<=..)ies$/, 'y').replace(/(?<=..[^suiy])s$/, '');
	const bare = singular.replace(/(?<=..)ied$/, 'y').replace(/(?<=[aeiouy].*..)(?:ed|ing)$/, '');
	const single = bare === singular ? bare : bare.replace(/([^aeioulsz])\1$/, '$1');
	return single.length > 4 || bare !== singular ? single.replace(/e$/, '') : single;
}
