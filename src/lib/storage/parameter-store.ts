import type { ParametersEvent } from '$lib/domain/event';
import { toParameterHistory, type ParameterHistory } from '$lib/domain/parameter-history';
import { parseParameters } from '$lib/domain/scheduler-parameters';
import type { Result } from '$lib/domain/result';
import { withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { hasOnly, isCount, isFields, isText, isWhole } from './shape';
import type { StorageError } from './storage-error';

const NAMES = ['id', 'device', 'seq', 'at', 'day', 'kind', 'parameters'];

/** @returns which parameters held when; any storage error */
export function loadParameterHistory(db: BackstoryDatabase): Promise<Result<ParameterHistory, StorageError>> {
	return withReconnect(db, () => readParameterHistory(db));
}

/** Reads which parameters held when. Damaged rows are left out. Runs inside a transaction that includes the parameters. */
export async function readParameterHistory(db: BackstoryDatabase): Promise<ParameterHistory> {
	return parametersOfRows(await db.parameters.toArray());
}

/** @returns which parameters held when, by all rows; damaged ones are left out */
export function parametersOfRows(rows: readonly unknown[]): ParameterHistory {
	return toParameterHistory(rows.map(parseParametersEvent).filter((event) => event !== null));
}

/** Reads a change of parameters. @returns null when anything about it is missing, wrong or unknown */
export function parseParametersEvent(value: unknown): ParametersEvent | null {
	if (!isFields(value) || !hasOnly(value, NAMES) || value['kind'] !== 'parameters') return null;
	const { id, device, seq, at, day } = value;
	const parameters = parseParameters(value['parameters']);
	if (!isText(id, 64) || !isText(device, 64) || !isCount(seq) || !isWhole(at) || !isWhole(day)) return null;
	return parameters.ok ? { id, device, seq, at, day, kind: 'parameters', parameters: parameters.value } : null;
}
