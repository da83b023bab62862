import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeBlock } from '$lib/domain/log/block';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { createVault, sealBytes, type Vault } from '$lib/share/vault';
import { checkVault, enterVault } from '$lib/state/sync/enter-vault';
import { syncLog, type SeenFiles } from '$lib/state/sync/sync-log';
import { toBlockRow } from '$lib/storage/block-row';
import type { BackstoryDatabase } from '$lib/storage/database';
import { readLogStanding } from '$lib/storage/log-standing';
import { errorOf, newFactory, NOON, openIn, rate, valueOf, writerOf } from '../../../storage/support';
import { localLogOf } from './local-log';
import { MemoryStore } from './memory-store';

const FEWEST = 100_000;
let store: MemoryStore;
let vault: Vault;
let phone: Device;
let tablet: Device;

/** One device with what it remembers of the storage. */
class Device {
	seen: SeenFiles = new Map();

	constructor(readonly db: BackstoryDatabase) {}

	async sync(key = vault.key) {
		const { seen, done } = await syncLog({ store, key, log: localLogOf(this.db, NOON), seen: this.seen });
		this.seen = seen;
		return done;
	}

	async standing() {
		return valueOf(await readLogStanding(this.db));
	}

	/** Packs all rows into a block. */
	async seal(): Promise<string> {
		const builder = new LogBuilder();
		const events = valueOf(await localLogOf(this.db, NOON).read()).parts.events;
		for (const event of events) builder.addEvent(event);
		const row = await toBlockRow(encodeBlock(builder.finish()));
		if (row === null) throw new Error('no block');
		await this.db.blocks.put(row);
		await this.db.events.clear();
		return row.id;
	}
}

beforeEach(async () => {
	store = new MemoryStore();
	vault = await createVault('correct horse', FEWEST);
	store.files.set('salt', { bytes: vault.bytes, revision: '0' });
	[phone, tablet] = [new Device(await openIn(newFactory(), 'phone')), new Device(await openIn(newFactory(), 'tablet'))];
	for (const minute of [1, 2, 3]) await rate(writerOf(phone.db), { at: NOON + minute });
	await rate(writerOf(tablet.db), { at: NOON + 9, card: 'set-1.2.1' });
});

afterEach(() => {
	phone.db.close();
	tablet.db.close();
});

describe('devices that share a storage', () => {
	it('hold the same log after each has been there once more than the other', async () => {
		expect(valueOf(await phone.sync())).toMatchObject({ events: 0, sent: 1, locked: 0 });
		expect(valueOf(await tablet.sync())).toMatchObject({ events: 3, sent: 1 });
		expect(valueOf(await phone.sync())).toMatchObject({ events: 1, sent: 1 });
		expect((await phone.standing()).fingerprint).toEqual((await tablet.standing()).fingerprint);
	});

	it('ask for nothing and write nothing when nothing has changed', async () => {
		for (const device of [phone, tablet, phone, tablet, phone]) valueOf(await device.sync());
		store.asked.length = 0;
		expect(valueOf(await phone.sync())).toMatchObject({ events: 0, sent: 0 });
		expect(store.asked).toEqual(['list blocks/', 'list tails/']);
	});

	it('pass packed events on as they are, each once', async () => {
		const id = await phone.seal();
		expect(valueOf(await phone.sync())).toMatchObject({ sent: 2 });
		expect(valueOf(await tablet.sync())).toMatchObject({ events: 3 });
		expect(await tablet.db.blocks.count()).toBe(1);
		store.asked.length = 0;
		valueOf(await phone.sync());
		valueOf(await tablet.sync());
		expect(store.asked.filter((request) => request.includes(id))).toEqual([]);
	});

	it('leave nothing in the storage that can be read without the passphrase', async () => {
		await phone.seal();
		valueOf(await phone.sync());
		const text = [...store.files.values()].map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join();
		expect(text).not.toMatch(/phone|set-1|BSB|BSL/);
	});
});

describe('a sync that breaks off', () => {
	it.each([
		['list tails/', 'offline'],
		['get tails/phone', 'revoked'],
		['put tails/tablet', 'full']
	] as const)('at %s loses nothing and is made good the next time', async (at, kind) => {
		valueOf(await phone.sync());
		store.fail = (request) => (request === at ? { kind } : null);
		expect(errorOf(await tablet.sync())).toEqual({ kind });
		expect((await tablet.standing()).answers).toBeGreaterThan(0);
		store.fail = () => null;
		valueOf(await tablet.sync());
		valueOf(await phone.sync());
		expect((await phone.standing()).fingerprint).toEqual((await tablet.standing()).fingerprint);
	});

	it('merges what had arrived before', async () => {
		valueOf(await phone.sync());
		store.fail = (request) => (request.startsWith('put') ? { kind: 'revoked' } : null);
		expect(errorOf(await tablet.sync())).toEqual({ kind: 'revoked' });
		expect((await tablet.standing()).answers).toBe(4);
	});

	it('asks again for what could not be stored here', async () => {
		valueOf(await phone.sync());
		const full = (): never => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		tablet.db.events.hook('creating', full);
		expect(errorOf(await tablet.sync())).toEqual({ kind: 'local', error: { kind: 'quota' } });
		tablet.db.events.hook('creating').unsubscribe(full);
		expect(valueOf(await tablet.sync())).toMatchObject({ events: 3 });
	});

	it('may leave half a block, which whoever holds it finds and writes anew', async () => {
		const id = await phone.seal();
		store.fail = (request) => (request === `put blocks/${id}` ? { kind: 'offline' } : null);
		expect(errorOf(await phone.sync())).toEqual({ kind: 'offline' });
		store.fail = () => null;
		const half = (await sealBytes(vault.key, `blocks/${id}`, new Uint8Array(90))).slice(0, 50);
		store.files.set(`blocks/${id}`, { bytes: half, revision: 'half' });
		expect(valueOf(await tablet.sync())).toMatchObject({ locked: 1, events: 0 });
		valueOf(await phone.sync());
		expect(valueOf(await tablet.sync())).toMatchObject({ locked: 0, events: 3 });
	});
});

