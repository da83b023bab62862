import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { toStorageError } from '$lib/storage/storage-error';

describe('toStorageError', () => {
	it('finds the full disk inside an aborted transaction', () => {
		const inner = new DOMException('no room', 'QuotaExceededError');
		expect(toStorageError(new Dexie.AbortError('Transaction aborted', inner))).toEqual({ kind: 'quota' });
	});

	it('finds the full disk among the failures of many writes', () => {
		const failure = new Dexie.QuotaExceededError('no room');
		const bulk = Object.assign(new Error('1 of 3 operations failed'), { name: 'BulkError', failures: [failure] });
		expect(toStorageError(bulk)).toEqual({ kind: 'quota' });
	});

	it.each([
		['AbortError', 'aborted'],
		['PrematureCommitError', 'aborted'],
		['UnknownError', 'lost'],
		['InvalidStateError', 'lost'],
		['DatabaseClosedError', 'lost'],
		['VersionError', 'newer-version'],
		['SecurityError', 'denied'],
		['MissingAPIError', 'denied']
	])('maps %s to %s', (name, kind) => {
		expect(toStorageError(new DOMException('message', name))).toEqual({ kind });
	});

	it('looks at the cause when opening fails', () => {
		const cause = new DOMException('insecure', 'SecurityError');
		expect(toStorageError(new Dexie.OpenFailedError(cause))).toEqual({ kind: 'denied' });
	});

	it('keeps name and message of what it does not know', () => {
		const error = new DOMException('odd', 'DataError');
		expect(toStorageError(error)).toEqual({ kind: 'unknown', name: 'DataError', message: 'odd' });
	});

	it.each([new TypeError('x is undefined'), 'text', null])('takes %s for a bug', (thrown) => {
		expect(toStorageError(thrown)).toBeNull();
	});
});
