import { describe, expect, it } from 'vitest';
import type { KeyPair, PublicKey } from '$lib/domain/assignment';
import { openAuth, sealAuth } from '$lib/share/hpke';
import { importPrivate, makeKeyPairs } from '$lib/share/key-pairs';

const PKCS8 = {
	X25519: '302e020100300506032b656e04220420',
	'P-256': '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420'
} as const;

function hex(text: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Buffer.from(text, 'hex'));
}

function pair(curve: PublicKey['curve'], secret: string, open: string): KeyPair {
	return { publicKey: { curve, bytes: hex(open) }, pkcs8: hex(PKCS8[curve] + secret) };
}

// RFC 9180, appendices A.1.3 and A.3.3: Auth mode with HKDF-SHA256 and AES-128-GCM, sequence number 0.
const VECTORS = [
	{
		name: 'A.1.3 X25519',
		once: pair(
			'X25519',
			'ff4442ef24fbc3c1ff86375b0be1e77e88a0de1e79b30896d73411c5ff4c3518',
			'23fb952571a14a25e3d678140cd0e5eb47a0961bb18afcf85896e5453c312e76'
		),
		to: pair(
			'X25519',
			'fdea67cf831f1ca98d8e27b1f6abeb5b7745e9d35348b80fa407ff6958f9137e',
			'1632d5c2f71c2b38d0a8fcc359355200caa8b1ffdf28618080466c909cb69b2e'
		),
		from: pair(
			'X25519',
			'dc4a146313cce60a278a5323d321f051c5707e9c45ba21a3479fecdf76fc69dd',
			'8b0c70873dc5aecb7f9ee4e62406a397b350e57012be45cf53b7105ae731790b'
		),
		sealed: '5fd92cc9d46dbf8943e72a07e42f363ed5f721212cd90bcfd072bfd9f44e06b80fd17824947496e21b680c141b'
	},
	{
		name: 'A.3.3 P-256',
		once: pair(
			'P-256',
			'6b8de0873aed0c1b2d09b8c7ed54cbf24fdf1dfc7a47fa501f918810642d7b91',
			'042224f3ea800f7ec55c03f29fc9865f6ee27004f818fcbdc6dc68932c1e52e15b' +
				'79e264a98f2c535ef06745f3d308624414153b22c7332bc1e691cb4af4d53454'
		),
		to: pair(
			'P-256',
			'd929ab4be2e59f6954d6bedd93e638f02d4046cef21115b00cdda2acb2a4440e',
			'04423e363e1cd54ce7b7573110ac121399acbc9ed815fae03b72ffbd4c18b01836' +
				'835c5a09513f28fc971b7266cfde2e96afe84bb0f266920e82c4f53b36e1a78d'
		),
		from: pair(
			'P-256',
			'1120ac99fb1fccc1e8230502d245719d1b217fe20505c7648795139d177f0de9',
			'04a817a0902bf28e036d66add5d544cc3a0457eab150f104285df1e293b5c10eef' +
				'8651213e43d9cd9086c80b309df22cf37609f58c1127f7607e85f210b2804f73'
		),
		sealed: '82ffc8c44760db691a07c5627e5fc2c08e7a86979ee79b494a17cc3405446ac2bdb8f265db4a099ed3289ffe19'
	}
] as const;
const PLAIN = hex('4265617574792069732074727574682c20747275746820626561757479');
const CONTEXT = { info: hex('4f6465206f6e2061204772656369616e2055726e'), aad: hex('436f756e742d30') };

describe('sealAuth', () => {
	it.each(VECTORS)('gives the bytes of RFC 9180, $name', async ({ once, to, from, sealed }) => {
		const made = await sealAuth(PLAIN, to.publicKey, from, once, CONTEXT);
		expect(made === null ? null : Buffer.from(made).toString('hex')).toBe(sealed);
	});

	it('gives nothing for a key that makes every secret zero', async () => {
		const [{ once, from }] = VECTORS;
		const zero = { curve: 'X25519' as const, bytes: new Uint8Array(32) };
		expect(await sealAuth(PLAIN, zero, from, once, CONTEXT)).toBeNull();
	});
});

describe('openAuth', () => {
	it.each(VECTORS)('opens the bytes of RFC 9180, $name', async ({ once, to, from, sealed }) => {
		const own = await importPrivate(to);
		if (own === null) throw new Error('The receiver has a key');
		const keys = { once: once.publicKey, to: to.publicKey, from: from.publicKey };
		expect(await openAuth(hex(sealed), keys, own, CONTEXT)).toEqual(PLAIN);
	});

	it.each(VECTORS)(
		'opens nothing for another sender, purpose or beginning, nor a changed byte ($name)',
		async (vector) => {
			const own = await importPrivate(vector.to);
			if (own === null) throw new Error('The receiver has a key');
			const keys = { once: vector.once.publicKey, to: vector.to.publicKey, from: vector.from.publicKey };
			const sealed = hex(vector.sealed);
			expect(await openAuth(sealed, { ...keys, from: keys.once }, own, CONTEXT)).toBeNull();
			expect(await openAuth(sealed, keys, own, { ...CONTEXT, info: PLAIN })).toBeNull();
			expect(await openAuth(sealed, keys, own, { ...CONTEXT, aad: PLAIN })).toBeNull();
			expect(await openAuth(sealed.with(3, 0), keys, own, CONTEXT)).toBeNull();
		}
	);
});

describe('makeKeyPairs', () => {
	it('gives X25519 first, then P-256, with keys that can be used', async () => {
		const made = await makeKeyPairs();
		const pairs = made.ok ? made.value : [];
		expect(pairs.map(({ publicKey: { curve, bytes } }) => [curve, bytes.length])).toEqual([
			['X25519', 32],
			['P-256', 65]
		]);
		for (const one of pairs) expect(await importPrivate(one)).not.toBeNull();
	});
});
