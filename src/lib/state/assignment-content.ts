import type { Assignment } from '$lib/domain/assignment';
import type { PaperForms, Section } from '$lib/domain/blueprint';
import { drawSlots, fitsRow } from '$lib/domain/draw-sections';
import type { Item } from '$lib/domain/item';
import type { StudySet } from '$lib/domain/set';
import { toSharedSet } from '$lib/domain/share-model';
import { toPartId } from './share-query';

/** What a teacher has chosen to ask. */
export type Asked = {
	readonly set: StudySet;
	readonly sections: readonly Section[];
	readonly seed: number;
	readonly forms: PaperForms;
};

/** The items of an assignment as they travel, and as they are kept to mark it. */
export type AssignedContent = {
	readonly content: Assignment['content'];
	readonly sections: readonly Section[];
	/** Answers included; under the name that the learners' devices know it by. */
	readonly set: StudySet;
};

/**
 * Gathers what has to travel, and no more. When everyone gets the same paper, that is the drawn questions, now fixed: the
 * link stays short, and the others stay a secret. Otherwise it is all that may be drawn. A part of an own set is a set of
 * its own, because under the whole set's name its other questions would look withdrawn.
 */
export function gatherContent({ set, sections, seed, forms }: Asked): AssignedContent {
	const fixed = forms === 'same' ? fixSections(sections, set.items, seed) : sections;
	const items = set.items.filter((item) => mayBeAsked(fixed, item));
	const numbers = items.map(({ number }) => number);
	const isWhole = items.length === set.items.length;
	if (set.origin === 'bundled') {
		const names = isWhole ? [] : numbers;
		const content = { kind: 'bank-items', bank: set.id, bankRevision: set.revision, title: '', items: names } as const;
		return { content, sections: fixed, set: { ...set, items } };
	}
	const part = isWhole ? set : { ...set, id: toPartId(set.id, numbers), items };
	return { content: { kind: 'set', set: toSharedSet(part) }, sections: fixed, set: part };
}

/** The same paper with every drawn question fixed. */
function fixSections(sections: readonly Section[], items: readonly Item[], seed: number): Section[] {
	const slots = drawSlots(sections, items, seed);
	return sections.map(({ title }, index) => ({
		title,
		fixed: slots.flatMap(({ section, item }) => (section === index && item !== null ? [item.number] : [])),
		rows: []
	}));
}

function mayBeAsked(sections: readonly Section[], item: Item): boolean {
	return sections.some(({ fixed, rows }) => fixed.includes(item.number) || rows.some((row) => fitsRow(row, item)));
}
