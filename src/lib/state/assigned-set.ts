import type { Assignment } from '$lib/domain/assignment';
import { err, ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { App } from './app.svelte';
import { now } from './clock';
import { isBundled } from './library.svelte';

/** The questions of an assignment on this device. */
export type AssignedSet = {
	readonly set: StudySet;
	/** Item numbers that the link names and this app's bank lacks. */
	readonly missing: number;
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
		return ok({ set: { ...content.set, origin: 'received', addedAt: now() }, missing: 0 });
	}
	const isHere = app.library.banks.some(({ id }) => id === content.bank);
	const bank = isHere ? await app.library.set(content.bank) : null;
	if (bank === null) return err({ kind: 'unknown-bank' });
	if (content.items.length === 0) return ok({ set: bank, missing: 0 });
	const items = content.items.flatMap((number) => bank.items.find((item) => item.number === number) ?? []);
	return ok({ set: { ...bank, items }, missing: content.items.length - items.length });
}
