/** Why a payload could not be taken apart. `path` says where, such as `items.3` or `quiz`. */
export type ShapeError =
	| { readonly kind: 'newer-version' }
	| { readonly kind: 'too-large' }
	| { readonly kind: 'invalid'; readonly path: string };

/** @returns the error for a place that holds something impossible */
export function invalidAt(path: string): ShapeError {
	return { kind: 'invalid', path };
}
