import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { CodeCollector } from '$lib/share/code-collector';
import { readCode } from '$lib/share/code-part';
import { packCodes, packHeldCode, unpackCodes } from '$lib/state/sync/code-cargo';
import { decodeBundle, encodeBundle } from '$lib/storage/log-bundle';
import type { LogParts } from '$lib/storage/rows';
import { arbitraryLog, uuidAt } from '../../domain/log/arbitrary-log';

const partsOf = (events: readonly LearningEvent[]): LogParts => ({ events, blocks: [], parameters: [] });
const place = { device: 'a', seq: 1, at: 5, day: 0 };
const change = { ...place, id: uuidAt(5, 5), kind: 'parameters', parameters: DEFAULT_PARAMETERS } as const;
/** From a file made by hand: no block gives its id back. */
const odd: LearningEvent = { ...place, id: 'by-hand', kind: 'reset', card: 's.1.1' };

async function carry(mine: LogParts, theirs: LogParts): Promise<LearningEvent[]> {
	const held = readCode(packHeldCode(theirs));
	if (!held.ok || held.value.kind !== 'held') throw new Error('no list');
	const { codes } = await packCodes(mine, held.value.bytes);
	const parts = (codes ?? []).map((code) => {
		const read = readCode(code);
		if (!read.ok || read.value.kind !== 'part') throw new Error('no part');
		return read.value.part;
	});
	const collector = CodeCollector.startingWith(parts[0]!);
	for (const part of parts.reverse()) collector.add(part);
	const bundle = await unpackCodes((await collector.join())!);
	if (!bundle.ok) throw new Error(bundle.error.kind);
	return [...bundle.value.events];
}

describe('a log in codes', () => {
	it('gives the other device all it lacks', async () => {
		const property = fc.asyncProperty(arbitraryLog, fc.nat(60), async (log, shared) => {
			const carried = await carry(partsOf(log), partsOf(log.slice(0, shared)));
			const ids = new Set([...log.slice(0, shared), ...carried].map(({ id }) => id));
			expect(ids).toEqual(new Set(log.map(({ id }) => id)));
		});
		await fc.assert(property, { seed: 42, numRuns: 40 });
	});

	it('is whole again also where events fit no block', async () => {
		expect(await carry(partsOf([odd]), partsOf([]))).toEqual([odd]);
	});

	it('is called damaged when it is no log at all', async () => {
		expect(await unpackCodes(new Uint8Array([1, 2, 3]))).toEqual({ ok: false, error: { kind: 'damaged' } });
	});
});

describe('a bundle', () => {
	const bytes = encodeBundle({ events: [odd], parameters: [change] });

	it('gives back events and changes of parameters', () => {
		expect(decodeBundle(bytes)).toEqual({ ok: true, value: { events: [odd], parameters: [change] } });
	});

	it('tells damage, a newer version and other files apart', () => {
		const newer = bytes.slice();
		newer[3] = 2;
		const changed = bytes.slice();
		changed[9] = (changed[9] ?? 0) ^ 1;
		expect(decodeBundle(newer)).toEqual({ ok: false, error: { kind: 'newer-version' } });
		for (const bad of [changed, bytes.slice(0, -1), bytes.slice(0, 4)]) {
			expect(decodeBundle(bad)).toEqual({ ok: false, error: { kind: 'damaged' } });
		}
		expect(decodeBundle(new TextEncoder().encode('{"app":"backstory"}'))).toEqual({
			ok: false,
			error: { kind: 'not-a-log' }
		});
	});
});
