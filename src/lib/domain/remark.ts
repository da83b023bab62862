/**
 * A teacher's later word on one item of an assignment, for all results at once: the item counts for nobody, everyone has it
 * right, or one more answer is accepted (an option by its index as written, or typed words).
 */
export type Remark =
	| { readonly item: number; readonly kind: 'left-out' }
	| { readonly item: number; readonly kind: 'all-right' }
	| { readonly item: number; readonly kind: 'option'; readonly option: number }
	| { readonly item: number; readonly kind: 'words'; readonly words: string };
