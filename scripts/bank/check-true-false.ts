import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

/** By how much of all true-false items the true and the false ones may differ in number. */
const TOLERANCE = 0.1;

/** Statements to judge are true and false equally often; an odd one out is nobody's fault. */
export function checkTrueFalse({ bank, items }: SourceBank): Violation[] {
	const answers = items.flatMap(({ value }) => (value.type === 'true-false' ? [value.answer] : []));
	const right = answers.filter((answer) => answer).length;
	const wrong = answers.length - right;
	if (bank === null || Math.abs(right - wrong) <= Math.max(1, TOLERANCE * answers.length)) return [];
	const message = `${String(right)} true-false items are true and ${String(wrong)} false; there should be as many of each.`;
	return [violationAt(bank, [], message)];
}
