import type { ParametersEvent } from '../event';
import { mixBits } from '../hash';
import { ID_BYTES, idBytesOf } from './event-id';
import { FINGERPRINT_WORDS } from './fingerprint-words';
import type { LogColumns } from './log-columns';
import { orderLog } from './order-log';

/** Sums of mixed ids: adding an event is one addition, whatever came before it. */
export type IdSum = { readonly count: number; readonly low: number; readonly high: number };

export const NO_IDS: IdSum = { count: 0, low: 0, high: 0 };

/** Two independent starting points: together 64 bits, so that two logs hardly ever share a sum by chance. */
const [LOW_SEED, HIGH_SEED] = [0x9e3779b9, 0x7f4a7c15];

/**
 * A name for what a log holds: the same three words for the same events, in whatever order and however often they
 * arrived, packed or not. It finds out a difference (but for one case in 16 million); it proves nothing against somebody
 * who forges one.
 * @param log may hold events twice
 * @param parameters ids of the changes of parameters
 */
export function fingerprintOf(log: LogColumns, parameters: readonly Pick<ParametersEvent, 'id'>[]): string[] {
	let sum = NO_IDS;
	for (const row of orderLog(log)) sum = addId(sum, log.id, row * ID_BYTES);
	const ids = new Set(parameters.map(({ id }) => id));
	for (const id of ids) sum = addId(sum, idBytesOf(id), 0);
	return toWords(sum);
}

/** @returns the sum with one more id, whose 16 bytes start at `from` */
export function addId({ count, low, high }: IdSum, bytes: Uint8Array, from: number): IdSum {
	return {
		count: count + 1,
		low: (low + mixId(bytes, from, LOW_SEED)) >>> 0,
		high: (high + mixId(bytes, from, HIGH_SEED)) >>> 0
	};
}

function toWords({ count, low, high }: IdSum): string[] {
	const mixed = mixBits(low ^ mixBits(high ^ mixBits(count)));
	return [0, 8, 16].map((shift) => FINGERPRINT_WORDS[(mixed >>> shift) & 255] ?? '');
}

/** @see https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp (MurmurHash3_x86_32, four rounds) */
function mixId(bytes: Uint8Array, from: number, seed: number): number {
	let hash = seed;
	for (let place = from; place < from + ID_BYTES; place += 4) {
		const word =
			((bytes[place] ?? 0) << 24) |
			((bytes[place + 1] ?? 0) << 16) |
			((bytes[place + 2] ?? 0) << 8) |
			(bytes[place + 3] ?? 0);
		const scrambled = Math.imul(word, 0xcc9e2d51);
		hash ^= Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
		hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
	}
	return mixBits(hash);
}
