import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { LearningEvent } from '$lib/domain/event';
import { fingerprintOf } from '$lib/domain/log/fingerprint';
import { foldLog } from '$lib/domain/log/fold-log';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { DEFAULT_HISTORY } from '$lib/domain/parameter-history';
import { arbitraryLog } from './arbitrary-log';

const HOUR_MS = 3_600_000;

function resultOf(events: readonly LearningEvent[]) {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	const log = builder.finish();
	const states: Record<string, CardState> = {};
	const count = foldLog(log, DEFAULT_HISTORY, {
		oncard: (card, state) => {
			if (state !== null) states[card] = state;
		}
	});
	return { count, states, words: fingerprintOf(log, []) };
}

const devices = fc.record({
	log: arbitraryLog,
	/** How far each device's clock is from the true time, in hours. */
	skews: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 8 }),
	owners: fc.array(fc.nat(7), { minLength: 60, maxLength: 60 }),
	/** Merges of one device into another, after which all go into the first. */
	merges: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 30 })
});

it('leaves any number of devices with one log and one state, clocks hours apart, whatever the order of merging', () => {
	const property = fc.property(devices, ({ log, skews, owners, merges }) => {
		const skewed = log.map((event, place): LearningEvent => {
			const owner = owners[place] ?? 0;
			return { ...event, device: `device-${String(owner)}`, at: event.at + (skews[owner] ?? 0) * HOUR_MS };
		});
		const logs = skews.map((_, owner) => skewed.filter((_event, place) => owners[place] === owner));
		const all = skews.map((_, owner) => owner);
		// As files do, merging brings much of what is known already.
		for (const [from, into] of [...merges, ...all.map((owner) => [owner, 0] as const)]) {
			const union = new Map([...(logs[from] ?? []), ...(logs[into] ?? [])].map((event) => [event.id, event]));
			logs[into] = [...union.values(), ...(logs[from] ?? []).slice(0, 5)];
		}
		expect(resultOf(logs[0] ?? [])).toEqual(resultOf(skewed));
	});
	fc.assert(property, { seed: 42, numRuns: 150 });
});
