import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import { encodeBlock } from '$lib/domain/log/block';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { DAY_MS } from '$lib/domain/units';
import { exportBackup } from '$lib/storage/backup';
import { toBlockRow } from '$lib/storage/block-row';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { loadLogParts } from '$lib/storage/log-parts';
import { readLogStanding } from '$lib/storage/log-standing';
import { mergeLog, type Merged } from '$lib/storage/merge-log';
import { readBackup } from '$lib/storage/read-backup';
import { foldTables, foldWholeLog, rebuildDerived } from '$lib/storage/rebuild';
import type { ArrivedLog, BlockRow } from '$lib/storage/rows';
import { arbitraryLog, uuidAt } from '../unit/domain/log/arbitrary-log';
import { dump, newFactory, NOON, openIn, parseSet, rate, valueOf, writerOf } from './support';

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory(), 'phone');
});

afterEach(() => db.close());

const partsOf = (events: readonly LearningEvent[]): ArrivedLog => ({ events, blocks: [], parameters: [] });

async function merge(into: BackstoryDatabase, parts: ArrivedLog, now = NOON): Promise<Merged> {
	const done = await inTransaction(into, 'rw', foldTables(into), async () => {
		const { merged } = await mergeLog(into, parts, now);
		await foldWholeLog(into);
		return merged;
	});
	return valueOf(done);
}

async function blockOf(events: readonly LearningEvent[]): Promise<BlockRow> {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	const row = await toBlockRow(encodeBlock(builder.finish()));
	if (row === null) throw new Error('no block');
	return row;
}

const standing = async (of: BackstoryDatabase) => valueOf(await readLogStanding(of));
const deviceOf = async (of: BackstoryDatabase) => ((await of.settings.get('device')) as { value: string }).value;

function answer(changes: Partial<LearningEvent> & { readonly at: number }): LearningEvent {
	const { at } = changes;
	const base = { device: 'tablet', seq: 0, day: Math.floor(at / DAY_MS), card: 'set-1.1.1' };
	return { kind: 'review', rating: 3, tookMs: 900, ...base, id: uuidAt(at, 7), ...changes } as LearningEvent;
}

describe('devices that studied apart', () => {
	/** The events of one log, dealt to devices; then merges of one device into another, some events packed. */
	const history = fc.record({
		log: arbitraryLog,
		owners: fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
		merges: fc.array(fc.record({ from: fc.nat(2), into: fc.nat(2), packed: fc.boolean() }), { maxLength: 6 })
	});

	it('hold the same log, states and words in the end, whoever merged whom and in which order', async () => {
		const property = fc.asyncProperty(history, async ({ log, owners, merges }) => {
			const devices = await Promise.all(['x', 'y', 'z'].map((name) => openIn(newFactory(), name)));
			const now = NOON + 400 * DAY_MS;
			for (const [place, event] of log.entries()) await devices[owners[place]!]!.events.put(event);
			const all = [...merges, ...[0, 1, 2].flatMap((from) => [0, 1, 2].map((into) => ({ from, into, packed: false })))];
			for (const { from, into, packed } of all) {
				const parts = valueOf(await loadLogParts(devices[from]!));
				const blocks = packed && parts.events.length > 0 ? [await blockOf(parts.events)] : [];
				await merge(
					devices[into]!,
					packed ? { ...parts, events: [], blocks: [...parts.blocks, ...blocks] } : parts,
					now
				);
			}
			const words = await Promise.all(devices.map(standing));
			const dumps = await Promise.all(devices.map(dump));
			expect(words[1]).toEqual(words[0]);
			expect(words[2]).toEqual(words[0]);
			expect(dumps[1]!['cards']).toEqual(dumps[0]!['cards']);
			expect(dumps[2]!['cards']).toEqual(dumps[0]!['cards']);
			const whole = await openIn(newFactory(), 'w');
			await merge(whole, partsOf(log), now);
			expect((await dump(whole))['cards']).toEqual(dumps[0]!['cards']);
			expect((await standing(whole)).fingerprint).toEqual(words[0]!.fingerprint);
			for (const device of [...devices, whole]) device.close();
		});
		await fc.assert(property, { seed: 42, numRuns: 12 });
	});
});

