import { describe, expect, it } from 'vitest';
import type { Bank } from '../../../src/lib/content/bank';
import { toPeopleView } from '../../../src/lib/content/people-view';
import type { MatchingPair } from '../../../src/lib/domain/item';
import { loadTinyBank } from '../../fixtures/banks/load-bank';

function withPairs(pairs: readonly MatchingPair[]): Bank {
	const bank = loadTinyBank();
	return { ...bank, items: bank.items.map((item) => (item.type === 'matching' ? { ...item, pairs } : item)) };
}

describe('toPeopleView', () => {
	it('counts the events each actor takes part in', () => {
		const { actors } = toPeopleView(loadTinyBank());
		expect(actors.map(({ id, events }) => [id, events])).toEqual([
			['keepers', 1],
			['traders', 1]
		]);
	});

	it('gives every relation a key of its own and carries the sources they cite, no others', () => {
		const bank = loadTinyBank();
		const { relations, sources } = toPeopleView({ ...bank, relations: [...bank.relations, ...bank.relations] });
		expect(relations.map(({ key }) => key)).toEqual(['r1', 'r2']);
		expect(Object.keys(sources)).toEqual(['S01']);
	});

	it('names the matching items one side of which are actors', () => {
		const [keepers, traders] = ['The keepers', 'The traders'];
		const left = [
			{ left: keepers, right: 'mend' },
			{ left: traders, right: 'carry' }
		];
		const right = left.map((pair) => ({ left: pair.right, right: pair.left }));
		const one = [
			{ left: keepers, right: 'mend' },
			{ left: 'salt', right: 'is carried' }
		];
		expect(toPeopleView(withPairs(left)).matchings).toEqual([2]);
		expect(toPeopleView(withPairs(right)).matchings).toEqual([2]);
		expect(toPeopleView(withPairs(one)).matchings).toEqual([]);
	});
});