describe('files that cannot be read', () => {
	it('are counted when another passphrase wrote them, and stay as they are', async () => {
		const other = await createVault('another', FEWEST);
		valueOf(await phone.sync(other.key));
		const before = store.files.get('tails/phone');
		expect(valueOf(await tablet.sync())).toMatchObject({ locked: 1, events: 0 });
		expect(store.files.get('tails/phone')).toBe(before);
	});

	it('are kept aside when a newer version wrote them, and not asked for again', async () => {
		const newer = Uint8Array.of(0x42, 0x53, 0x42, 9, 1, 2, 3, 4, 5);
		await store.put('blocks/aa', await sealBytes(vault.key, 'blocks/aa', newer), false);
		expect(valueOf(await tablet.sync())).toMatchObject({ unread: 1 });
		expect((await tablet.standing()).unread).toBe(1);
		store.asked.length = 0;
		expect(valueOf(await tablet.sync())).toMatchObject({ unread: 0 });
		expect(store.asked).not.toContain('get blocks/aa');
	});
});

describe('a copied device', () => {
	it('takes a name of its own when it meets its twin in the storage', async () => {
		const twin = new Device(await openIn(newFactory(), 'fresh'));
		for (const table of ['events', 'settings', 'counters'] as const) {
			await twin.db.table(table).bulkPut(await phone.db.table(table).toArray());
		}
		await rate(writerOf(phone.db), { at: NOON + 20 });
		await rate(writerOf(twin.db), { at: NOON + 30 });
		valueOf(await phone.sync());
		expect(valueOf(await twin.sync())).toMatchObject({ events: 1, renamed: true });
		valueOf(await phone.sync());
		expect((await twin.standing()).fingerprint).toEqual((await phone.standing()).fingerprint);
		// Either cannot know which of them is the copy.
		expect(await twin.db.settings.get('device')).toMatchObject({ value: 'fresh' });
		expect(await phone.db.settings.get('device')).toMatchObject({ value: 'phone-2' });
		twin.db.close();
	});
});

describe('the vault of a storage', () => {
	it('is made for the first device and opened by the next', async () => {
		store.files.clear();
		const made = valueOf(await enterVault(store, 'a pass phrase', null, FEWEST));
		const opened = valueOf(await enterVault(store, 'a pass phrase', null, FEWEST));
		expect(opened.bytes).toEqual(made.bytes);
		expect(errorOf(await enterVault(store, 'another', null))).toEqual({ kind: 'wrong-passphrase' });
	});

	it('is left as it is by a wrong passphrase', async () => {
		const before = new Map(store.files);
		expect(errorOf(await enterVault(store, 'wrong', null))).toEqual({ kind: 'wrong-passphrase' });
		expect(store.files).toEqual(before);
	});

	it('is that of the device that was quicker when two make one at once', async () => {
		store.files.clear();
		const quicker = await createVault('same', FEWEST);
		store.fail = (request) => {
			if (request === 'put salt') store.files.set('salt', { bytes: quicker.bytes, revision: '1' });
			return null;
		};
		expect(valueOf(await enterVault(store, 'same', null, FEWEST)).bytes).toEqual(quicker.bytes);
	});

	it('is told from that of another account', async () => {
		const other = await createVault('correct horse', FEWEST);
		expect(errorOf(await enterVault(store, 'correct horse', other.bytes))).toEqual({ kind: 'other-vault' });
		expect(await checkVault(store, other.bytes)).toEqual({ kind: 'other-vault' });
		expect(await checkVault(store, vault.bytes)).toBeNull();
	});

	it('is put back when somebody has deleted its salt, and never made anew beside files', async () => {
		valueOf(await phone.sync());
		store.files.delete('salt');
		expect(errorOf(await enterVault(store, 'correct horse', null))).toEqual({ kind: 'salt-missing' });
		expect(await checkVault(store, vault.bytes)).toBeNull();
		expect(store.files.get('salt')?.bytes).toEqual(vault.bytes);
	});
});
