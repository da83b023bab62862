import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { decodeBlock, encodeBlock, mentionsCards } from '$lib/domain/log/block';
import { isPackable } from '$lib/domain/log/is-packable';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt } from '$lib/domain/log/log-columns';
import { arbitraryLog, inOrder, uuidAt } from './arbitrary-log';

function pack(events: readonly LearningEvent[]): Uint8Array {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	return encodeBlock(builder.finish());
}

function unpack(...blocks: readonly Uint8Array[]): LearningEvent[] {
	const builder = new LogBuilder();
	for (const block of blocks) expect(decodeBlock(block, builder)).toMatchObject({ ok: true });
	const log = builder.finish();
	return Array.from({ length: log.count }, (_, row) => eventAt(log, row));
}

const review = (at: number, seq: number): LearningEvent => ({
	kind: 'review',
	id: uuidAt(at, seq),
	device: 'phone',
	seq,
	at,
	day: Math.floor(at / 86_400_000),
	card: `set-1.${seq % 50}.1`,
	rating: 3,
	tookMs: 4321
});

describe('a block', () => {
	it('gives back every event as it was, also among those of other blocks', () => {
		fc.assert(
			fc.property(arbitraryLog, arbitraryLog, (one, other) => {
				const [first, second] = [inOrder(one), inOrder(other)];
				expect(first.every(isPackable)).toBe(true);
				expect(unpack(pack(first), pack(second))).toEqual([...first, ...second]);
			}),
			{ seed: 42, numRuns: 150 }
		);
	});

	it('takes about a tenth of the room that the events take as text', () => {
		const events = Array.from({ length: 1000 }, (_, seq) => review(1_700_000_000_000 + seq * 30_000, seq));
		expect(pack(events).length).toBeLessThan(22 * events.length);
		expect(JSON.stringify(events).length).toBeGreaterThan(150 * events.length);
	});

	it('is refused when any byte of it is another, or when it was cut off', () => {
		const block = pack(Array.from({ length: 20 }, (_, seq) => review(1_700_000_000_000 + seq, seq)));
		for (let index = 0; index < block.length; index += 1) {
			const changed = block.slice();
			changed[index] = (changed[index]! + 1) % 256;
			expect(decodeBlock(changed, new LogBuilder()).ok, `byte ${index}`).toBe(false);
			expect(decodeBlock(block.subarray(0, index), new LogBuilder()).ok, `cut at ${index}`).toBe(false);
		}
	});

	it('is of the first version unless a card was reset with all its history, which that version does not know', () => {
		const reset = { id: uuidAt(5, 1), device: 'a', seq: 0, at: 5, day: 0, card: 'set-1.1.1', kind: 'reset' } as const;
		expect(pack([reset])[3]).toBe(1);
		expect(pack([reset, { ...reset, id: uuidAt(6, 2), seq: 1, at: 6, history: 'uncounted' }])[3]).toBe(2);
	});

	it('says when it was made by a newer version, and when bytes are no block at all', () => {
		const newer = pack([review(1_700_000_000_000, 1)]);
		newer[3] = 9;
		expect(decodeBlock(newer, new LogBuilder())).toEqual({ ok: false, error: { kind: 'newer-version', version: 9 } });
		const text = Uint8Array.from('{"events":[]}', (char) => char.charCodeAt(0));
		expect(decodeBlock(text, new LogBuilder())).toEqual({ ok: false, error: { kind: 'not-a-block' } });
	});

	it('tells which cards it has without being unpacked', () => {
		const block = pack([review(1_700_000_000_000, 1), review(1_700_000_000_001, 7)]);
		expect(mentionsCards(block, new Set(['set-1.7.1']))).toBe(true);
		expect(mentionsCards(block, new Set(['set-1.8.1', 'set-2.7.1']))).toBe(false);
		expect(mentionsCards(block.subarray(0, 9), new Set(['set-1.7.1']))).toBe(false);
	});

	it('is not made of events that it could not give back', () => {
		const event = review(1_700_000_000_000, 1);
		expect(isPackable(event)).toBe(true);
		expect(isPackable({ ...event, id: 'made-by-hand' })).toBe(false);
		expect(isPackable({ ...event, tookMs: 0.5 } as LearningEvent)).toBe(false);
		expect(isPackable({ ...event, at: 0.5 })).toBe(false);
		expect(isPackable({ ...event, seq: 2 ** 32 })).toBe(false);
	});
});
