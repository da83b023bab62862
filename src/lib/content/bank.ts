import type { Item, Provenance, StatementKind } from '../domain/item';
import type { SetTopic } from '../domain/set';
import type { IsoDate } from '../domain/units';

/** Version of the compiled files; a reader refuses any other. */
export const BANK_FORMAT = 1;

/** File name of the JSON Schema beside the banks. */
export const BANK_SCHEMA = 'bank.schema.json';

/** The article a bank is built on. */
export type BankArticle = {
	readonly title: string;
	readonly publisher: string;
	readonly place: string;
	readonly published: IsoDate;
	readonly url: string;
	/** Such as `opinion`. */
	readonly genre: string;
	/** How many paragraphs it has; the companion retells each. */
	readonly paragraphs: number;
};

export type BankObjective = { readonly id: string; readonly text: string };

/** One entry of the source register. */
export type BankSource = {
	/** Such as `S08`. */
	readonly key: string;
	/** Our own short description. */
	readonly title: string;
	readonly publisher: string;
	readonly date?: IsoDate;
	readonly url: string;
};

export type GlossaryEntry = {
	readonly id: string;
	readonly term: string;
	readonly aliases?: readonly string[];
	readonly text: string;
};

export type TimelineEntry = {
	readonly date: IsoDate;
	readonly title: string;
	readonly text?: string;
	readonly sources: readonly string[];
	/** Ids of actors. */
	readonly actors?: readonly string[];
	/** It happened after the article was published. */
	readonly afterArticle?: boolean;
};

export type BankActor = { readonly id: string; readonly name: string; readonly text: string };

/** How one actor stands to another, on what basis, and who says so. */
export type ActorRelation = {
	readonly from: string;
	readonly to: string;
	readonly relation: string;
	readonly basis?: string;
	readonly saidBy?: string;
	readonly kind: Extract<StatementKind, 'fact' | 'contested' | 'claim'>;
	readonly sources: readonly string[];
};

/**
 * How a place stands on the map. Crossings and the ends of the line lie on it by definition and are drawn there; a
 * province is no place to find, its coordinates are where a label may stand.
 */
export const PLACE_KINDS = ['capital', 'city', 'town', 'crossing', 'line-end', 'province'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export type BankPlace = {
	readonly id: string;
	readonly name: string;
	readonly lat: number;
	readonly lon: number;
	readonly role: string;
	readonly toleranceKm: number;
	/** A town where absent. */
	readonly kind?: PlaceKind;
};

/** One statement of the companion. `[[id]]` and `[[id|words]]` in its texts mark glossary terms: see `glossary-terms.ts`. */
export type CompanionStatement = {
	readonly text: string;
	/** The same said barely, for sorting by kind: no attribution that gives it away. Without one it is not asked. */
	readonly sort?: string;
	readonly kind: StatementKind;
	/** Whose view it is, what supports it, who disagrees. */
	readonly note?: string;
	readonly sources: readonly string[];
	/** Without one, the bank's `defaultAsOf` holds. */
	readonly asOf?: IsoDate;
};

/** The article's paragraph of that number, retold; a block is a printed paragraph. */
export type CompanionParagraph = {
	readonly number: number;
	readonly title: string;
	readonly teaser: string;
	readonly blocks: readonly (readonly CompanionStatement[])[];
};

/** Something a careful reader may hold against the article, whatever one thinks of its argument. */
export type ArticleWeakness = {
	readonly id: string;
	readonly title: string;
	readonly text: string;
	/** Where it shows. */
	readonly paragraphs: readonly number[];
	/** Ids of items that train the eye for it. */
	readonly items: readonly string[];
	/** For what is said beyond the article, in which the weakness itself can be seen. */
	readonly sources: readonly string[];
	/** Without one, the bank's `defaultAsOf` holds. */
	readonly asOf?: IsoDate;
};

/** A compiled question bank: everything of one folder below `questions/`. */
export type Bank = {
	readonly format: typeof BANK_FORMAT;
	readonly id: string;
	readonly revision: number;
	readonly title: string;
	readonly lang: string;
	readonly licence: string;
	/** Address of the licence's own text. */
	readonly licenceUrl?: string;
	/** How the licence wants it named. */
	readonly attribution?: string;
	/** Field of study, in words that schools use. */
	readonly subject?: string;
	readonly article: BankArticle;
	readonly defaultAsOf: IsoDate;
	/** In teaching order. */
	readonly topics: readonly SetTopic[];
	readonly objectives: readonly BankObjective[];
	readonly items: readonly Item[];
	readonly sources: readonly BankSource[];
	readonly glossary: readonly GlossaryEntry[];
	readonly timeline: readonly TimelineEntry[];
	readonly actors: readonly BankActor[];
	readonly relations: readonly ActorRelation[];
	readonly places: readonly BankPlace[];
	readonly companion: readonly CompanionParagraph[];
	readonly weaknesses: readonly ArticleWeakness[];
};

/** An item as the bank's file has it: what is known of the statement stands beside the question, not below it. */
export type PublishedItem = Omit<Item, 'provenance'> & Provenance;

/** A bank's file, `banks/<id>.json`: published for anyone to build on. The app reads the same in two parts (`bank-questions.ts`, `bank-register.ts`). */
export type PublishedBank = Omit<Bank, 'items'> & {
	/** Where its JSON Schema is, seen from the file. */
	readonly $schema: typeof BANK_SCHEMA;
	readonly items: readonly PublishedItem[];
};

/** What the home screen knows of a bank without loading it. */
export type BankSummary = {
	readonly id: string;
	readonly title: string;
	readonly lang: string;
	readonly revision: number;
	/** Number of items. */
	readonly count: number;
	/** Number of cards those items make. */
	readonly cards: number;
	readonly topics: readonly (SetTopic & { readonly count: number })[];
	readonly article: BankArticle;
};
