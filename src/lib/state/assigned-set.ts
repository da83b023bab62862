import type { Assignment } from '$lib/domain/assignment';
import { err, ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { App } from './app.svelte';
import { now } from './clock';
import { isBundled } from './library.svelte';

/** How this app's edition of a bank stands to the one that the teacher gave. */
export type BankEdition = 'same' | 'older' | 'newer';

/** The questions of an assignment on this device. */
export type AssignedSet = {
	readonly set: StudySet;
	/** `same` for a set that is in the link. */
	readonly edition: BankEdition;
};

/**
 * Finds what an assignment asks: its own set, or the items that it names of a bank which every copy of the app has.
 * @returns `unknown-bank` when this copy of the app lacks that bank; `invalid` for a set that calls itself like a bundled one,
 * and could never be reached
 */
export async function setOfAssignment(
	app: App,
	{ content }: Assignment
): Promise<Result<AssignedSet, { readonly kind: 'unknown-bank' | 'invalid' }>> {
	if (content.kind === 'set') {
		if (isBundled(content.set.id)) return err({ kind: 'invalid' });
		return ok({ set: { ...content.set, origin: 'received', addedAt: now() }, edition: 'same' });
	}
	const isHere = app.library.banks.some(({ id }) => id === content.bank);
	const bank = isHere ? await app.library.set(content.bank) : null;
	if (bank === null) return err({ kind: 'unknown-bank' });
	const edition = compareEditions(bank.revision, content.bankRevision);
	if (content.items.length === 0) return ok({ set: bank, edition });
	const items = content.items.flatMap((number) => bank.items.find((item) => item.number === number) ?? []);
	return ok({ set: { ...bank, items }, edition });
}

/** @returns how many items a set lacks that the link names: those to draw from, else those that stand in every paper */
export function countMissing({ content, quiz }: Assignment, { items }: StudySet): number {
	if (content.kind === 'set') return 0;
	const here = new Set(items.map(({ number }) => number));
	const named = content.items.length > 0 ? content.items : quiz.sections.flatMap(({ fixed }) => fixed);
	return new Set(named.filter((number) => !here.has(number))).size;
}

function compareEditions(own: number, given: number): BankEdition {
	if (own === given) return 'same';
	return own < given ? 'older' : 'newer';
}