describe('a device with a twin', () => {
	it('takes a new name when an event arrives that it should have written itself', async () => {
		const own = await rate(writerOf(db));
		expect(await deviceOf(db)).toBe('phone');
		const copied = answer({ device: 'phone', seq: 0, at: NOON + 5 });
		expect(await merge(db, partsOf([own, copied]))).toMatchObject({ events: 1, renamed: true });
		expect(await deviceOf(db)).not.toBe('phone');
		const next = await rate(writerOf(db), { at: NOON + 9 });
		expect([next.device, next.seq]).toEqual([await deviceOf(db), 0]);
		expect((await standing(db)).answers).toBe(3);
	});

	it('takes one for a number it has not reached as well', async () => {
		await rate(writerOf(db));
		const beyond = answer({ device: 'phone', seq: 4, at: NOON + 5 });
		expect((await merge(db, partsOf([beyond]))).renamed).toBe(true);
	});

	it('gets the new name in every tab, so that no number is given twice', async () => {
		const factory = newFactory();
		const tabs = [await openIn(factory, 'one'), await openIn(factory, 'two')];
		const other = writerOf(tabs[1]!);
		await rate(other);
		await rate(other, { at: NOON + 1 });
		await merge(tabs[0]!, partsOf([answer({ device: await deviceOf(tabs[0]!), seq: 5, at: NOON + 5 })]));
		const events = [await rate(other, { at: NOON + 9 }), await rate(other, { at: NOON + 10, card: 'set-1.2.1' })];
		expect(events.map(({ seq }) => seq)).toEqual([0, 1]);
		expect(new Set(events.map(({ device }) => device))).toEqual(new Set([await deviceOf(tabs[0]!)]));
		for (const tab of tabs) tab.close();
	});

	it('keeps its name when its own events come back to it', async () => {
		const own = await rate(writerOf(db));
		await db.events.delete(own.id);
		expect(await merge(db, partsOf([own]))).toMatchObject({ events: 1, renamed: false });
		expect(await merge(db, partsOf([own]))).toMatchObject({ events: 0, renamed: false });
		expect(await deviceOf(db)).toBe('phone');
	});
});

describe('an event dated 2099', () => {
	const at = Date.UTC(2099, 0, 1);
	const late = answer({ at });

	it('waits aside without touching its card, is known by its words, and comes in when its date has come', async () => {
		const own = await rate(writerOf(db));
		const before = (await dump(db))['cards'];
		expect(await merge(db, partsOf([late]))).toMatchObject({ events: 0, ahead: 1 });
		expect((await dump(db))['cards']).toEqual(before);
		expect((await standing(db)).ahead).toEqual({ count: 1, from: at });
		expect(await merge(db, partsOf([late]))).toMatchObject({ events: 0, ahead: 0 });

		const other = await openIn(newFactory(), 'tablet');
		await other.events.bulkPut([own, late]);
		expect((await standing(other)).fingerprint).toEqual((await standing(db)).fingerprint);
		other.close();

		expect(await merge(db, partsOf([]), at)).toMatchObject({ events: 1, ahead: 0 });
		expect(await standing(db)).toMatchObject({ ahead: null, answers: 2 });
		expect(await db.quarantine.count()).toBe(0);
	});

	it('is passed on to other devices and into backups', async () => {
		await merge(db, partsOf([late]));
		expect(valueOf(await loadLogParts(db)).events).toEqual([late]);
		const backup = valueOf(await readBackup(valueOf(await exportBackup(db, NOON)), parseSet));
		expect(backup.events).toEqual([late]);
	});

	it('is taken out of the block it came in, and the rest of the block counts', async () => {
		const block = await blockOf([answer({ at: NOON, seq: 1 }), late]);
		expect(await merge(db, { ...partsOf([]), blocks: [block] })).toMatchObject({ events: 1, ahead: 1 });
		expect(await db.blocks.count()).toBe(0);
		expect((await standing(db)).answers).toBe(2);
	});

	it('waits also when only its study day is ahead, and when it changes the parameters', async () => {
		const day = answer({ at: NOON, day: 40_000 });
		const base = { id: uuidAt(at, 3), device: 'tablet', seq: 3, at, day: Math.floor(at / DAY_MS) };
		const change: ParametersEvent = { ...base, kind: 'parameters', parameters: DEFAULT_PARAMETERS };
		const merged = await merge(db, { events: [day], blocks: [], parameters: [change] });
		expect(merged).toMatchObject({ events: 0, parameters: 0, ahead: 2 });
	});

	it('is no event of a clock that is some hours ahead', async () => {
		expect(await merge(db, partsOf([answer({ at: NOON + 20 * 60 * 60_000 })]))).toMatchObject({ events: 1, ahead: 0 });
	});
});

describe('a block that cannot be read', () => {
	it('is kept aside once, and taken in when it can be read', async () => {
		const good = await blockOf([answer({ at: NOON })]);
		const newer = good.bytes.slice();
		newer[3] = 9;
		const arrived = {
			...partsOf([answer({ at: NOON + 1, card: 'set-1.2.1' })]),
			unread: [{ id: good.id, bytes: newer }]
		};
		expect(await merge(db, arrived)).toMatchObject({ events: 1, unread: 1 });
		expect(await merge(db, arrived)).toMatchObject({ events: 0, unread: 0 });
		expect((await standing(db)).unread).toBe(1);

		const [row] = (await db.quarantine.toArray()) as { id: number; source: string; row: unknown }[];
		await db.quarantine.put({ ...row!, row: good });
		expect(await merge(db, partsOf([]))).toMatchObject({ events: 1 });
		expect(await standing(db)).toMatchObject({ unread: 0, answers: 2 });
	});

	it('that was damaged here keeps its bytes in quarantine', async () => {
		const block = await blockOf([answer({ at: NOON })]);
		const bytes = block.bytes.slice(0, -3);
		await db.blocks.put({ id: block.id, bytes });
		expect(valueOf(await rebuildDerived(db)).quarantined).toBe(1);
		expect(await db.blocks.count()).toBe(0);
		expect(await db.quarantine.toArray()).toMatchObject([{ source: 'blocks', row: { id: block.id, bytes } }]);
	});
});
