import { numberAt } from './column';

/**
 * The entries with the highest values, best first; of equal ones the earlier comes first. Only as many are sorted as are
 * wanted: a day takes a hundred cards out of ten thousand.
 * @param values one for each entry; -Infinity leaves an entry out
 * @param most how many are wanted
 * @returns indexes into `values`
 */
export function takeBest(values: Float64Array, most: number): number[] {
	const least = leastWanted(values, most);
	const best: number[] = [];
	for (let i = 0; i < values.length; i++) {
		const value = numberAt(values, i);
		if (value >= least && value > -Infinity) best.push(i);
	}
	return best.sort((a, b) => numberAt(values, b) - numberAt(values, a) || a - b).slice(0, most);
}

function leastWanted(values: Float64Array, most: number): number {
	return most >= values.length || most < 1 ? -Infinity : numberAt(values.toSorted(), values.length - most);
}
