import { CONFIDENCES, type Confidence } from '$lib/domain/quiz';

/**
 * The keys of a quiz: 1 to 9, or the letter shown beside it, choose an answer; Enter goes on. F flags, unless it is the letter
 * of an answer (Shift+F always does), O opens the overview, T tells the time left, Shift with 1 to 3 says how sure one is.
 * Keys typed into a field are text, and those with Ctrl, Alt or Meta are the browser's.
 */
export type QuizKey =
	| { readonly kind: 'choose'; readonly index: number }
	| { readonly kind: 'rate'; readonly confidence: Confidence }
	| { readonly kind: 'next' | 'flag' | 'overview' | 'time' };

const OTHERS = new Map([
	['f', 'flag'],
	['o', 'overview'],
	['t', 'time']
] as const);

/**
 * @param options how many answers the screen shows to choose from
 * @returns what a key press means, or null when it is not ours
 */
export function readQuizKey(event: KeyboardEvent, options: number): QuizKey | null {
	const { key, target } = event;
	if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return null;
	if (!(target instanceof Element) || isTyping(target)) return null;
	if (key === 'Enter') return target.closest('button, a, summary, input, form label') ? null : { kind: 'next' };
	// Some keyboards have their digits behind Shift.
	if (/^[1-9]$/.test(key)) return { kind: 'choose', index: Number(key) - 1 };
	return event.shiftKey ? readShifted(event) : readLetter(key.toLowerCase(), options);
}

/** By the key's place, as its sign with Shift differs between keyboards. */
function readShifted({ key, code }: KeyboardEvent): QuizKey | null {
	const confidence = CONFIDENCES[Number(/^Digit([1-3])$/.exec(code)?.[1] ?? 0) - 1];
	return confidence === undefined ? readLetter(key.toLowerCase(), 0) : { kind: 'rate', confidence };
}

function readLetter(key: string, options: number): QuizKey | null {
	const letter = /^[a-j]$/.test(key) ? key.charCodeAt(0) - 'a'.charCodeAt(0) : -1;
	if (letter >= 0 && letter < options) return { kind: 'choose', index: letter };
	const kind = [...OTHERS].find(([name]) => name === key)?.[1];
	return kind === undefined ? null : { kind };
}

/** @returns how many answers a key can choose on the screen */
export function countOptions(root: ParentNode): number {
	return optionsIn(root).length;
}

/** Presses the answer that stands at that place on the screen. */
export function chooseOption(root: ParentNode, index: number): void {
	optionsIn(root)[index]?.click();
}

function optionsIn(root: ParentNode): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>('label[data-option], button[data-option]')];
}

function isTyping(target: Element): boolean {
	return target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select');
}
