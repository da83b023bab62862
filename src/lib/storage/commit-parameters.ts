import type { ParametersEvent } from '$lib/domain/event';
import type { Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { inTransaction } from './connection';
import { readCounters, SEQ_KEY } from './counters';
import { readDevice } from './device';
import type { LogWriter } from './event-store';
import { readParameterHistory } from './parameter-store';
import { foldTables, foldWholeLog } from './rebuild';
import type { StorageError } from './storage-error';

/** When parameters change, and the name of that change. */
export type ParametersMoment = Pick<ParametersEvent, 'id' | 'at' | 'day'>;

/**
 * Stores a change of parameters and folds every memory anew with it, all or nothing; cards stay due when they were. Taking
 * it back is storing the former parameters in the same way.
 * @returns the stored event; any storage error
 */
export function commitParameters(
	{ db }: Pick<LogWriter, 'db'>,
	parameters: SchedulerParameters,
	moment: ParametersMoment
): Promise<Result<ParametersEvent, StorageError>> {
	return inTransaction(db, 'rw', foldTables(db), async () => {
		const [device, history, counters] = await Promise.all([
			readDevice(db),
			readParameterHistory(db),
			readCounters(db, [SEQ_KEY])
		]);
		const seq = counters.get(SEQ_KEY) ?? 0;
		// The last one said holds, also when the clock was set back since the one before.
		const at = Math.max(moment.at, (history.at(-1)?.after?.at ?? 0) + 1);
		const event: ParametersEvent = { ...moment, at, device, seq, kind: 'parameters', parameters };
		await db.parameters.put(event);
		await foldWholeLog(db);
		return event;
	});
}
