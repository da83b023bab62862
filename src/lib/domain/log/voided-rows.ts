import { voidedIds } from '../effective-events';
import { ID_BYTES, toIdText } from './event-id';
import { CODES, type LogColumns } from './log-columns';

/** Where four bytes of chance start in a UUIDv7: few ids share them, so the rest is seldom looked at. */
const CHANCE_AT = 12;

/** @returns for each row 1 when a void takes it back, or when it is itself a void: such rows change nothing by themselves */
export function voidedRows(log: LogColumns): Uint8Array {
	const left = new Uint8Array(log.count);
	const voids = [];
	for (let row = 0; row < log.count; row += 1) {
		if (log.code[row] !== CODES.void) continue;
		left[row] = 1;
		voids.push({ id: toIdText(log.id, row * ID_BYTES), voids: toIdText(log.voids, (log.extra[row] ?? 0) * ID_BYTES) });
	}
	if (voids.length === 0) return left;
	const voided = voidedIds(distinct(voids));
	const chances = new Set([...voided].map((id) => Number.parseInt(id.slice(-8), 16)));
	const view = new DataView(log.id.buffer, log.id.byteOffset, log.id.byteLength);
	for (let row = 0; row < log.count; row += 1) {
		if (!chances.has(view.getUint32(row * ID_BYTES + CHANCE_AT))) continue;
		if (voided.has(toIdText(log.id, row * ID_BYTES))) left[row] = 1;
	}
	return left;
}

/** A void that arrived twice must not count as two. */
function distinct<V extends { readonly id: string }>(voids: readonly V[]): V[] {
	return [...new Map(voids.map((event) => [event.id, event])).values()];
}
