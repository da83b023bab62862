import type { Section } from './blueprint';
import { countOfRow, drawSlots } from './draw-sections';
import type { Item } from './item';
import type { Paper, QuizSpec } from './quiz';

/** A part of a quiz as its learner counts them. */
export type PaperSection = {
	/** 1 for the first. */
	readonly number: number;
	readonly count: number;
	/** Empty where it has no heading. */
	readonly title: string;
};

/** Questions that follow one another in one section; null where it cannot be known, or the quiz is one part without a title. */
export type SectionGroup<T> = { readonly section: PaperSection | null; readonly entries: readonly T[] };

/**
 * In which section each question of a paper stands. A section with an empty title goes on with the one before it, as
 * exchanging questions splits sections so; those that ask for nothing are passed over. Sections follow one another in a paper and never
 * mix, so a full paper is told by counting alone, whatever became of its set since; a shorter one is drawn again.
 * @param items of the set as it is now
 * @returns by index of the paper; null where it cannot be known any more, and everywhere in a quiz of one part without a title
 */
export function sectionsOfPaper(
	{ sections = [], seed }: Pick<QuizSpec, 'sections' | 'seed'>,
	paper: Paper,
	items: readonly Item[]
): (PaperSection | null)[] {
	const parts = joinUntitled(sections);
	if (parts.length < 2 && parts.every(({ title }) => title === '')) return paper.map(() => null);
	return indicesOf(sections, paper, () => drawSlots(sections, items, seed)).map((index) => {
		const place = parts.findIndex((part) => index !== null && part.sections.includes(index));
		const title = parts[place]?.title;
		return title === undefined ? null : { number: place + 1, count: parts.length, title };
	});
}

/** @param sections by index of the entries, see `sectionsOfPaper` */
export function groupBySection<T>(
	entries: readonly T[],
	sections: readonly (PaperSection | null)[]
): SectionGroup<T>[] {
	const groups: { section: PaperSection | null; entries: T[] }[] = [];
	for (const [index, entry] of entries.entries()) {
		const section = sections[index] ?? null;
		const last = groups.at(-1);
		if (last !== undefined && last.section?.number === section?.number) last.entries.push(entry);
		else groups.push({ section, entries: [entry] });
	}
	return groups;
}

/** What stands under one heading, and the indices of the sections it is made of. */
type Part = { readonly title: string; readonly sections: number[] };

function joinUntitled(sections: readonly Section[]): Part[] {
	const parts: Part[] = [];
	for (const [index, section] of sections.entries()) {
		const before = parts.at(-1);
		if (section.title === '' && before !== undefined) before.sections.push(index);
		else parts.push({ title: section.title.trim(), sections: [index] });
	}
	return parts.filter((part) => part.sections.some((index) => countOfSection(sections[index]) > 0));
}

function indicesOf(
	sections: readonly Section[],
	paper: Paper,
	draw: () => ReturnType<typeof drawSlots>
): (number | null)[] {
	const asked = sections.flatMap((section, index) => Array.from({ length: countOfSection(section) }, () => index));
	if (asked.length === paper.length) return asked;
	const drawn = draw().filter(({ item }) => item !== null);
	const isSame = drawn.length === paper.length && drawn.every(({ item }, i) => item?.number === paper[i]?.item);
	if (isSame) return drawn.map(({ section }) => section);
	// The set has changed since: only what was fixed is sure.
	return paper.map(({ item }) => {
		const index = sections.findIndex(({ fixed }) => fixed.includes(item));
		return index === -1 ? null : index;
	});
}

function countOfSection(section: Section | undefined): number {
	return (section?.fixed.length ?? 0) + (section?.rows ?? []).reduce((sum, row) => sum + countOfRow(row), 0);
}
