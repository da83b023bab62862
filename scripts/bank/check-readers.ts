import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

/** Every item was read by someone else, who checked its facts and answered it blind, and was not changed since. */
export function checkReaders({ items }: SourceBank): Violation[] {
	return items.flatMap((at) => {
		const { checked, revision } = at.value;
		if (checked === undefined) {
			return [violationAt(at, [], 'A second reader is missing: "checked" gives revision, facts and blind.')];
		}
		if (checked.revision === revision) return [];
		const message = `Revision ${String(checked.revision)} was checked; this is revision ${String(revision)}. Read it again.`;
		return [violationAt(at, ['checked'], message)];
	});
}
