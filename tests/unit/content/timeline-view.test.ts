import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../src/lib/content/bank';
import { toTimelineView } from '../../../src/lib/content/timeline-view';
import { loadTinyBank } from '../../fixtures/banks/load-bank';

const event = (date: string, fields: Partial<TimelineEntry> = {}): TimelineEntry => ({
	date,
	title: `On ${date}`,
	sources: ['S02'],
	...fields
});
const view = (...timeline: TimelineEntry[]) => toTimelineView({ ...loadTinyBank(), timeline });

describe('toTimelineView', () => {
	it('groups events by year, in the bank’s order', () => {
		const { before } = view(event('1720'), event('1801-03'), event('1801-05-04'), event('1802'));
		expect(before.map(({ year, events }) => [year, events.length])).toEqual([
			['1720', 1],
			['1801', 2],
			['1802', 1]
		]);
		expect(before[1]?.events.map(({ date }) => date)).toEqual(['1801-03', '1801-05-04']);
	});

	it('sets what came after the article apart, also within its year', () => {
		const { before, after } = view(event('2020-01'), event('2020-03', { afterArticle: true }));
		expect([before, after].map((years) => years.map(({ year }) => year))).toEqual([['2020'], ['2020']]);
		expect(before[0]?.events.map(({ date }) => date)).toEqual(['2020-01']);
		expect(after[0]?.events).toMatchObject([{ date: '2020-03', afterArticle: true }]);
	});

	it('gives every event a key of its own', () => {
		const { before } = view(event('1720'), event('1720'));
		expect(new Set(before.flatMap(({ events }) => events.map(({ key }) => key))).size).toBe(2);
	});

	it('offers the actors that take part in events, with how many', () => {
		const { actors } = view(event('1720', { actors: ['keepers'] }), event('1721', { actors: ['keepers'] }));
		expect(actors).toEqual([{ id: 'keepers', name: 'The keepers', events: 2 }]);
	});

	it('carries the sources its events cite and no others', () => {
		const { sources } = view(event('1720'));
		expect(Object.keys(sources)).toEqual(['S02']);
		expect(Object.keys(sources['S02'] ?? {})).toEqual(['title', 'publisher', 'url']);
	});

	it('names the items that ask for an order', () => {
		expect(view().orderings).toEqual([9]);
	});
});
