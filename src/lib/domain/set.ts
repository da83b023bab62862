import type { Item } from './item';
import type { EpochMs } from './units';

/** Where a set came from: shipped with the app, written here, or opened from a link or file. */
export type SetOrigin = 'bundled' | 'own' | 'received';

/** A set of items that is studied, quizzed and shared as one. */
export type StudySet = {
	/** Letters, digits, `-` and `_`; the bundled bank's folder name, else 11 random characters. */
	readonly id: string;
	readonly title: string;
	/** BCP 47 tag of the text, such as `en` or `ur`. */
	readonly lang: string;
	readonly origin: SetOrigin;
	/** Raised at every change by its author. */
	readonly revision: number;
	/** When it was made or received here. */
	readonly addedAt: EpochMs;
	readonly topics: readonly SetTopic[];
	readonly items: readonly Item[];
};

export type SetTopic = { readonly id: string; readonly title: string };
