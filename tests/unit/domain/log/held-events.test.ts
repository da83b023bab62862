import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { decodeHeldEvents, encodeHeldEvents, heldEventsOf, rowsNotIn } from '$lib/domain/log/held-events';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt } from '$lib/domain/log/log-columns';
import { arbitraryLog, uuidAt } from './arbitrary-log';

function columnsOf(events: readonly LearningEvent[]) {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	return builder.finish();
}

function lackingIn(mine: readonly LearningEvent[], theirs: readonly LearningEvent[]): string[] {
	const log = columnsOf(mine);
	const read = decodeHeldEvents(encodeHeldEvents(heldEventsOf(columnsOf(theirs))));
	if (!read.ok) throw new Error(read.error.kind);
	return rowsNotIn(log, read.value).map((row) => eventAt(log, row).id);
}

const reviews = (device: string, from: number, to: number): LearningEvent[] =>
	Array.from({ length: to - from }, (_, place) => ({
		kind: 'reset',
		id: uuidAt(1000 + from + place, device.charCodeAt(0)),
		device,
		seq: from + place,
		at: 1000 + from + place,
		day: 0,
		card: 's.1.1'
	}));

describe('what another device lacks', () => {
	it('is never left out, whatever each of the two holds', () => {
		const property = fc.property(arbitraryLog, fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }), (log, owners) => {
			const mine = log.filter((_, place) => owners[place] !== 0);
			const theirs = log.filter((_, place) => owners[place] !== 1);
			const held = new Set([...theirs.map(({ id }) => id), ...lackingIn(mine, theirs)]);
			expect(mine.filter(({ id }) => !held.has(id))).toEqual([]);
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});

	it('is nothing when both hold the same, in any order and twice', () => {
		const log = [...reviews('a', 0, 50), ...reviews('b', 0, 20)];
		expect(lackingIn([...log, ...log], [...log].reverse())).toEqual([]);
	});

	it('is only what is new when the other has gone on by itself', () => {
		const shared = [...reviews('a', 0, 500), ...reviews('b', 0, 300)];
		const mine = [...shared, ...reviews('a', 500, 520)];
		const theirs = [...shared, ...reviews('b', 300, 310)];
		const lacking = lackingIn(mine, theirs);
		expect(lacking).toEqual(expect.arrayContaining(reviews('a', 500, 520).map(({ id }) => id)));
		// Of the other's own events at most as many come back as it has added, times the step.
		expect(lacking.length).toBeLessThanOrEqual(20 + 4 * 10);
	});

	it('includes an event that a copied device wrote under a number the other knows', () => {
		const twin = { ...reviews('a', 7, 8)[0]!, id: uuidAt(1007, 99), at: 1007 };
		const mine = [...reviews('a', 0, 7), twin];
		expect(lackingIn(mine, reviews('a', 0, 8))).toContain(twin.id);
	});
});

describe('a list of what is held', () => {
	const bytes = encodeHeldEvents(heldEventsOf(columnsOf(reviews('a', 0, 9))));

	it('fits into one code for eight devices with 100,000 events each', () => {
		const held = Array.from({ length: 8 }, (_, place) => ({
			device: `0123456789a${place}`,
			count: 100_000,
			sums: Array.from({ length: 11 }, () => 2 ** 32 - 1)
		}));
		expect(encodeHeldEvents(held).length).toBeLessThan(600);
	});

	it('is called damaged when it is cut, longer or no list', () => {
		for (const bad of [bytes.slice(0, -1), Uint8Array.of(...bytes, 0), Uint8Array.of(), Uint8Array.of(1, 200)]) {
			expect(decodeHeldEvents(bad)).toEqual({ ok: false, error: { kind: 'damaged' } });
		}
	});

	it('is called newer when it is', () => {
		expect(decodeHeldEvents(Uint8Array.of(2))).toEqual({ ok: false, error: { kind: 'newer-version' } });
	});
});
