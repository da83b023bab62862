/**
 * The keys of a quiz: 1 to 9, or the letter shown beside it, choose an answer; Enter goes on. Keys typed into a field
 * are text, and those with Ctrl, Alt or Meta are the browser's.
 */
export type QuizKey = { readonly kind: 'choose'; readonly index: number } | { readonly kind: 'next' };

/** @returns what a key press means, or null when it is not ours */
export function readQuizKey(event: KeyboardEvent): QuizKey | null {
	const { key, target } = event;
	if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return null;
	if (!(target instanceof Element) || isTyping(target)) return null;
	if (key === 'Enter') return target.closest('button, a, summary, input, form label') ? null : { kind: 'next' };
	if (/^[1-9]$/.test(key)) return { kind: 'choose', index: Number(key) - 1 };
	if (/^[a-j]$/i.test(key)) return { kind: 'choose', index: key.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) };
	return null;
}

/** Presses the answer that stands at that place on the screen. */
export function chooseOption(root: ParentNode, index: number): void {
	const option = [...root.querySelectorAll<HTMLElement>('label[data-option], button[data-option]')][index];
	option?.click();
}

function isTyping(target: Element): boolean {
	return target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select');
}
