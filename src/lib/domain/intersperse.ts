/** @returns both lists in one, each in its order, the shorter spread evenly through the longer */
export function intersperse<T>(first: readonly T[], second: readonly T[]): T[] {
	const ratio = (first.length + 1) / (second.length + 1);
	const mixed: T[] = [];
	let i = 0;
	let j = 0;
	while (i < first.length || j < second.length) {
		const takeSecond = i === first.length || (j < second.length && (j + 1) * ratio < i + 1);
		const taken = takeSecond ? second[j++] : first[i++];
		if (taken !== undefined) mixed.push(taken);
	}
	return mixed;
}
