import type { Bank } from '$lib/content/bank';
import { joinBank, readRegister } from '$lib/content/bank-register';
import { fetchPart, fetchQuestions } from './fetch-questions';

/** Past whatever the browser has kept: an update of the site came between the two parts. */
const ANEW = { cache: 'no-cache' } as const;

/**
 * Fetches a bundled bank whole. Parts that do not belong together are fetched anew, once.
 * @param questions the one part, where it is there already
 * @throws when a file cannot be read, or the parts still do not belong together
 */
export async function fetchBank(id: string, questions = fetchQuestions(id)): Promise<Bank> {
	const bank =
		joinBank(...(await Promise.all([questions, fetchPart(id, 'register', readRegister)]))) ??
		joinBank(...(await Promise.all([fetchQuestions(id, ANEW), fetchPart(id, 'register', readRegister, ANEW)])));
	if (bank === null) throw new Error(`The parts of the question bank ${id} are of different revisions.`);
	return bank;
}
