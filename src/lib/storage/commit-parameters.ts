import type { ParametersEvent } from '$lib/domain/event';
import { ok, type Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { inTransaction } from './connection';
import { SEQ_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { joinLog, logTables, readRawLog } from './log-reader';
import { cardStateTables, packCards, putPacked } from './packed-cards';
import { readParameterHistory } from './parameter-store';
import { deriveAll, isSameTail, readTail, type Progress } from './refold';
import type { StorageError } from './storage-error';

/** When parameters change, and the name of that change. */
export type ParametersMoment = Pick<ParametersEvent, 'id' | 'at' | 'day'>;

/**
 * Stores a change of parameters and folds every memory anew with it, all or nothing; cards stay due when they were. Taking
 * it back is storing the former parameters in the same way. Folding is long, and study goes on meanwhile: what is written
 * in one short transaction at the end rests on the whole log, or else on another round.
 * @returns the stored event; any storage error
 */
export async function commitParameters(
	{ db }: { readonly db: BackstoryDatabase },
	parameters: SchedulerParameters,
	moment: ParametersMoment,
	onprogress: Progress = () => undefined
): Promise<Result<ParametersEvent, StorageError>> {
	for (;;) {
		const read = await readForChange(db);
		if (!read.ok) return read;
		const { raw, device, history, tail } = read.value;
		// The last one said holds, also when the clock was set back since the one before.
		const at = Math.max(moment.at, (history.at(-1)?.after?.at ?? 0) + 1);
		const seq = tail.get(SEQ_KEY) ?? 0;
		const event: ParametersEvent = { ...moment, at, device, seq, kind: 'parameters', parameters };
		const changed = [...history, { after: event, parameters }];
		const { states, counters } = deriveAll({ log: joinLog(raw), device, history: changed }, onprogress);
		const packed = packCards(states.values());
		const written = await inTransaction(db, 'rw', tablesOfChange(db), async () => {
			if (!isSameTail(tail, await readTail(db))) return false;
			await Promise.all([db.parameters.put(event), putPacked(db, packed), db.counters.clear()]);
			await db.counters.bulkPut(counters);
			return true;
		});
		if (!written.ok) return written;
		if (!written.value) continue;
		db.tail = null;
		return ok(event);
	}
}

function readForChange(db: BackstoryDatabase) {
	return inTransaction(db, 'rw', [...logTables(db), db.settings, ...tablesOfChange(db)], async () => {
		const [raw, device, history, tail] = await Promise.all([
			readRawLog(db),
			readDevice(db),
			readParameterHistory(db),
			readTail(db)
		]);
		return { raw, device, history, tail };
	});
}

function tablesOfChange(db: BackstoryDatabase) {
	return [db.parameters, ...cardStateTables(db), db.counters] as const;
}
