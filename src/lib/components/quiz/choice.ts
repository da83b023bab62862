/** One row of a ballot. */
export type Choice = {
	readonly key: string;
	readonly text: string;
	/** A line under the text, such as what a label means. */
	readonly hint?: string;
	readonly chosen: boolean;
};
