import type { Blueprint } from './blueprint';
import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

const BOTH = 'both';
/** By how much the sides may always differ, and by how much of the items that ask for either. */
const TOLERANCE = 2;
const SHARE = 0.2;

/**
 * Each side's positions get about equal room: the items that ask for the one side's and for the other's differ by at most 2,
 * or by a fifth of them all. An item on both sides weighs for neither.
 */
export function checkSides({ bank, items }: SourceBank, blueprint: Blueprint | null): Violation[] {
	const sides: readonly string[] = blueprint?.sides ?? [];
	const strangers = items.flatMap((at) => {
		const { position } = at.value;
		if (position === undefined || (sides.length > 0 && [...sides, BOTH].includes(position))) return [];
		return [violationAt(at, ['position'], `There is no side "${position}" in blueprint.yaml.`)];
	});
	const asked = sides.map((side) => ({
		side,
		ids: items.flatMap(({ value }) => (value.position === side ? [value.id] : []))
	}));
	const counts = asked.map(({ ids }) => ids.length);
	const sum = counts.reduce((all, count) => all + count, 0);
	const apart = Math.max(0, ...counts) - Math.min(...counts, sum);
	if (bank === null || apart <= Math.max(TOLERANCE, SHARE * sum)) return strangers;
	const list = asked
		.map(({ side, ids }) => [side, String(ids.length), ...(ids.length > 0 ? [`(${ids.join(', ')})`] : [])].join(' '))
		.join('; ');
	return [...strangers, violationAt(bank, [], `The positions of the sides are out of balance: ${list}.`)];
}
