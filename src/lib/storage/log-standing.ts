import { fingerprintOf } from '$lib/domain/log/fingerprint';
import { isAnswerCode } from '$lib/domain/log/log-columns';
import { orderLog } from '$lib/domain/log/order-log';
import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { readAside } from './aside';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readIntoBuilder } from './log-reader';
import { partTables } from './log-parts';
import { parseParametersEvent } from './parameter-store';
import type { StorageError } from './storage-error';

/** What a learner compares between two devices, and what waits here. */
export type LogStanding = {
	/** Three words, the same wherever the same events are held, also those that wait for their date. */
	readonly fingerprint: readonly string[];
	readonly answers: number;
	readonly devices: number;
	/** Events that wait for their date: how many, and from when on the first of them counts. */
	readonly ahead: { readonly count: number; readonly from: EpochMs } | null;
	/** Blocks that cannot be read. */
	readonly unread: number;
};

/** Sums up the whole log. @returns any storage error */
export function readLogStanding(db: BackstoryDatabase): Promise<Result<LogStanding, StorageError>> {
	return inTransaction(db, 'r', partTables(db), async () => {
		const [log, parameters, aside] = await Promise.all([readIntoBuilder(db), db.parameters.toArray(), readAside(db)]);
		for (const event of aside.events) log.addEvent(event);
		const columns = log.finish();
		const changes = parameters.map(parseParametersEvent).filter((event) => event !== null);
		const late = [...aside.events, ...aside.parameters].map(({ at }) => at);
		return {
			fingerprint: fingerprintOf(columns, [...changes, ...aside.parameters]),
			answers: orderLog(columns).reduce((sum, row) => sum + Number(isAnswerCode(columns.code[row] ?? 0)), 0),
			devices: columns.devices.length,
			ahead: late.length === 0 ? null : { count: late.length, from: Math.min(...late) },
			unread: aside.blocks.length
		};
	});
}
