/**
 * The order in which due reviews come: longest due first; best remembered first, which loses least when the day's limit
 * leaves some over; longest due by the measure of their own intervals first; or by chance.
 */
export const REVIEW_ORDERS = ['due', 'retrievability', 'relative-overdueness', 'random'] as const;
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];

/** The order in which new cards come: that of the sets, by chance, or one of each set in turn. */
export const NEW_ORDERS = ['position', 'random', 'by-set'] as const;
export type NewOrder = (typeof NEW_ORDERS)[number];

/** Where new cards come: among the reviews, before them or after them. */
export const NEW_MIXES = ['mixed', 'before', 'after'] as const;
export type NewMix = (typeof NEW_MIXES)[number];

export type QueueOptions = {
	readonly reviewOrder: ReviewOrder;
	readonly newOrder: NewOrder;
	readonly newMix: NewMix;
	/** A new card waits for another day when a sibling is studied today. */
	readonly buryNewSiblings: boolean;
	/** So does a review. */
	readonly buryReviewSiblings: boolean;
};

export const DEFAULT_QUEUE_OPTIONS: QueueOptions = {
	reviewOrder: 'due',
	newOrder: 'position',
	newMix: 'mixed',
	buryNewSiblings: true,
	buryReviewSiblings: false
};
