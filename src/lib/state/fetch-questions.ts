import { asset } from '$app/paths';
import { readQuestions, type BankQuestions } from '$lib/content/bank-questions';
import type { ContentError } from '$lib/content/content-error';
import type { Result } from '$lib/domain/result';

/**
 * Fetches the questions of a bundled bank; offline they come from the precache.
 * @throws as `fetchPart` does
 */
export function fetchQuestions(id: string, init?: RequestInit): Promise<BankQuestions> {
	return fetchPart(id, 'questions', readQuestions, init);
}

/**
 * Fetches one of the two files of a bundled bank.
 * @throws when the file cannot be read: it is part of the build, so that is a fault of the site or of the connection
 */
export async function fetchPart<T>(
	id: string,
	part: 'questions' | 'register',
	read: (json: unknown) => Result<T, ContentError>,
	init?: RequestInit
): Promise<T> {
	const response = await fetch(asset(`/banks/${id}.${part}.json`), init);
	const bank = response.ok ? read(await response.json()) : null;
	if (bank?.ok) return bank.value;
	throw new Error(`The question bank ${id} cannot be read: ${bank?.error.issues[0]?.message ?? response.status}`);
}
