import { ID_BYTES } from './event-id';
import type { LogColumns } from './log-columns';

/**
 * Finds out whether another device writes under this one's name, as a copied profile does: an event with its name that it
 * never wrote.
 * @param from the first of the rows that arrived; those before are the log as it was
 * @param nextSeq the next sequence number of this device
 */
export function hasTwin(
	log: LogColumns,
	{ device, nextSeq, from }: { readonly device: string; readonly nextSeq: number; readonly from: number }
): boolean {
	const own = log.devices.indexOf(device);
	const rows = new Map<number, number>();
	for (let row = 0; row < log.count; row += 1) {
		if (log.device[row] !== own) continue;
		const seq = log.seq[row] ?? 0;
		if (row < from) rows.set(seq, row);
		else if (seq >= nextSeq || isAnother(log.id, rows.get(seq), row)) return true;
	}
	return false;
}

/** One that is not there to compare with was lost here, not written elsewhere. */
function isAnother(ids: Uint8Array, known: number | undefined, row: number): boolean {
	if (known === undefined) return false;
	for (let byte = 0; byte < ID_BYTES; byte += 1) {
		if (ids[known * ID_BYTES + byte] !== ids[row * ID_BYTES + byte]) return true;
	}
	return false;
}
