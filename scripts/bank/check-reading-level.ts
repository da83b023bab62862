import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import { foldName, readingGrade } from './reading-level';
import type { Violation } from './violation';

const MOST_GRADE = 10;

/** A stem is easier to read than what it asks is to know: at most grade 10. Banks in other languages have no such formula. */
export function checkReadingLevel(source: SourceBank): Violation[] {
	if (source.bank?.value.lang.split('-')[0] !== 'en') return [];
	const names = namesOf(source);
	return source.items.flatMap((at) => {
		const grade = readingGrade(at.value.stem, names);
		if (grade <= MOST_GRADE) return [];
		const message = `This stem reads at grade ${grade.toFixed(1)}; at most ${String(MOST_GRADE)}: use shorter words and sentences.`;
		return [violationAt(at, ['stem'], message)];
	});
}

/** @returns the folded words of every name the bank itself explains: glossary terms, actors and places */
export function namesOf({ glossary, actors, places }: SourceBank): ReadonlySet<string> {
	const names = [
		...glossary.flatMap(({ value }) => [value.term, ...(value.aliases ?? [])]),
		...actors.map(({ value }) => value.name),
		...places.map(({ value }) => value.name)
	];
	return new Set(
		names.flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}'’]+/u).map(foldName)).filter((word) => word !== '')
	);
}
