import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { Bytes } from './bytes';

/** Small enough that what one slice can inflate to (about a thousand times as much) stays near the cap. */
const SLICE_BYTES = 1_024;

export type InflateError = { readonly kind: 'damaged' } | { readonly kind: 'too-large' };

/** Compresses with raw deflate (RFC 1951), the one method that every browser of the last years has built in. */
export async function deflateRaw(bytes: Bytes): Promise<Bytes> {
	const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	return new Uint8Array(await new Response(compressed).arrayBuffer());
}

/**
 * Inflates raw deflate. The input goes in by slices and only as fast as the output is read, so a payload made to inflate
 * without end is stopped shortly after `maxBytes`.
 * @param maxBytes most bytes of output
 * @returns the output; `damaged` when the stream is broken or ends early
 */
export async function inflateRaw(bytes: Bytes, maxBytes: number): Promise<Result<Bytes, InflateError>> {
	const reader = sliced(bytes).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
	const chunks: Bytes[] = [];
	let total = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return ok(joinBytes(chunks, total));
			total += value.length;
			if (total > maxBytes) break;
			chunks.push(value);
		}
	} catch {
		// Engines differ in how they word a broken and an unfinished stream; the caller needs no more than this.
		return err({ kind: 'damaged' });
	}
	await reader.cancel().catch(() => undefined);
	return err({ kind: 'too-large' });
}

function sliced(bytes: Bytes): ReadableStream<Bytes> {
	let start = 0;
	return new ReadableStream<Bytes>({
		pull(controller) {
			if (start >= bytes.length) {
				controller.close();
				return;
			}
			controller.enqueue(bytes.slice(start, start + SLICE_BYTES));
			start += SLICE_BYTES;
		}
	});
}

function joinBytes(chunks: readonly Bytes[], total: number): Bytes {
	const joined = new Uint8Array(total);
	let start = 0;
	for (const chunk of chunks) {
		joined.set(chunk, start);
		start += chunk.length;
	}
	return joined;
}
