/** What a key of a keyboard or of a clicker means to a projected paper. */
export type LiveKey = 'next' | 'back' | 'answer';

const KEYS = new Map<string, LiveKey>([
	['PageDown', 'next'],
	['ArrowRight', 'next'],
	['ArrowDown', 'next'],
	[' ', 'next'],
	['Enter', 'next'],
	['PageUp', 'back'],
	['ArrowLeft', 'back'],
	['ArrowUp', 'back'],
	['a', 'answer'],
	['A', 'answer']
]);

/** What presses a button or follows a link; every other key of ours does nothing there. */
const PRESSES = new Set([' ', 'Enter']);

/** @returns null when the key is not ours, or belongs to the control that has the focus */
export function readLiveKey(event: KeyboardEvent): LiveKey | null {
	const { key, target, ctrlKey, metaKey, altKey } = event;
	if (ctrlKey || metaKey || altKey || event.repeat || event.defaultPrevented) return null;
	const own = target instanceof Element ? target.closest('input, button, a, summary, textarea, select') : null;
	// A button that was clicked keeps the focus: the arrows go on leading through the paper.
	const isPressed = own?.matches('button, a, summary') === true;
	if (own !== null && !key.startsWith('Page') && (!isPressed || PRESSES.has(key))) return null;
	return KEYS.get(key) ?? null;
}
