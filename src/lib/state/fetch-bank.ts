import { asset } from '$app/paths';
import { readBank, type Bank } from '$lib/content/bank';

/**
 * Fetches a bundled bank whole; offline it comes from the precache.
 * @throws when the file cannot be read: it is part of the build, so that is a fault of the site or of the connection
 */
export async function fetchBank(id: string): Promise<Bank> {
	const response = await fetch(asset(`/banks/${id}.json`));
	if (!response.ok) throw new Error(`The question bank ${id} could not be loaded (${response.status}).`);
	const bank = readBank(await response.json());
	if (!bank.ok) throw new Error(`The question bank ${id} cannot be read: ${bank.error.issues[0]?.message ?? ''}`);
	return bank.value;
}
