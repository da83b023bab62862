import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { historiesOfLog } from '$lib/domain/log/histories-of-log';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { arbitraryLog, countedEvents } from './arbitrary-log';

function historiesOf(events: readonly LearningEvent[]) {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	const { starts, day, rating, at, tookMs } = historiesOfLog(builder.finish());
	return Array.from({ length: starts.length - 1 }, (_, index) =>
		Array.from({ length: (starts[index + 1] ?? 0) - (starts[index] ?? 0) }, (_, offset) => {
			const place = (starts[index] ?? 0) + offset;
			return [day[place], rating[place], at[place], tookMs[place]];
		})
	);
}

/** The same by objects, card by card. */
function expected(events: readonly LearningEvent[]) {
	const open = new Map<string, number[][]>();
	const all: number[][][] = [];
	for (const event of countedEvents(events)) {
		if (event.kind === 'reset') open.delete(event.card);
		if (event.kind !== 'review') continue;
		const history = open.get(event.card) ?? [];
		if (history.length === 0) all.push(history);
		open.set(event.card, history);
		history.push([event.day, event.rating, event.at, event.tookMs]);
	}
	return all;
}

describe('historiesOfLog', () => {
	it('holds each card’s reviews in order, without quiz answers and what no longer counts, and begins anew after a reset', () => {
		fc.assert(
			fc.property(arbitraryLog, (events) => {
				expect(historiesOf(events)).toEqual(expected(events));
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('of a log without reviews is empty', () => {
		expect(historiesOf([])).toEqual([]);
	});
});
