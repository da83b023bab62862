/** The outcome of something that may fail for an expected reason (a bad link, a full disk). Bugs throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** @returns a success holding `value` */
export function ok<T>(value: T): Result<T, never> {
	return { ok: true, value };
}

/** @returns a failure holding `error`, a union member with a `kind` that the screens map to one text */
export function err<E>(error: E): Result<never, E> {
	return { ok: false, error };
}

/**
 * Ends a switch over a union, so that a new member breaks the build.
 * @throws always: reaching it is a bug
 */
export function assertNever(value: never): never {
	throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
