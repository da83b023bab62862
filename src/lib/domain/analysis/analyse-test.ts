import { ALARM_LEVELS, alarmsOf, type Alarm } from './alarms';
import type { AnalysedItem } from './analysed-item';
import { askedItems } from './asked-items';
import { itemNumbers, type ItemNumbers } from './item-numbers';
import type { AnalysedSitting } from './sitting';
import { testNumbers, type TestNumbers } from './test-numbers';

export type ItemAnalysis = ItemNumbers & {
	readonly item: number;
	readonly settled: boolean;
	readonly alarms: readonly Alarm[];
};

export type TestAnalysis = {
	readonly test: TestNumbers;
	/** Those that need a teacher's eye first. */
	readonly items: readonly ItemAnalysis[];
};

/**
 * Analyses a test. The order of sittings changes nothing.
 * @param sittings one for each learner
 * @param items those that the papers can hold; answers to others are passed over
 * @returns yields after each item the share that is done, 0 to 1
 */
export function* analyseTest(
	sittings: readonly AnalysedSitting[],
	items: readonly AnalysedItem[]
): Generator<number, TestAnalysis> {
	const known = new Map(items.map((item) => [item.item, item]));
	const asked = askedItems(sittings);
	const analysed: ItemAnalysis[] = [];
	for (const [index, columns] of asked.entries()) {
		const item = known.get(columns.item);
		if (item !== undefined) {
			const numbers = itemNumbers(item, columns);
			analysed.push({ item: item.item, settled: item.settled, ...numbers, alarms: alarmsOf(item, numbers) });
		}
		yield (index + 1) / (asked.length + 1);
	}
	return { test: testNumbers(sittings), items: analysed.sort(byNeed) };
}

/** The gravest alarm first, then more of them, then what is harder. */
function byNeed(a: ItemAnalysis, b: ItemAnalysis): number {
	for (const level of ALARM_LEVELS) {
		const difference = countOf(b, level) - countOf(a, level);
		if (difference !== 0) return difference;
	}
	return (a.facility?.value ?? 0) - (b.facility?.value ?? 0) || a.item - b.item;
}

function countOf({ alarms }: ItemAnalysis, level: Alarm['level']): number {
	return alarms.filter((alarm) => alarm.level === level).length;
}
