import type { BlueprintRow, Section } from './blueprint';
import { hashText } from './hash';
import type { Item } from './item';

/** One place of a paper: in which section it is, the row that draws it or null for a fixed item, and what stands there. */
export type Slot = {
	/** Index of the section. */
	readonly section: number;
	readonly row: BlueprintRow | null;
	/** Null where a row finds too few items. */
	readonly item: Item | null;
};

/** A row that finds fewer items than it asks for. */
export type Shortfall = {
	readonly section: number;
	/** Index of the row in its section. */
	readonly row: number;
	readonly found: number;
	readonly wanted: number;
};

/**
 * Draws what a blueprint asks for: of each section first its fixed items in their order, then what its rows draw. No item
 * stands twice, and fixed ones come before all that is drawn. Rows that few items fit choose first, so that others leave them
 * something. Every item has a rank by the seed alone and a row takes the first that fit: the same seed gives the same
 * paper in whatever order the items come, and what is drawn changes with neither the place nor the splitting of a row.
 * Fixed items that the set no longer has are left out.
 */
export function drawSlots(sections: readonly Section[], items: readonly Item[], seed: number): Slot[] {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	const used = new Set<number>();
	const fixed = sections.map((section) =>
		section.fixed.flatMap((number) => {
			const item = byNumber.get(number);
			if (item === undefined || used.has(number)) return [];
			used.add(number);
			return [item];
		})
	);
	const drawn = drawRows(
		sections.flatMap(({ rows }) => rows),
		rankItems(items, seed),
		used
	);
	let next = 0;
	return sections.flatMap(({ rows }, section): Slot[] => [
		...(fixed[section] ?? []).map((item) => ({ section, row: null, item })),
		...rows.flatMap((row) => {
			const found = drawn[next++] ?? [];
			return Array.from({ length: countOfRow(row) }, (_, i) => ({ section, row, item: found[i] ?? null }));
		})
	]);
}

/** @returns the rows that draw fewer items than they ask for, in order; empty when the paper can be filled */
export function blueprintShortfall(sections: readonly Section[], items: readonly Item[], seed: number): Shortfall[] {
	const slots = drawSlots(sections, items, seed);
	let place = 0;
	return sections.flatMap(({ rows }, section) => {
		place += slots.filter((slot) => slot.section === section && slot.row === null).length;
		return rows.flatMap((row, index) => {
			const wanted = countOfRow(row);
			const found = slots.slice(place, place + wanted).filter(({ item }) => item !== null).length;
			place += wanted;
			return found < wanted ? [{ section, row: index, found, wanted }] : [];
		});
	});
}

/** @returns whether a row may draw this item; one without a difficulty fits no row that asks for one */
export function fitsRow({ topics, difficulties, types }: BlueprintRow, item: Item): boolean {
	const difficulty = item.provenance?.difficulty;
	return (
		(topics.length === 0 || (item.topic !== undefined && topics.includes(item.topic))) &&
		(difficulties.length === 0 || (difficulty !== undefined && difficulties.includes(difficulty))) &&
		(types.length === 0 || types.includes(item.type))
	);
}

/** @returns the items in the order in which this seed has rows take them */
export function rankItems(items: readonly Item[], seed: number): Item[] {
	const ranked = items.map((item) => ({ item, rank: hashText(`${String(seed)} draw ${String(item.number)}`) }));
	return ranked.sort((a, b) => a.rank - b.rank || a.item.number - b.item.number).map(({ item }) => item);
}

/** @returns what each row draws, in the order of the rows */
function drawRows(rows: readonly BlueprintRow[], ranked: readonly Item[], used: Set<number>): Item[][] {
	const fitting = rows.map((row) => ranked.filter((item) => fitsRow(row, item)));
	const drawn: Item[][] = rows.map(() => []);
	// By all that fit, drawn already or not: so the order of the rows stays when one of their items becomes a fixed one.
	const scarceFirst = [...rows.entries()].sort(
		([a], [b]) => (fitting[a]?.length ?? 0) - (fitting[b]?.length ?? 0) || a - b
	);
	for (const [index, row] of scarceFirst) {
		const free = (fitting[index] ?? []).filter(({ number }) => !used.has(number)).slice(0, countOfRow(row));
		for (const { number } of free) used.add(number);
		drawn[index] = free;
	}
	return drawn;
}

/** @returns how many items a row asks for */
export function countOfRow({ count }: BlueprintRow): number {
	return Math.max(0, Math.floor(count));
}
