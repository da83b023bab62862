/** Why the database could not do something. The screens map each kind to one text. */
export type StorageError =
	/** The disk or this site's share of it is full. */
	| { readonly kind: 'quota' }
	/** Another tab holds an older version of the database open. */
	| { readonly kind: 'blocked' }
	/** The database was written by a newer version of the app: this one must not touch it. */
	| { readonly kind: 'newer-version' }
	/** Another tab erased the database. */
	| { readonly kind: 'erased' }
	/** The browser allows no storage here (private mode, blocked site data). */
	| { readonly kind: 'denied' }
	/** The connection died, and so did the new one. */
	| { readonly kind: 'lost' }
	/** The browser rolled the transaction back without saying why. */
	| { readonly kind: 'aborted' }
	| { readonly kind: 'unknown'; readonly name: string; readonly message: string };

/** Thrown by the guard that runs whenever a connection opens. */
export class NewerSchemaError extends Error {
	override readonly name = 'NewerSchemaError';
}

/** Thrown when opening would have to wait for another tab. */
export class BlockedError extends Error {
	override readonly name = 'BlockedError';
}

const KIND_BY_NAME: ReadonlyMap<string, Exclude<StorageError['kind'], 'unknown'>> = new Map([
	['NewerSchemaError', 'newer-version'],
	['VersionError', 'newer-version'],
	['BlockedError', 'blocked'],
	['SecurityError', 'denied'],
	['NotAllowedError', 'denied'],
	['MissingAPIError', 'denied'],
	['DatabaseClosedError', 'lost'],
	['InvalidStateError', 'lost'],
	['UnknownError', 'lost'],
	['TransactionInactiveError', 'aborted'],
	['PrematureCommitError', 'aborted'],
	['TimeoutError', 'aborted'],
	['AbortError', 'aborted']
]);

/** Names that say no more than that something failed; the cause is inside. */
const WRAPPERS = ['OpenFailedError', 'UpgradeError', 'BulkError', 'ModifyError'];

/**
 * Maps what Dexie or IndexedDB threw. A full disk arrives as an AbortError that holds the true cause, so the causes
 * inside are looked at before the error itself.
 * @returns null when it is not theirs, that is, a bug which must be thrown on
 */
export function toStorageError(thrown: unknown): StorageError | null {
	const chain = causes(thrown);
	const names = chain.map((cause) => cause.name);
	if (names.includes('QuotaExceededError')) return { kind: 'quota' };
	for (const name of [...names].reverse()) {
		const kind = KIND_BY_NAME.get(name);
		if (kind !== undefined) return { kind };
	}
	const named = chain.findLast((cause) => !WRAPPERS.includes(cause.name)) ?? chain[0];
	if (named === undefined || !isFromDatabase(chain)) return null;
	return { kind: 'unknown', name: named.name, message: named.message };
}

function isFromDatabase(chain: readonly Error[]): boolean {
	return chain.some((cause) => cause instanceof DOMException || 'inner' in cause || WRAPPERS.includes(cause.name));
}

/** The error and what it wraps, outermost first. Bounded, because a chain could in principle be a ring. */
function causes(thrown: unknown): Error[] {
	const chain: Error[] = [];
	let next = thrown;
	while (next instanceof Error && chain.length < 8) {
		chain.push(next);
		next = innerOf(next);
	}
	return chain;
}

function innerOf(error: Error): unknown {
	if ('inner' in error && error.inner instanceof Error) return error.inner;
	return 'failures' in error && Array.isArray(error.failures) ? (error.failures as readonly unknown[])[0] : undefined;
}
