import type { TimeLimit } from './quiz';
import type { StudySet } from './set';

/** The part of a set that travels. What a device adds for itself (origin, day of arrival) stays behind. */
export type SharedSet = Pick<StudySet, 'id' | 'revision' | 'title' | 'lang' | 'topics' | 'items'>;

/** Settings of a quiz to take on what is shared. The time factor is each learner's own and never travels. */
export type SharedQuiz = {
	/** Questions to draw, 1 to 500. */
	readonly count: number;
	readonly time: TimeLimit;
	/** Whole number from 0 to `MAX_SEED`: everyone who opens the link gets the same paper. */
	readonly seed: number;
};

/** Seeds are unsigned 32-bit numbers. */
export const MAX_SEED = 0xffff_ffff;

/** A whole set: somebody's own, or one received and passed on. */
export type SharedSetContent = { readonly kind: 'set'; readonly set: SharedSet; readonly quiz?: SharedQuiz };

/** Items of a bank that every copy of the app has, by number. */
export type SharedBankItems = {
	readonly kind: 'bank-items';
	/** The bank's set id, such as `collision-course`. */
	readonly bank: string;
	/** Revision of the bank that the sender saw. */
	readonly bankRevision: number;
	/** The sender's name for the selection; may be empty. */
	readonly title: string;
	/** Item numbers in the order chosen; empty means the whole bank. */
	readonly items: readonly number[];
	readonly quiz?: SharedQuiz;
};

/** What one link or file carries. */
export type SharedContent = SharedSetContent | SharedBankItems;

/** @returns what travels of a set, and nothing else; provenance belongs to the bank it was written for */
export function toSharedSet(set: SharedSet): SharedSet {
	return {
		id: set.id,
		revision: set.revision,
		title: set.title,
		lang: set.lang,
		topics: set.topics,
		items: set.items.map((item) => {
			const { provenance, ...rest } = item;
			return provenance === undefined ? item : rest;
		})
	};
}
