import { describe, expect, it } from 'vitest';
import { readSeen, writeSeen } from '../../../src/lib/state/sort-progress';

function storeWith(entries: Record<string, string> = {}) {
	const values = new Map(Object.entries(entries));
	return {
		getItem: (key: string) => values.get(key) ?? null,
		setItem: (key: string, value: string) => void values.set(key, value),
		removeItem: (key: string) => void values.delete(key)
	};
}
const deny = (): never => {
	throw new Error('denied');
};

describe('progress in sorting', () => {
	it('is read back as it was written', () => {
		const store = storeWith();
		writeSeen(store, new Set(['a', 'b']));
		expect(readSeen(store)).toEqual(new Set(['a', 'b']));
	});

	it.each([
		['nothing', undefined],
		['junk', '{'],
		['a list', '["a"]'],
		['another version', '{"version":2,"seen":["a"]}'],
		['ids that are no list', '{"version":1,"seen":"a"}']
	])('starts from nothing when the browser holds %s', (_, text) => {
		expect(readSeen(storeWith(text === undefined ? {} : { 'backstory.sort': text }))).toEqual(new Set());
	});

	it('leaves out what is no id', () => {
		expect(readSeen(storeWith({ 'backstory.sort': '{"version":1,"seen":["a",5,null]}' }))).toEqual(new Set(['a']));
	});

	it('does without a store that is missing or denied', () => {
		const denied = { getItem: deny, setItem: deny, removeItem: deny };
		for (const store of [null, denied]) {
			expect(() => writeSeen(store, new Set(['a']))).not.toThrow();
			expect(readSeen(store)).toEqual(new Set());
		}
	});
});
