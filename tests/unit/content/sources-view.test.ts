import { describe, expect, it } from 'vitest';
import { toSourcesView, type SourceView } from '../../../src/lib/content/sources-view';
import type { Bank } from '../../../src/lib/content/bank';
import { loadShippedBank, loadTinyBank } from '../../fixtures/banks/load-bank';

function sourcesOf(bank: Bank): SourceView[] {
	return toSourcesView(bank).flatMap(({ entries }) => entries.flatMap(({ sources }) => sources));
}

function sourceOf(bank: Bank, key: string): SourceView | undefined {
	return sourcesOf(bank).find((source) => source.key === key);
}

describe('toSourcesView', () => {
	it('says of a source what rests on it', () => {
		const bank = loadTinyBank();
		expect(sourceOf(bank, 'S01')).toEqual({
			key: 'S01',
			title: 'The opinion piece',
			date: '2020-02-29',
			url: 'https://post.example/bridge',
			host: 'post.example',
			statements: [
				{ key: 'p2-1-1', paragraph: 2, kind: 'fact', text: 'The keepers ask for a fee.' },
				{
					key: 'p2-1-2',
					paragraph: 2,
					kind: 'contested',
					text: 'The traders say “this regime of fees” is unjust.'
				}
			],
			events: [],
			relations: [{ from: 'The keepers', to: 'The traders', relation: 'ask for money', kind: 'fact' }],
			terms: [],
			items: [1, 2, 4, 7, 8],
			cards: 5
		});
		const museum = sourceOf(bank, 'S02');
		expect(museum?.events.map(({ date }) => date)).toEqual(['1720', '1720-05', '1800', '2020-02-01', '2020-03']);
		expect(museum?.terms.map(({ id }) => id)).toEqual(['salt-road']);
		expect(museum?.items).toEqual([3, 5, 6, 9, 10]);
		expect(museum?.cards).toBe(6);
	});

	it('keeps the sources of one publisher together, oldest first, and leaves out what nobody cites', () => {
		const bank = loadTinyBank();
		const [post] = bank.sources;
		const [museum] = bank.timeline;
		if (post === undefined || museum === undefined) throw new Error('The tiny bank has sources and a timeline.');
		const { key, title, publisher, url } = post;
		const undated = { key, title, publisher, url };
		const sources = [
			{ ...undated, key: 'S10' },
			...bank.sources,
			{ ...post, key: 'S11', date: '1999' },
			{ ...post, key: 'S12' }
		];
		const timeline = [...bank.timeline, { ...museum, sources: ['S10', 'S11'] }];
		const publishers = toSourcesView({ ...bank, sources, timeline }).map(({ letter, entries }) => ({
			letter,
			entries: entries.map(({ publisher, sources }) => [publisher, ...sources.map(({ key }) => key)])
		}));
		// The article is passed over; both stand under A.
		expect(publishers).toEqual([
			{
				letter: 'A',
				entries: [
					['Adun Museum', 'S02'],
					['The Adun Post', 'S11', 'S01', 'S10']
				]
			}
		]);
	});

	it('lists every source that the bank that ships cites, once', () => {
		const bank = loadShippedBank();
		const cited = new Set([
			...bank.items.flatMap(({ provenance }) => provenance?.sources ?? []),
			...bank.timeline.flatMap(({ sources }) => sources),
			...bank.relations.flatMap(({ sources }) => sources),
			...bank.companion.flatMap(({ blocks }) => blocks.flat().flatMap(({ sources }) => sources))
		]);
		expect(
			sourcesOf(bank)
				.map(({ key }) => key)
				.sort()
		).toEqual([...cited].sort());
	});

	it('gives every source of the bank that ships something to support', () => {
		const idle = sourcesOf(loadShippedBank()).filter(({ statements, events, relations, items }) =>
			[statements, events, relations, items].every((uses) => uses.length === 0)
		);
		expect(idle).toEqual([]);
	});
});
