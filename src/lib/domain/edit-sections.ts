import type { BlueprintRow, Section } from './blueprint';
import { drawSlots, fitsRow, rankItems, type Slot } from './draw-sections';
import type { Item } from './item';

/** What a paper is drawn from. */
export type Draw = {
	readonly sections: readonly Section[];
	/** The items of the set. */
	readonly items: readonly Item[];
	readonly seed: number;
};

/**
 * Makes the item at a place of the paper a fixed one. The paper stays as it is, place by place; a section is split where
 * an item is locked between drawn ones.
 * @param place index on the paper
 */
export function lockPlace(draw: Draw, place: number): Section[] {
	const slots = drawSlots(draw.sections, draw.items, draw.seed);
	const at = slotAt(slots, place);
	return toSections(
		slots.map((slot, index) => (index === at ? { ...slot, row: null } : slot)),
		draw.sections
	);
}

/**
 * Gives the places of fixed items back to the rows that drew them, which may draw others there.
 * @param rows by item; items that are not fixed are left alone
 */
export function unlockItems(draw: Draw, rows: ReadonlyMap<number, BlueprintRow>): Section[] {
	const slots = drawSlots(draw.sections, draw.items, draw.seed);
	const rowOf = ({ row, item }: Slot) => row ?? (item === null ? undefined : rows.get(item.number)) ?? null;
	return toSections(
		slots.map((slot) => ({ ...slot, row: rowOf(slot) })),
		draw.sections
	);
}

/**
 * Exchanges the item at a place for the next one that its row could have drawn, round and round. All other places keep
 * theirs: where the item that goes would be drawn again, those become fixed.
 * @param row of a fixed item, which has none; anything goes when absent
 * @returns null when there is no other item
 */
export function redraw(draw: Draw, place: number, row: BlueprintRow = ANYTHING): Section[] | null {
	const slots = drawSlots(draw.sections, draw.items, draw.seed);
	const at = slotAt(slots, place);
	const item = slots[at]?.item ?? null;
	if (item === null) return null;
	const next = nextItem(draw, slots, item, slots[at]?.row ?? row);
	if (next === null) return null;
	const exchanged = slots.map((slot, index) => (index === at ? { ...slot, row: null, item: next } : slot));
	return toSections(keepOut(exchanged, item, draw), draw.sections);
}

/** Takes an item off the paper; all others keep their places. */
export function removePlace(draw: Draw, place: number): Section[] {
	const slots = drawSlots(draw.sections, draw.items, draw.seed);
	const at = slotAt(slots, place);
	const item = slots[at]?.item ?? null;
	if (item === null) return [...draw.sections];
	return toSections(keepOut(slots.toSpliced(at, 1), item, draw), draw.sections);
}

const ANYTHING: BlueprintRow = { count: 1, topics: [], difficulties: [], types: [] };

/** @returns the index of the slot that holds the question at a place, -1 when there is none */
function slotAt(slots: readonly Slot[], place: number): number {
	const filled = [...slots.keys()].filter((index) => slots[index]?.item !== null);
	return filled[place] ?? -1;
}

function nextItem({ items, seed }: Draw, slots: readonly Slot[], from: Item, row: BlueprintRow): Item | null {
	const used = new Set(slots.map(({ item }) => item?.number));
	const ranked = rankItems(items, seed);
	const start = ranked.findIndex(({ number }) => number === from.number) + 1;
	const round = [...ranked.slice(start), ...ranked.slice(0, start)];
	return round.find((item) => !used.has(item.number) && fitsRow(row, item)) ?? null;
}

/** A row that could draw the item again keeps only what it draws before it; the rest of its places become fixed or go. */
function keepOut(slots: readonly Slot[], gone: Item, { items, seed }: Draw): Slot[] {
	const ranks = new Map(rankItems(items, seed).map(({ number }, rank) => [number, rank]));
	const rankOf = (item: Item) => ranks.get(item.number) ?? 0;
	return slots.flatMap((slot) => {
		if (slot.row === null || !fitsRow(slot.row, gone)) return [slot];
		if (slot.item === null) return [];
		return [rankOf(slot.item) > rankOf(gone) ? { ...slot, row: null } : slot];
	});
}

/** Sections whose paper has these places; a heading stays with the first part of its section. */
function toSections(slots: readonly Slot[], sections: readonly Section[]): Section[] {
	return sections
		.flatMap(({ title }, section) => {
			const parts: Part[] = [{ title, fixed: [], rows: [] }];
			for (const slot of slots) if (slot.section === section) addSlot(parts, slot);
			return parts;
		})
		.reduce<Section[]>(joinParts, []);
}

type Part = { readonly title: string; readonly fixed: number[]; readonly rows: BlueprintRow[] };

function addSlot(parts: Part[], { row, item }: Slot): void {
	const part = parts.at(-1);
	if (part === undefined) return;
	const last = part.rows.at(-1);
	if (row !== null) {
		const isSame = last !== undefined && isSameKind(last, row);
		part.rows.splice(isSame ? -1 : part.rows.length, isSame ? 1 : 0, { ...row, count: isSame ? last.count + 1 : 1 });
	} else if (item !== null) {
		if (last === undefined) part.fixed.push(item.number);
		else parts.push({ title: '', fixed: [item.number], rows: [] });
	}
}

/** A part without a heading goes on with the one before it, where that gives the same paper. */
function joinParts(joined: Section[], part: Section): Section[] {
	const before = joined.at(-1);
	if (before === undefined || part.title !== '') return [...joined, part];
	if (before.rows.length === 0) {
		return [...joined.slice(0, -1), { ...before, fixed: [...before.fixed, ...part.fixed], rows: part.rows }];
	}
	if (part.fixed.length === 0) {
		return [...joined.slice(0, -1), { ...before, rows: part.rows.reduce(joinRow, [...before.rows]) }];
	}
	return [...joined, part];
}

function joinRow(rows: BlueprintRow[], row: BlueprintRow): BlueprintRow[] {
	const last = rows.at(-1);
	if (last === undefined || !isSameKind(last, row)) return [...rows, row];
	return [...rows.slice(0, -1), { ...last, count: last.count + row.count }];
}

function isSameKind(a: BlueprintRow, b: BlueprintRow): boolean {
	const isSame = (left: readonly string[], right: readonly string[]) =>
		left.length === right.length && left.every((value) => right.includes(value));
	return isSame(a.topics, b.topics) && isSame(a.difficulties, b.difficulties) && isSame(a.types, b.types);
}
