import { beforeAll, describe, expect, it } from 'vitest';
import { createVault, openBytes, openVault, sealBytes, type Vault } from '$lib/share/vault';

const FEWEST = 100_000;
const bytes = new TextEncoder().encode('what was learnt');
let vault: Vault;

beforeAll(async () => {
	vault = await createVault('correct horse', FEWEST);
});

describe('a vault', () => {
	it('opens with its passphrase, however that is spelt, to the key that sealed its files', async () => {
		const key = await openVault(vault.bytes, ' correct horse ');
		if (!key.ok) throw new Error(key.error.kind);
		const file = await sealBytes(vault.key, 'tails/a', bytes);
		expect(await openBytes(key.value, 'tails/a', file)).toEqual(bytes);
		expect(key.value.extractable).toBe(false);
	});

	it('says so when the passphrase is wrong', async () => {
		expect(await openVault(vault.bytes, 'correct house')).toEqual({ ok: false, error: { kind: 'wrong-passphrase' } });
	});

	it('is damaged when it is cut, something else, or would make guessing cheap', async () => {
		const cheap = vault.bytes.slice();
		new DataView(cheap.buffer).setUint32(4, 1000);
		for (const bad of [vault.bytes.slice(0, 20), new Uint8Array(60), new Uint8Array(), cheap]) {
			expect(await openVault(bad, 'correct horse')).toEqual({ ok: false, error: { kind: 'damaged' } });
		}
	});

	it('is newer when a later version made it', async () => {
		const newer = vault.bytes.slice();
		newer[3] = 2;
		expect(await openVault(newer, 'correct horse')).toEqual({ ok: false, error: { kind: 'newer-version' } });
	});
});

describe('a sealed file', () => {
	it('is never the same twice', async () => {
		const files = await Promise.all([1, 2].map(() => sealBytes(vault.key, 'a', bytes)));
		expect(files[0]).not.toEqual(files[1]);
	});

	it('opens under no other name, with no other key, and not when it was changed or cut', async () => {
		const file = await sealBytes(vault.key, 'blocks/a', bytes);
		const changed = file.slice();
		changed[20] = (changed[20] ?? 0) ^ 1;
		const other = await createVault('correct horse', FEWEST);
		expect(await openBytes(vault.key, 'blocks/b', file)).toBeNull();
		expect(await openBytes(other.key, 'blocks/a', file)).toBeNull();
		expect(await openBytes(vault.key, 'blocks/a', changed)).toBeNull();
		expect(await openBytes(vault.key, 'blocks/a', file.slice(0, -4))).toBeNull();
		expect(await openBytes(vault.key, 'blocks/a', new Uint8Array())).toBeNull();
	});
});
