import { describe, expect, it } from 'vitest';
import { readPrintChoices, writePrintChoices, type PrintChoices } from '../../../src/lib/state/print-choices';

function storeWith(text?: string) {
	const values = new Map(text === undefined ? [] : [['backstory.print', text]]);
	return {
		getItem: (key: string) => values.get(key) ?? null,
		setItem: (key: string, value: string) => void values.set(key, value),
		removeItem: (key: string) => void values.delete(key)
	};
}
const deny = (): never => {
	throw new Error('denied');
};
const CARDS: PrintChoices = { as: 'cards', grid: false, paper: 'letter', size: 'large', duplex: 'short' };

describe('choices for printing', () => {
	it('are read back as they were made', () => {
		const store = storeWith();
		writePrintChoices(store, CARDS);
		expect(readPrintChoices(store)).toEqual(CARDS);
	});

	it('begin with the quiz after a key', () => {
		const store = storeWith();
		writePrintChoices(store, { ...CARDS, as: 'key' });
		expect(readPrintChoices(store)).toEqual({ ...CARDS, as: 'quiz' });
	});

	it.each([
		['nothing', undefined],
		['junk', '{'],
		['a word', '"cards"'],
		['another version', '{"version":2,"as":"cards"}'],
		['what is no choice', '{"version":1,"as":"poster","grid":"yes","paper":"a5","size":"huge","duplex":null}']
	])('are none when the browser holds %s', (_, text) => {
		expect(readPrintChoices(storeWith(text))).toEqual({});
	});

	it('are read one by one, where only some can be read', () => {
		expect(readPrintChoices(storeWith('{"version":1,"as":"cards","paper":"a5"}'))).toEqual({ as: 'cards' });
	});

	it('need no storage', () => {
		const denied = { getItem: deny, setItem: deny, removeItem: deny };
		writePrintChoices(denied, CARDS);
		writePrintChoices(null, CARDS);
		expect(readPrintChoices(denied)).toEqual({});
		expect(readPrintChoices(null)).toEqual({});
	});
});
