import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflateRaw, inflateRaw } from '$lib/share/deflate';

describe('deflate', () => {
	it('gives back every sequence of bytes', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
				const inflated = await inflateRaw(await deflateRaw(new Uint8Array(bytes)), 5_000);
				expect(inflated).toEqual({ ok: true, value: new Uint8Array(bytes) });
			}),
			{ seed: 42, numRuns: 100 }
		);
	});

	it('allows exactly as many bytes as the cap', async () => {
		const compressed = await deflateRaw(new Uint8Array(10_000).fill(7));
		expect((await inflateRaw(compressed, 10_000)).ok).toBe(true);
		expect(await inflateRaw(compressed, 9_999)).toEqual({ ok: false, error: { kind: 'too-large' } });
	});

	it('stops a bomb of 200 MiB soon after the cap', async () => {
		const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(200 * 1024 * 1024)));
		const before = performance.now();
		expect(await inflateRaw(bomb, 1_048_576)).toEqual({ ok: false, error: { kind: 'too-large' } });
		// Inflating all of it takes several times as long even on a fast machine.
		expect(performance.now() - before).toBeLessThan(1_000);
	});

	it('reports a stream that ends early, and one that is broken', async () => {
		const compressed = await deflateRaw(new TextEncoder().encode('The river rises in the hills. '.repeat(20)));
		expect(await inflateRaw(compressed.slice(0, -3), 10_000)).toEqual({ ok: false, error: { kind: 'damaged' } });
		expect(await inflateRaw(new Uint8Array([0xff, 0xff, 0xff]), 10_000)).toEqual({ ok: false, error: { kind: 'damaged' } });
		expect(await inflateRaw(new Uint8Array(), 10_000)).toEqual({ ok: false, error: { kind: 'damaged' } });
	});
});
