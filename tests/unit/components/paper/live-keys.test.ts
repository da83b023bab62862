import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readLiveKey } from '$lib/components/paper/live-keys';

/** As much of an element as tells a control by its name. */
class Control {
	readonly #name: string;
	constructor(name: string) {
		this.#name = name;
	}
	matches(names: string): boolean {
		return names.split(', ').includes(this.#name);
	}
	closest(names: string): Control | null {
		return this.matches(names) ? this : null;
	}
}

function press(key: string, focused: string): ReturnType<typeof readLiveKey> {
	const event = Object.assign(new Event('keydown'), { key });
	Object.defineProperty(event, 'target', { value: new Control(focused) });
	return readLiveKey(event as KeyboardEvent);
}

describe('a key of a projected paper', () => {
	beforeEach(() => {
		vi.stubGlobal('Element', Control);
	});
	afterEach(() => {
		vi.unstubAllGlobals();
	});

	it('goes on leading through the paper after a button was clicked, which keeps the focus', () => {
		expect(['ArrowRight', 'ArrowLeft', 'PageDown', 'a'].map((key) => press(key, 'button'))).toEqual([
			'next',
			'back',
			'next',
			'answer'
		]);
	});

	it('presses the button that has the focus, and does nothing besides', () => {
		expect([' ', 'Enter'].map((key) => press(key, 'button'))).toEqual([null, null]);
		expect([' ', 'Enter'].map((key) => press(key, 'body'))).toEqual(['next', 'next']);
	});

	it('chooses among radio buttons where one has the focus', () => {
		expect(['ArrowRight', ' ', 'a'].map((key) => press(key, 'input'))).toEqual([null, null, null]);
		expect(press('PageDown', 'input')).toBe('next');
	});
});
