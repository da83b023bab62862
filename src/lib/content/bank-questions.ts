import type { Item } from '../domain/item';
import { err, ok } from '../domain/result';
import type { Result } from '../domain/result';
import type { StudySet } from '../domain/set';
import { BANK_FORMAT } from './bank';
import type { Bank, PublishedItem } from './bank';
import type { ContentError } from './content-error';

/** What is studied, quizzed and shared of a bank: all that the first card waits for. */
export type BankQuestions = Pick<Bank, 'format' | 'id' | 'revision' | 'title' | 'lang' | 'topics' | 'items'>;

/** The file `banks/<id>.questions.json`. */
export type PublishedQuestions = Omit<BankQuestions, 'items'> & { readonly items: readonly PublishedItem[] };

/**
 * Reads the questions of a bank. They are our own build output, checked in full when they were made, so only the format
 * version and the outer shape are looked at: enough to tell them from another file, cheap enough for the way to the first card.
 */
export function readQuestions(json: unknown): Result<BankQuestions, ContentError> {
	const problem = findProblem(json, ['id', 'title', 'lang'], ['topics', 'items']);
	if (problem !== null) return err(problem);
	const published = json as PublishedQuestions;
	return ok({ ...published, items: published.items.map(toItem) });
}

/** @returns the questions of a bank, as a set like any other */
export function bankToStudySet({ id, title, lang, revision, topics, items }: BankQuestions): StudySet {
	return { id, title, lang, origin: 'bundled', revision, addedAt: 0, topics, items };
}

/** @returns why this is not a part of a bank with these texts and lists, or null when it may be one */
export function findProblem(json: unknown, texts: readonly string[], lists: readonly string[]): ContentError | null {
	if (typeof json !== 'object' || json === null) return invalid('', 'This is not a question bank.');
	const fields = json as Readonly<Record<string, unknown>>;
	if (fields.format !== BANK_FORMAT) return invalid('format', `The bank's format must be ${String(BANK_FORMAT)}.`);
	for (const key of texts) if (typeof fields[key] !== 'string') return invalid(key, 'A text is expected here.');
	if (!Number.isInteger(fields.revision)) return invalid('revision', 'A whole number is expected here.');
	for (const key of lists) if (!Array.isArray(fields[key])) return invalid(key, 'A list is expected here.');
	return null;
}

function toItem(published: PublishedItem): Item {
	const { paragraphs, kind, sources, asOf, objective, bloom, difficulty, tags, ...item } = published;
	const provenance = { paragraphs, kind, sources, asOf, objective, bloom, difficulty, tags };
	return { ...(item as Item), provenance };
}

function invalid(path: string, message: string): ContentError {
	return { kind: 'invalid', issues: [{ path, message }] };
}
