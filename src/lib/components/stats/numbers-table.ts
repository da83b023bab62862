/** The numbers behind a drawing, in words: the first column names the rows. */
export type NumbersTable = {
	readonly head: readonly string[];
	readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
};
