import type { IsoDate } from './units';

/** What sort of statement an item is about. The screens show `prediction` and `recommendation` with one mark. */
export const STATEMENT_KINDS = ['fact', 'claim', 'contested', 'prediction', 'recommendation'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The four labels a learner chooses from in a claim-or-fact item; `ahead` covers predictions and recommendations. */
export const CLASSIFY_LABELS = ['fact', 'claim', 'contested', 'ahead'] as const;
export type ClassifyLabel = (typeof CLASSIFY_LABELS)[number];

/** @returns the label that covers a kind: `ahead` for predictions and recommendations */
export function labelOfKind(kind: StatementKind | ClassifyLabel): ClassifyLabel {
	return kind === 'prediction' || kind === 'recommendation' ? 'ahead' : kind;
}

export const BLOOM_LEVELS = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const;
export type BloomLevel = (typeof BLOOM_LEVELS)[number];

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type ItemDifficulty = (typeof DIFFICULTIES)[number];

export type Option = {
	readonly text: string;
	readonly correct: boolean;
	/** Why someone might pick it and why it is wrong (or right), one line. Shown after answering. */
	readonly rationale?: string;
};

export type OrderingEntry = { readonly text: string; readonly date?: IsoDate };
export type MatchingPair = { readonly left: string; readonly right: string };

/** A place to find on the map; an answer within `toleranceKm` of it is right. */
export type MapTarget = {
	readonly place: string;
	readonly lat: number;
	readonly lon: number;
	readonly toleranceKm: number;
};

/** What is asked and how it is scored. Texts are the small Markdown subset of `text.ts`. */
export type Question =
	| { readonly type: 'basic'; readonly stem: string; readonly answer: string }
	| { readonly type: 'short-answer'; readonly stem: string; readonly answers: readonly string[] }
	/** The stem holds deletions `{{1::hidden words}}`; `accept` lists further spellings by deletion number. */
	| { readonly type: 'cloze'; readonly stem: string; readonly accept?: Readonly<Record<string, readonly string[]>> }
	| { readonly type: 'single-choice'; readonly stem: string; readonly options: readonly Option[] }
	| { readonly type: 'multiple-choice'; readonly stem: string; readonly options: readonly Option[] }
	| { readonly type: 'true-false'; readonly stem: string; readonly answer: boolean }
	/** `entries` stand in the right order. */
	| { readonly type: 'ordering'; readonly stem: string; readonly entries: readonly OrderingEntry[] }
	/** `extra` are right-hand sides that belong to no pair. */
	| {
			readonly type: 'matching';
			readonly stem: string;
			readonly pairs: readonly MatchingPair[];
			readonly extra: readonly string[];
	  }
	| { readonly type: 'map'; readonly stem: string; readonly target: MapTarget }
	| { readonly type: 'classify'; readonly stem: string; readonly answer: ClassifyLabel };

export type ItemType = Question['type'];

/** Every item type, in the order the composer lists them. */
export const ITEM_TYPES = [
	'basic',
	'cloze',
	'single-choice',
	'multiple-choice',
	'true-false',
	'ordering',
	'matching',
	'map',
	'classify',
	'short-answer'
] as const satisfies readonly ItemType[];

/** Where a bank's item comes from and what kind of statement it is. Items people write themselves have none. */
export type Provenance = {
	/** Paragraphs of the article, 1 to 7. */
	readonly paragraphs: readonly number[];
	readonly kind: StatementKind;
	/** Keys of the bank's source register, such as `S08`. */
	readonly sources: readonly string[];
	readonly asOf: IsoDate;
	/** Learning objective, such as `LO1`. */
	readonly objective: string;
	readonly bloom: BloomLevel;
	readonly difficulty: ItemDifficulty;
	readonly tags: readonly string[];
};

/** A question with its scoring and its explanation. `number` is small, unique in its set, never reused. */
export type Item = Question & {
	readonly number: number;
	/** Readable name, unique in its set. Own items are named by their number. */
	readonly id: string;
	/** Raised by a wording fix; a changed key is a new item that names the old one in `supersedes`. */
	readonly revision: number;
	/** Topic id of the set, such as `actors`. */
	readonly topic?: string;
	readonly explanation?: string;
	readonly provenance?: Provenance;
	readonly supersedes?: string;
};

export type ItemOf<T extends ItemType> = Extract<Item, { type: T }>;
