import { describe, expect, it } from 'vitest';
import { readMapKey } from '../../../src/lib/components/map-keys';

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, more: Partial<typeof none> = {}) => readMapKey({ key, ...none, ...more });

describe('keys on a map', () => {
	it('move by arrows, and further with Shift', () => {
		expect(press('ArrowLeft')).toEqual({ kind: 'move', dx: -1, dy: 0, far: false });
		expect(press('ArrowDown', { shiftKey: true })).toEqual({ kind: 'move', dx: 0, dy: 1, far: true });
	});

	it('zoom by plus and minus, with or without Shift', () => {
		for (const key of ['+', '=']) expect(press(key)).toEqual({ kind: 'zoom', closer: true });
		for (const key of ['-', '_']) expect(press(key)).toEqual({ kind: 'zoom', closer: false });
	});

	it('set the pin by Enter and the space bar', () => {
		expect(press('Enter')).toEqual({ kind: 'set', again: false });
		expect(press(' ')).toEqual({ kind: 'set', again: true });
	});

	it('leave the browser and the quiz their own', () => {
		expect(press('+', { ctrlKey: true })).toBeNull();
		expect(press('ArrowLeft', { altKey: true })).toBeNull();
		for (const key of ['a', '1', 'Tab', 'Escape']) expect(press(key)).toBeNull();
	});
});
