import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { decodeBlock, encodeBlock } from '$lib/domain/log/block';
import { fingerprintOf } from '$lib/domain/log/fingerprint';
import { FINGERPRINT_WORDS } from '$lib/domain/log/fingerprint-words';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { arbitraryLog, uuidAt } from './arbitrary-log';

function columnsOf(events: readonly LearningEvent[]) {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	return builder.finish();
}

const wordsOf = (events: readonly LearningEvent[], parameters: readonly { id: string }[] = []) =>
	fingerprintOf(columnsOf(events), parameters).join(' ');

/** Some of a log packed into blocks, some of it twice, all of it in another order. */
const scattered = fc
	.record({ log: arbitraryLog, order: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), blocks: fc.nat(4) })
	.map(({ log, order, blocks }) => {
		const shuffled = log
			.map((event, place) => ({ event, key: order[place] ?? 0 }))
			.sort((a, b) => a.key - b.key)
			.map(({ event }) => event);
		return { log, shuffled: [...shuffled, ...shuffled.slice(0, log.length / 3)], packed: log.slice(0, blocks * 5) };
	});

describe('the fingerprint', () => {
	it('is the same in any order, with duplicates, packed or not', () => {
		const property = fc.property(scattered, ({ log, shuffled, packed }) => {
			const builder = new LogBuilder();
			expect(decodeBlock(encodeBlock(columnsOf(packed)), builder).ok).toBe(true);
			for (const event of shuffled) builder.addEvent(event);
			expect(fingerprintOf(builder.finish(), []).join(' ')).toBe(wordsOf(log));
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});

	it('changes with every event and every change of parameters', () => {
		const property = fc.property(arbitraryLog, (log) => {
			const prefixes = log.map((_, end) => wordsOf(log.slice(0, end)));
			expect(new Set([...prefixes, wordsOf(log), wordsOf(log, [{ id: uuidAt(1, 1) }])]).size).toBe(log.length + 2);
		});
		fc.assert(property, { seed: 42, numRuns: 60 });
	});

	it('counts a change of parameters once', () => {
		const id = uuidAt(5, 5);
		expect(wordsOf([], [{ id }, { id }])).toBe(wordsOf([], [{ id }]));
	});

	it('never changes for a given log, so that devices of different ages can be compared', () => {
		expect(wordsOf([])).toMatchInlineSnapshot(`"acorn acorn acorn"`);
		const event = { kind: 'reset', device: 'a', seq: 0, at: 1, day: 0, card: 's.1.1' } as const;
		expect(wordsOf([{ ...event, id: uuidAt(1, 1) }])).toMatchInlineSnapshot(`"umbrella violin poem"`);
		expect(wordsOf([{ ...event, id: 'hand-made' }])).toMatchInlineSnapshot(`"finch avocado valley"`);
	});

	it('has 256 different short words to choose from', () => {
		expect(FINGERPRINT_WORDS).toHaveLength(256);
		expect(new Set(FINGERPRINT_WORDS).size).toBe(256);
		expect(FINGERPRINT_WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
	});
});
