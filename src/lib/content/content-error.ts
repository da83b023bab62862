/** One thing that is wrong with a piece of content: where it stands, and a sentence. */
export type ContentIssue = {
	/** Dotted path such as `items.3.stem`; empty for the whole. */
	readonly path: string;
	readonly message: string;
};

/** Content that is not what it should be. */
export type ContentError = { readonly kind: 'invalid'; readonly issues: readonly ContentIssue[] };
