import { choiceItems } from './choice-items';
import { violationAt } from './parse-bank';
import type { LocatedItem, SourceBank } from './parse-bank';
import { findPhrase } from './style';
import type { Style } from './style';
import type { Violation } from './violation';
import { toPlainText, withoutQuotations } from './words';

/**
 * Words such as "always" make an option or a true-false statement wrong without any knowledge of the matter, and learners
 * know it. Quoted words are not ours to choose.
 */
export function checkAbsolutes({ items }: SourceBank, { absolutes }: Style): Violation[] {
	return [
		...choiceItems(items).flatMap((at) =>
			at.value.options.flatMap(({ text }, i) =>
				findAll(text, absolutes).map((word) => violationAt(at, ['options', i], `An option avoids "${word}".`))
			)
		),
		...items
			.filter(({ value }) => value.type === 'true-false')
			.flatMap((at) =>
				findAll(at.value.stem, absolutes).map((word) =>
					violationAt(at, ['stem'], `A statement to judge as true or false avoids "${word}".`)
				)
			)
	];
}

/**
 * A negative in a stem is easily read over; where it cannot be avoided it stands in capitals. A statement to sort is quoted
 * as somebody made it and keeps its own.
 */
export function checkNegatives({ items }: SourceBank, { negatives }: Style): Violation[] {
	return items.flatMap((at) =>
		isSorted(at)
			? []
			: findAll(at.value.stem, negatives)
					.filter((word) => word !== word.toUpperCase())
					.map((word) => violationAt(at, ['stem'], `Put this without "${word}", or write NOT or EXCEPT in capitals.`))
	);
}

function isSorted({ value }: LocatedItem): boolean {
	return value.type === 'classify';
}

function findAll(text: string, phrases: readonly string[]): string[] {
	const own = withoutQuotations(toPlainText(text));
	return phrases.flatMap((phrase) => [...new Set(findPhrase(own, phrase))]);
}
