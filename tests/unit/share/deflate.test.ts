import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deflateRaw, inflateRaw } from '$lib/share/deflate';

afterEach(() => vi.unstubAllGlobals());

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

	it('stops a bomb of 100 MiB soon after the cap', async () => {
		let inflated = 0;
		const Native = DecompressionStream;
		vi.stubGlobal('DecompressionStream', function counting(format: CompressionFormat) {
			const { readable, writable } = new Native(format);
			const count = new TransformStream<Uint8Array, Uint8Array>({
				transform(chunk, controller) {
					inflated += chunk.length;
					controller.enqueue(chunk);
				}
			});
			return { readable: readable.pipeThrough(count), writable };
		});
		const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(100 * 1024 * 1024)));
		expect(await inflateRaw(bomb, 1_048_576)).toEqual({ ok: false, error: { kind: 'too-large' } });
		expect(inflated).toBeGreaterThan(1_048_576);
		expect(inflated).toBeLessThan(4 * 1_048_576);
	});

	it('reports a stream that ends early, and one that is broken', async () => {
		const compressed = await deflateRaw(new TextEncoder().encode('The river rises in the hills. '.repeat(20)));
		expect(await inflateRaw(compressed.slice(0, -3), 10_000)).toEqual({ ok: false, error: { kind: 'damaged' } });
		expect(await inflateRaw(new Uint8Array([0xff, 0xff, 0xff]), 10_000)).toEqual({
			ok: false,
			error: { kind: 'damaged' }
		});
		expect(await inflateRaw(new Uint8Array(), 10_000)).toEqual({ ok: false, error: { kind: 'damaged' } });
	});
});
